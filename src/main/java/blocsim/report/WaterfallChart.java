package blocsim.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ui.RectangleInsets;

/**
 * How the motives of one state add up to what a rung is worth to it on a day, beside what it has now.
 *
 * @param state the state's name
 * @param bloc the bloc's name with its article
 * @param rung the rung in question
 * @param held the rung in force
 * @param date the day
 * @param steps the motives from top to bottom, costs below zero
 * @param value of the rung in question, in the model's own unit; the sum of the steps
 * @param now value of the rung in force, in the same unit
 * @param source where the figures come from
 */
public record WaterfallChart(
        String state,
        String bloc,
        String rung,
        String held,
        LocalDate date,
        List<Step> steps,
        double value,
        double now,
        String source)
        implements Chart {
    /**
     * One motive.
     *
     * @param motive its name, such as {@code Network}
     * @param part what it adds to the value of the rung; below zero it takes away
     */
    public record Step(String motive, double part) {}

    private static final double ROUNDING = 1e-6;
    private static final double BAR = .62;
    static final Color ADDS = Theme.series(0);
    static final Color TAKES = Theme.series(3);

    /** @throws IllegalArgumentException if there is no step or the steps do not add up to the value */
    public WaterfallChart {
        steps = List.copyOf(steps);
        double sum = steps.stream().mapToDouble(Step::part).sum();
        if (steps.isEmpty() || !(Math.abs(sum - value) <= ROUNDING) || !Double.isFinite(now)) {
            throw new IllegalArgumentException(steps.size() + " steps add up to " + sum + ", the value is " + value
                    + " and that now " + now + "; give every motive and finite values");
        }
    }

    @Override
    public String name() {
        return "waterfall";
    }

    @Override
    public String title() {
        return "What being " + rung + " of " + bloc + " is worth to " + state;
    }

    @Override
    public String subtitle() {
        return "On " + Numbers.day(date)
                + ", in the model's own unit. Each motive starts where the one above it ends; blue adds, "
                + "orange takes away. Below: their sum, and what the state has now.";
    }

    @Override
    public String description() {
        var text = new StringBuilder("Bars from zero, one after the other: ");
        for (Step step : steps) {
            text.append(step.motive()).append(' ').append(signed(step.part())).append(", ");
        }
        return text.append("together ")
                .append(Numbers.decimal(value))
                .append(" for ")
                .append(rung)
                .append(" against ")
                .append(Numbers.decimal(now))
                .append(" now as ")
                .append(held)
                .append('.')
                .toString();
    }

    @Override
    public Table table() {
        var rows = new ArrayList<List<String>>();
        steps.forEach(step -> rows.add(List.of(step.motive(), signed(step.part()))));
        rows.add(List.of(sum(), Numbers.decimal(value)));
        rows.add(List.of(present(), Numbers.decimal(now)));
        return new Table("Motives and the value of the rung, in the model's own unit", List.of("Motive", "Part"), rows);
    }

    @Override
    public Picture draw(Size size) {
        double least = Math.min(0, now);
        double most = Math.max(0, now);
        double end = 0;
        for (Step step : steps) {
            end += step.part();
            least = Math.min(least, end);
            most = Math.max(most, end);
        }
        double step = Theme.step(Math.max(1e-3, most - least), size.narrow() ? 4 : 8);
        double left = step * Math.floor(least / step);
        double right = step * Math.max(1, Math.ceil(most / step));
        var names = new ArrayList<String>();
        var labels = new ArrayList<String>();
        table().rows().forEach(row -> {
            names.add(row.get(0));
            labels.add(row.get(1));
        });
        var plot = Rows.plot(names, Theme.values(left, right, step, "0.###"), size);
        plot.setInsets(new RectangleInsets(size.em(.4), 0, 0, Rows.widest(labels, Theme.bold(size, 1)) + size.em(.8)));
        return new Picture(
                Theme.chart(plot, size),
                size.width(),
                size.height(),
                (g2, area) -> paint(g2, area, left, right, labels, size));
    }

    private void paint(Graphics2D g2, Rectangle2D area, double left, double right, List<String> labels, Size size) {
        int rows = labels.size();
        double zero = Labels.x(0, left, right, area);
        double end = 0;
        for (int i = 0; i < rows; i++) {
            boolean total = i >= steps.size();
            double from = total ? 0 : end;
            double to =
                    i == steps.size() ? value : total ? now : end + steps.get(i).part();
            var bar = Rows.bar(area, i, rows, Labels.x(from, left, right, area), Labels.x(to, left, right, area), BAR);
            g2.setPaint(i == steps.size() ? Theme.INK : total ? Theme.SOFT_INK : to < from ? TAKES : ADDS);
            g2.fill(bar);
            if (!total) {
                end = to;
                double x = Labels.x(end, left, right, area);
                double next = Rows.bar(area, i + 1, rows, x, x, BAR).getMinY();
                g2.setPaint(Theme.SOFT_INK);
                g2.setStroke(Theme.stroke(size.em(.07)));
                g2.draw(new Line2D.Double(x, bar.getMinY(), x, next));
            }
            g2.setPaint(Theme.INK);
            g2.setFont(total ? Theme.bold(size, 1) : Theme.font(size, 1));
            g2.drawString(labels.get(i), (float) (Math.max(bar.getMaxX(), zero) + size.em(.4)), (float)
                    (bar.getCenterY() + size.em(.36)));
        }
        Rows.zero(g2, area, zero, size);
        double line = area.getMinY() + area.getHeight() * steps.size() / rows;
        g2.setPaint(Theme.SOFT_INK);
        g2.setStroke(Theme.stroke(size.em(.07)));
        g2.draw(new Line2D.Double(area.getMinX(), line, area.getMaxX(), line));
    }

    private String sum() {
        return "As " + rung;
    }

    private String present() {
        return "Now, as " + held;
    }

    private static String signed(double part) {
        String figure = Numbers.decimal(part);
        return part > 0 ? "+" + figure : figure;
    }
}
