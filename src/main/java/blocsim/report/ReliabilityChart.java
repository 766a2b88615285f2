package blocsim.report;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/**
 * How often what was held likely came: forecast across, frequency up, both by powers of ten, since decisions are rare.
 *
 * @param what is forecast, in a few words, such as {@code a decision within a year}
 * @param lines one a source of forecasts, at most four
 * @param source where the figures come from
 */
public record ReliabilityChart(String what, List<Line> lines, String source) implements Chart {
    /**
     * One source of forecasts.
     *
     * @param label its name
     * @param points its bins in rising order of the forecast
     */
    public record Line(String label, List<Point> points) {
        /** Copies the list. */
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * One bin.
     *
     * @param forecast mean of the probabilities in it, in [0, 1]
     * @param frequency share in which it came, with interval
     * @param events in how many it came
     * @param count how many forecasts
     */
    public record Point(double forecast, Estimate frequency, int events, int count) {}

    private static final int MOST_LINES = 4;
    private static final double LOWEST = -4;
    /** Where a frequency of nothing is drawn, and what is rarer than the axis shows. */
    private static final double NOTHING = LOWEST + .12;

    /** @throws IllegalArgumentException if there is no line, or too many to tell apart */
    public ReliabilityChart {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException(
                    "the reliability diagram has " + lines.size() + " lines; give 1 to " + MOST_LINES);
        }
    }

    @Override
    public String name() {
        return "reliability";
    }

    @Override
    public String title() {
        return "Forecast and frequency: " + what;
    }

    @Override
    public String subtitle() {
        return "Across: mean probability held in a bin; up: share in which it came, with 95\u00a0% interval; both by powers of ten. "
                + "On the dashed line the two are equal; below it too much was expected. Hollow, at the foot: it never came.";
    }

    @Override
    public String description() {
        var text = new StringBuilder("Points with whiskers around a diagonal.");
        for (Line line : lines) {
            text.append(' ').append(line.label()).append(": ");
            var parts = new ArrayList<String>();
            for (Point point : line.points()) {
                parts.add("held " + Numbers.percent(point.forecast()) + ", came in " + point.events() + " of "
                        + Numbers.count(point.count()));
            }
            text.append(String.join("; ", parts)).append('.');
        }
        return text.toString();
    }

    @Override
    public Table table() {
        var rows = new ArrayList<List<String>>();
        for (Line line : lines) {
            for (Point point : line.points()) {
                rows.add(List.of(
                        line.label(),
                        Numbers.percent(point.forecast()),
                        Numbers.percent(point.frequency().value()) + " (" + Numbers.percentRange(point.frequency())
                                + ")",
                        Integer.toString(point.events()),
                        Numbers.count(point.count())));
            }
        }
        return new Table(
                "Forecast and frequency", List.of("Source", "Forecast", "Came (95\u00a0%)", "Events", "Cells"), rows);
    }

    @Override
    public Picture draw(Size size) {
        NumberAxis up = powers();
        XYPlot plot = Theme.plot(size, LOWEST, 0, up);
        if (plot.getDomainAxis() instanceof NumberAxis across) {
            across.setTickUnit(new NumberTickUnit(1));
            across.setNumberFormatOverride(new Powers());
        }
        plot.setRangeZeroBaselineVisible(false);
        double key = size.em(size.narrow() ? .4 + 1.3 * lines.size() : 2);
        plot.setInsets(new RectangleInsets(key, 0, 0, size.em(2.2)));
        return new Picture(Theme.chart(plot, size), size.width(), size.height(), (g2, area) -> {
            grid(g2, area);
            g2.setPaint(Theme.SOFT_INK);
            g2.setStroke(Theme.dash(1, size.em(.1)));
            g2.draw(new Line2D.Double(area.getMinX(), area.getMaxY(), area.getMaxX(), area.getMinY()));
            for (int k = 0; k < lines.size(); k++) {
                points(g2, area, k, size);
            }
            key(g2, area, key, size);
        });
    }

    /** Painted here, since a plot without a data set has none. */
    private static void grid(Graphics2D g2, Rectangle2D area) {
        g2.setPaint(Theme.GRID);
        g2.setStroke(Theme.stroke(1));
        for (double power = LOWEST + 1; power <= 0; power++) {
            double share = (power - LOWEST) / -LOWEST;
            double x = area.getMinX() + share * area.getWidth();
            double y = area.getMaxY() - share * area.getHeight();
            g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
            g2.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
        }
    }

    private static NumberAxis powers() {
        var axis = Theme.values(LOWEST, 0, 1, "0");
        axis.setNumberFormatOverride(new Powers());
        return axis;
    }

    private void points(Graphics2D g2, Rectangle2D area, int index, Size size) {
        double x0 = Double.NaN;
        double y0 = Double.NaN;
        g2.setPaint(Theme.series(index));
        for (Point point : lines.get(index).points()) {
            double x = across(point.forecast(), area) + dodge(index, size);
            double y = up(point.frequency().value(), area);
            g2.setStroke(Theme.stroke(size.em(.07)));
            g2.draw(new Line2D.Double(
                    x,
                    up(point.frequency().lower(), area),
                    x,
                    up(point.frequency().upper(), area)));
            if (!Double.isNaN(x0)) {
                g2.setStroke(Theme.dash(index, size.em(.1)));
                g2.draw(new Line2D.Double(x0, y0, x, y));
            }
            x0 = x;
            y0 = y;
        }
        for (Point point : lines.get(index).points()) {
            mark(
                    g2,
                    across(point.forecast(), area) + dodge(index, size),
                    up(point.frequency().value(), area),
                    index,
                    point.events() == 0,
                    size);
        }
    }

    /** A little apart, so that whiskers of sources that hold the same likely do not hide each other. */
    private double dodge(int index, Size size) {
        return (index - (lines.size() - 1) / 2.0) * size.em(.22);
    }

    private static void mark(Graphics2D g2, double x, double y, int index, boolean hollow, Size size) {
        double r = size.em(.32);
        Shape shape = index == 0
                ? new Ellipse2D.Double(-r, -r, 2 * r, 2 * r)
                : Theme.shape(List.of(Rung.NONE, Rung.PARTNER, Rung.OBSERVER).get(index - 1), r);
        Shape placed = AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
        g2.setPaint(hollow ? Theme.PAPER : Theme.series(index));
        g2.fill(placed);
        g2.setPaint(Theme.series(index));
        g2.setStroke(Theme.stroke(size.em(.1)));
        g2.draw(placed);
    }

    private void key(Graphics2D g2, Rectangle2D area, double height, Size size) {
        var font = Theme.font(size, .9);
        double x = area.getMinX();
        double y = area.getMinY() - height + size.em(1);
        for (int k = 0; k < lines.size(); k++) {
            mark(g2, x + size.em(.4), y - size.em(.32), k, false, size);
            g2.setPaint(Theme.INK);
            g2.setFont(font);
            g2.drawString(lines.get(k).label(), (float) (x + size.em(1)), (float) y);
            if (size.narrow()) {
                y += size.em(1.3);
            } else {
                x += size.em(2.4) + Theme.width(lines.get(k).label(), font);
            }
        }
    }

    private static double across(double share, Rectangle2D area) {
        return area.getMinX() + (power(share) - LOWEST) / -LOWEST * area.getWidth();
    }

    private static double up(double share, Rectangle2D area) {
        return area.getMaxY() - (power(share) - LOWEST) / -LOWEST * area.getHeight();
    }

    private static double power(double share) {
        return share <= 0 ? NOTHING : Math.max(NOTHING, StrictMath.log10(share));
    }

    /** Writes -2 as 1 %. */
    private static final class Powers extends NumberFormat {
        private static final long serialVersionUID = 1;

        @Override
        public StringBuffer format(double power, StringBuffer text, FieldPosition position) {
            return text.append(Theme.format("0.##").format(100 * StrictMath.pow(10, power)))
                    .append("\u00a0%");
        }

        @Override
        public StringBuffer format(long power, StringBuffer text, FieldPosition position) {
            return format((double) power, text, position);
        }

        @Override
        public Number parse(String text, ParsePosition position) {
            throw new UnsupportedOperationException("an axis is only written");
        }
    }
}
