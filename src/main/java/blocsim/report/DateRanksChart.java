package blocsim.report;

import blocsim.input.InputException;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Where recorded dates lie among those held likely: the share of them at or below each rank. Were the dates drawn from what was held
 * likely, the steps would keep to the diagonal.
 *
 * @param dates kept in order of rank
 * @param source where the figures come from
 */
record DateRanksChart(List<Dated> dates, String source) implements Chart {
    /**
     * One recorded decision.
     *
     * @param label of bloc, state and year
     * @param rank probability held of a decision by its day, over that of one by the last target; in [0, 1]
     */
    record Dated(String label, double rank) {}

    private static final double STEP = .25;
    /** The band that an even spread leaves once in twenty: Massey (1951), for more than about 35 dates; a little wide for fewer. */
    private static final double KOLMOGOROV = 1.358;

    private static final int NAMED = 3;

    DateRanksChart {
        dates = dates.stream()
                .sorted(Comparator.comparingDouble(Dated::rank).thenComparing(Dated::label))
                .toList();
        if (dates.isEmpty()) {
            throw new IllegalArgumentException("the chart of ranks has no date; give at least one");
        }
    }

    /**
     * The ranks that a table holds, without those that are not defined.
     *
     * @throws InputException if the table is missing or cannot be read
     */
    static List<Dated> read(Path file) throws InputException, IOException {
        return CsvRows.read(
                        file,
                        "run the back-test again",
                        row -> new Dated(
                                row.getField("bloc") + " " + row.getField("state") + " "
                                        + row.getField("recorded").substring(0, 4),
                                CsvRows.number(row, "rank")))
                .stream()
                .filter(dated -> Double.isFinite(dated.rank()))
                .toList();
    }

    @Override
    public String name() {
        return "date-ranks";
    }

    @Override
    public String title() {
        return "When decisions came, among the times held likely";
    }

    @Override
    public String subtitle() {
        return "Across: chance held of a decision by the recorded day, over that by the end. Up: share of the "
                + Numbers.count(dates.size())
                + " recorded decisions at or below it. On the dashed line times are as held; above it decisions came early. Shaded: where "
                + "95\u00a0% of samples keep to whose decisions come apart from each other.";
    }

    /** The largest distance of the steps from the diagonal: the statistic of Kolmogorov and Smirnov. */
    double distance() {
        double most = 0;
        int n = dates.size();
        for (int k = 0; k < n; k++) {
            double rank = dates.get(k).rank();
            most = Math.max(most, Math.max(rank - (double) k / n, (k + 1.0) / n - rank));
        }
        return most;
    }

    private double band() {
        return KOLMOGOROV / Math.sqrt(dates.size());
    }

    @Override
    public String description() {
        double middle = dates.get(dates.size() / 2).rank();
        var named = new ArrayList<String>();
        for (int k = 0; k < Math.min(NAMED, dates.size()); k++) {
            named.add(dates.get(k).label());
        }
        var late = new ArrayList<String>();
        for (int k = Math.max(0, dates.size() - NAMED); k < dates.size(); k++) {
            late.add(dates.get(k).label());
        }
        return "Steps beside a diagonal, over " + dates.size() + " recorded decisions. The middle one lies at "
                + Numbers.decimal(middle) + "; the steps lie up to " + Numbers.decimal(distance())
                + " off the diagonal, where an even spread stays within " + Numbers.decimal(band())
                + " in 95\u00a0% of cases. Earliest among the times held likely: " + String.join(", ", named)
                + "; latest: "
                + String.join(", ", late) + ".";
    }

    @Override
    public Table table() {
        return new Table(
                "Rank of recorded decisions among the times held likely",
                List.of("Decision", "Rank"),
                dates.stream()
                        .map(dated -> List.of(dated.label(), Numbers.decimal(dated.rank())))
                        .toList());
    }

    @Override
    public Picture draw(Size size) {
        var plot = Theme.plot(size, 0, 1, Theme.values(0, 1, STEP, "0\u00a0%"));
        if (plot.getDomainAxis() instanceof NumberAxis across) {
            across.setTickUnit(new NumberTickUnit(STEP));
            across.setNumberFormatOverride(Theme.format("0.##"));
        }
        plot.setRangeZeroBaselineVisible(false);
        plot.setInsets(new RectangleInsets(size.em(.4), 0, 0, size.em(1.4)));
        return new Picture(Theme.chart(plot, size), size.width(), size.height(), (g2, area) -> {
            band(g2, area);
            grid(g2, area);
            g2.setPaint(Theme.SOFT_INK);
            g2.setStroke(Theme.dash(1, size.em(.1)));
            g2.draw(new Line2D.Double(x(0, area), y(0, area), x(1, area), y(1, area)));
            steps(g2, area, size);
        });
    }

    private static void grid(Graphics2D g2, Rectangle2D area) {
        g2.setPaint(Theme.GRID);
        g2.setStroke(Theme.stroke(1));
        for (double at = STEP; at <= 1; at += STEP) {
            g2.draw(new Line2D.Double(area.getMinX(), y(at, area), area.getMaxX(), y(at, area)));
            g2.draw(new Line2D.Double(x(at, area), area.getMinY(), x(at, area), area.getMaxY()));
        }
    }

    private void band(Graphics2D g2, Rectangle2D area) {
        double wide = Math.min(1, band());
        var shape = new Path2D.Double();
        shape.moveTo(x(0, area), y(0, area));
        shape.lineTo(x(0, area), y(wide, area));
        shape.lineTo(x(1 - wide, area), y(1, area));
        shape.lineTo(x(1, area), y(1, area));
        shape.lineTo(x(1, area), y(1 - wide, area));
        shape.lineTo(x(wide, area), y(0, area));
        shape.closePath();
        g2.setPaint(Theme.STRIPE);
        g2.fill(shape);
    }

    private void steps(Graphics2D g2, Rectangle2D area, Size size) {
        var line = new Path2D.Double();
        line.moveTo(x(0, area), y(0, area));
        int n = dates.size();
        for (int k = 0; k < n; k++) {
            line.lineTo(x(dates.get(k).rank(), area), y((double) k / n, area));
            line.lineTo(x(dates.get(k).rank(), area), y((k + 1.0) / n, area));
        }
        line.lineTo(x(1, area), y(1, area));
        g2.setPaint(Theme.series(0));
        g2.setStroke(Theme.stroke(size.em(.17)));
        g2.draw(line);
        Font font = Theme.font(size, .8);
        double r = size.em(.22);
        double free = Double.NEGATIVE_INFINITY;
        for (int k = n - 1; k >= 0; k--) {
            double x = x(dates.get(k).rank(), area);
            double y = y((k + 1.0) / n, area);
            g2.setPaint(Theme.series(0));
            g2.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
            String label = dates.get(k).label();
            boolean fits = x + size.em(.5) + Theme.width(label, font) < area.getMaxX();
            if (!size.narrow() && fits && y + size.em(1.1) < area.getMaxY() && y + size.em(.3) - free > size.em(1)) {
                g2.setPaint(Theme.INK);
                g2.setFont(font);
                g2.drawString(label, (float) (x + size.em(.5)), (float) (y + size.em(.9)));
                free = y + size.em(.3);
            }
        }
    }

    private static double x(double share, Rectangle2D area) {
        return area.getMinX() + share * area.getWidth();
    }

    private static double y(double share, Rectangle2D area) {
        return area.getMaxY() - share * area.getHeight();
    }
}
