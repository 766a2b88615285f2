package blocsim.report;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * What a run costs against the size of its world: nanoseconds for a state, bloc and tick, on scales of powers of ten. A level line
 * is a cost that grows with the world and no faster.
 *
 * @param points one a world
 * @param source machine and version
 */
public record CostChart(List<Point> points, String source) implements Chart {
    /**
     * A world.
     *
     * @param world its name
     * @param states how many
     * @param nanos for a state, bloc and tick: median, least and most of several rounds
     */
    public record Point(String world, int states, Estimate nanos) {}

    /** Over how many times its least an axis has more ticks than powers of ten. */
    private static final double ROOMY = 1e4;

    private static final double ROOMY_NARROW = 20;

    /** @throws IllegalArgumentException if there is no world, or one costs nothing */
    public CostChart {
        points = points.stream().sorted(Comparator.comparingInt(Point::states)).toList();
        if (points.isEmpty() || points.stream().anyMatch(point -> point.nanos().lower() <= 0)) {
            throw new IllegalArgumentException("the chart of costs needs worlds, each with a cost above 0");
        }
    }

    @Override
    public String name() {
        return "cost-by-size";
    }

    @Override
    public String title() {
        return "What a run costs, by the size of its world";
    }

    @Override
    public String subtitle() {
        return "Nanoseconds for a state, bloc and tick (up) by states (across), on scales of powers of ten. Dot: median of the"
                + " rounds; line: least to most.";
    }

    @Override
    public String description() {
        return points.stream()
                .map(point -> point.world() + " (" + point.states() + " states) "
                        + Numbers.decimal(point.nanos().value()))
                .collect(Collectors.joining("; ", "A dot for each world, in nanoseconds: ", "."));
    }

    @Override
    public Table table() {
        var rows = new ArrayList<List<String>>();
        for (Point point : points) {
            rows.add(List.of(
                    point.world(),
                    Integer.toString(point.states()),
                    Numbers.decimal(point.nanos().value()),
                    Numbers.decimal(point.nanos().lower()),
                    Numbers.decimal(point.nanos().upper())));
        }
        return new Table(
                "Nanoseconds for a state, bloc and tick", List.of("World", "States", "Median", "Least", "Most"), rows);
    }

    @Override
    public Picture draw(Size size) {
        double most = points.stream()
                .mapToDouble(point -> point.nanos().upper())
                .max()
                .orElse(1);
        double least = points.stream()
                .mapToDouble(point -> point.nanos().lower())
                .min()
                .orElse(1);
        double fewest = points.get(0).states() / 2.0;
        double largest = points.get(points.size() - 1).states() * 4.0;
        double bottom = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(least)));
        double top = StrictMath.pow(10, StrictMath.ceil(StrictMath.log10(most)));
        var plot = Theme.plot(size, 0, 1, axis(bottom, top, size));
        plot.setRangeZeroBaselineVisible(false);
        plot.setDomainAxis(axis(fewest, largest, size));
        return new Picture(Theme.chart(plot, size), size.width(), size.height(), (g2, area) -> {
            g2.setPaint(Theme.GRID);
            g2.setStroke(Theme.stroke(1));
            for (double tick : ticks(bottom, top, size.narrow())) {
                double y = y(tick, bottom, top, area);
                g2.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
            }
            for (Point point : points) {
                double x = area.getMinX() + area.getWidth() * share(point.states(), fewest, largest);
                g2.setPaint(Theme.series(0));
                g2.setStroke(Theme.stroke(size.em(.2)));
                g2.draw(new Line2D.Double(
                        x,
                        y(point.nanos().lower(), bottom, top, area),
                        x,
                        y(point.nanos().upper(), bottom, top, area)));
                double r = size.em(.4);
                double y = y(point.nanos().value(), bottom, top, area);
                g2.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
                g2.setPaint(Theme.INK);
                var font = Theme.font(size, .85);
                g2.setFont(font);
                double right = x + size.em(.6) + Theme.width(point.world(), font);
                double left = right <= area.getMaxX() ? x + size.em(.6) : x - size.em(.6) - (right - x - size.em(.6));
                g2.drawString(point.world(), (float) left, (float) (y - size.em(.4)));
            }
        });
    }

    private static ValueAxis axis(double least, double most, Size size) {
        var axis = new Decades(size.narrow());
        axis.setRange(least, most);
        axis.setNumberFormatOverride(Theme.format("#,##0.##"));
        Theme.dress(axis, size);
        return axis;
    }

    /** Powers of ten that lie on an axis, and 2 and 5 times these where there is room. */
    private static List<Double> ticks(double least, double most, boolean narrow) {
        boolean roomy = most / least <= (narrow ? ROOMY_NARROW : ROOMY);
        var ticks = new ArrayList<Double>();
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(least)));
        for (; power <= most; power *= 10) {
            for (int factor : roomy ? new int[] {1, 2, 5} : new int[] {1}) {
                double tick = factor * power;
                if (tick >= least && tick <= most) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** A scale of powers of ten with more ticks than one a power, which many a chart of costs has but one of. */
    private static final class Decades extends LogAxis {
        private static final long serialVersionUID = 1;

        private final boolean narrow;

        Decades(boolean narrow) {
            this.narrow = narrow;
        }

        @Override
        protected List<ValueTick> refreshTicksHorizontal(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
            return labelled(TextAnchor.TOP_CENTER);
        }

        @Override
        protected List<ValueTick> refreshTicksVertical(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
            return labelled(TextAnchor.CENTER_RIGHT);
        }

        private List<ValueTick> labelled(TextAnchor anchor) {
            return ticks(getLowerBound(), getUpperBound(), narrow).stream()
                    .<ValueTick>map(tick ->
                            new NumberTick(tick, getNumberFormatOverride().format(tick), anchor, TextAnchor.CENTER, 0))
                    .toList();
        }
    }

    private static double share(double value, double least, double most) {
        return StrictMath.log(value / least) / StrictMath.log(most / least);
    }

    private static double y(double value, double bottom, double top, Rectangle2D area) {
        return area.getMaxY() - area.getHeight() * share(value, bottom, top);
    }
}
