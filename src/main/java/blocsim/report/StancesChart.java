package blocsim.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.ui.RectangleInsets;

/**
 * How likely each incumbent is to object to one bid on a day, and to be the first who does.
 *
 * @param state the name of the state that bids
 * @param bloc the bloc's name with its article
 * @param rung the rung in question
 * @param date the day
 * @param stances of the incumbents; kept with the likeliest to object on top, then by name
 * @param source where the figures come from
 */
public record StancesChart(String state, String bloc, String rung, LocalDate date, List<Stance> stances, String source)
        implements Chart {
    /**
     * One incumbent.
     *
     * @param incumbent its name
     * @param objects the probability that it objects, whatever the others do
     * @param first the probability that it is the first to object, if anybody does
     */
    public record Stance(String incumbent, double objects, double first) {
        /** @throws IllegalArgumentException if a probability is not in [0, 1] */
        public Stance {
            if (!(objects >= 0 && objects <= 1 && first >= 0 && first <= 1)) {
                throw new IllegalArgumentException("the stance of " + incumbent + " has probabilities " + objects
                        + " and " + first + "; give them from 0 to 1");
            }
        }

        private String label() {
            return Numbers.percent(objects) + " / " + Numbers.percent(first);
        }
    }

    private static final double ROW = 1.7;
    private static final double BAR = .58;
    private static final double LEAST_TOP = .1;
    /** Room left of zero, as a share of what is right of it, so that a diamond at zero covers no name. */
    private static final double MARGIN = .03;

    private static final String OBJECTS = "objects";
    private static final String FIRST = "is first, if anybody objects";
    private static final Color BARS = Theme.series(5);

    /** @throws IllegalArgumentException if there is no incumbent */
    public StancesChart {
        stances = stances.stream()
                .sorted(Comparator.comparingDouble(Stance::objects).reversed().thenComparing(Stance::incumbent))
                .toList();
        if (stances.isEmpty()) {
            throw new IllegalArgumentException("the chart of stances has no incumbent; give at least one");
        }
    }

    @Override
    public String name() {
        return "stances";
    }

    @Override
    public String title() {
        return "Who would object to " + state + " as " + rung + " of " + bloc;
    }

    @Override
    public String subtitle() {
        return "On " + Numbers.day(date)
                + ". Bar: the probability that the incumbent objects, whatever the others do. Diamond: that it is the "
                + "first, if anybody does. Figures in this order.";
    }

    @Override
    public String description() {
        return stances.stream()
                .map(stance -> stance.incumbent() + " objects with " + Numbers.percent(stance.objects())
                        + " and is first with " + Numbers.percent(stance.first()))
                .collect(Collectors.joining("; ", "One bar for each incumbent, the likeliest to object on top: ", "."));
    }

    @Override
    public Table table() {
        return new Table(
                "Probability that an incumbent objects, and that it is the first if anybody does",
                List.of("Incumbent", "Objects", "First"),
                stances.stream()
                        .map(stance -> List.of(
                                stance.incumbent(), Numbers.percent(stance.objects()), Numbers.percent(stance.first())))
                        .toList());
    }

    @Override
    public Picture draw(Size size) {
        double most = LEAST_TOP;
        for (Stance stance : stances) {
            most = Math.max(most, Math.max(stance.objects(), stance.first()));
        }
        double step = Theme.step(most, size.narrow() ? 3 : 6);
        double right = Math.min(1, step * Math.ceil(most / step));
        var labels = stances.stream().map(Stance::label).toList();
        var plot = Rows.plot(
                stances.stream().map(Stance::incumbent).toList(),
                Theme.values(-MARGIN * right, right, step, "0.#\u00a0%"),
                size);
        double key = size.em(size.narrow() ? 3.2 : 2);
        double room = Rows.widest(labels, Theme.font(size, 1)) + size.em(1.1);
        plot.setInsets(new RectangleInsets(key, 0, 0, room));
        int height = (int) Math.round(key + size.em(3) + stances.size() * size.em(ROW));
        return new Picture(Theme.chart(plot, size), size.width(), Math.max(size.height(), height), (g2, area) -> {
            key(g2, x(0, right, area), area.getMinY() - key + size.em(1), size);
            Rows.zero(g2, area, x(0, right, area), size);
            for (int i = 0; i < stances.size(); i++) {
                row(g2, area, i, right, size);
            }
        });
    }

    private void row(Graphics2D g2, Rectangle2D area, int index, double right, Size size) {
        Stance stance = stances.get(index);
        double to = x(stance.objects(), right, area);
        var bar = Rows.bar(area, index, stances.size(), x(0, right, area), to, BAR);
        g2.setPaint(BARS);
        g2.fill(bar);
        double first = x(stance.first(), right, area);
        diamond(g2, first, bar.getCenterY(), size);
        g2.setPaint(Theme.INK);
        g2.setFont(Theme.font(size, 1));
        g2.drawString(
                stance.label(), (float) (Math.max(to, first) + size.em(.7)), (float) (bar.getCenterY() + size.em(.36)));
    }

    private static double x(double probability, double right, Rectangle2D area) {
        return Labels.x(probability, -MARGIN * right, right, area);
    }

    private static void diamond(Graphics2D g2, double x, double y, Size size) {
        double r = size.em(.42);
        var path = new Path2D.Double();
        path.moveTo(0, -r);
        path.lineTo(r, 0);
        path.lineTo(0, r);
        path.lineTo(-r, 0);
        path.closePath();
        var shape = AffineTransform.getTranslateInstance(x, y).createTransformedShape(path);
        g2.setPaint(Theme.INK);
        g2.fill(shape);
        g2.setPaint(Theme.PAPER);
        g2.setStroke(Theme.stroke(size.em(.08)));
        g2.draw(shape);
    }

    private static void key(Graphics2D g2, double left, double top, Size size) {
        var font = Theme.font(size, .9);
        g2.setFont(font);
        g2.setPaint(BARS);
        g2.fill(new Rectangle2D.Double(left, top - size.em(.65), size.em(1.3), size.em(.6)));
        g2.setPaint(Theme.INK);
        g2.drawString(OBJECTS, (float) (left + size.em(1.7)), (float) top);
        double x = size.narrow() ? left : left + size.em(3.2) + Theme.width(OBJECTS, font);
        double y = size.narrow() ? top + size.em(1.3) : top;
        diamond(g2, x + size.em(.65), y - size.em(.35), size);
        g2.setPaint(Theme.INK);
        g2.drawString(FIRST, (float) (x + size.em(1.7)), (float) y);
    }
}
