package blocsim.report;

import blocsim.stats.MorrisEffects;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Morris screening: how large each factor's effects are, and how much they differ from place to place.
 *
 * @param output what varies, as it stands after "what decides", such as {@code when Belarus joins the SCO}
 * @param unit of the output, such as {@code years}; empty for a share
 * @param replicated whether points had several replicates, so that luck is known
 * @param factors kept with the largest μ* first, then by name
 * @param source where the figures come from
 */
public record MorrisChart(String output, String unit, boolean replicated, List<Factor> factors, String source)
        implements Chart {
    /**
     * One factor.
     *
     * @param name in a few words
     * @param muStar mean size of its effects, with its interval
     * @param sigma standard deviation of its effects without luck, at least 0
     * @param stands whether μ* is told from what luck alone gives
     */
    public record Factor(String name, Estimate muStar, double sigma, boolean stands) {}

    private static final int NAMED = 12;
    private static final int NAMED_NARROW = 6;
    private static final double MARK = .38;
    private static final int ROWS = 5;
    private static final String MU = "mean size of effects, \u03bc*";
    private static final String SIGMA = "how much they differ, \u03c3";

    /** @throws IllegalArgumentException if there is no factor */
    public MorrisChart {
        factors = factors.stream()
                .sorted(Comparator.comparingDouble(
                                (Factor factor) -> -factor.muStar().value())
                        .thenComparing(Factor::name))
                .toList();
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("the chart of effects has no factor; give at least one");
        }
    }

    /**
     * The factors of an analysis under their names, without those of which every effect was lost to failed runs.
     *
     * @param names in the order of the design's columns
     */
    public static List<Factor> factors(List<String> names, MorrisEffects effects) {
        var factors = new ArrayList<Factor>();
        for (int j = 0; j < names.size(); j++) {
            var factor = effects.factors().get(j);
            double sigma = Decimals.kept(factor.sigma().value());
            if (!Double.isNaN(factor.muStar().value())) {
                factors.add(new Factor(
                        names.get(j),
                        Estimate.kept(factor.muStar()),
                        Double.isNaN(sigma) ? 0 : sigma,
                        Decimals.kept(factor.muStar().lower()) > Decimals.kept(factor.muStarOfLuck())));
            }
        }
        return List.copyOf(factors);
    }

    @Override
    public String name() {
        return "morris-effects";
    }

    @Override
    public String title() {
        return "What decides " + output;
    }

    @Override
    public String subtitle() {
        return "Across: mean size of the effects of a factor, over its whole range (\u03bc*" + inUnit()
                + "), with 95\u00a0% interval. "
                + "Upwards: how much they differ from place to place (\u03c3); above the dashed line, by more than their size. "
                + (replicated ? "Hollow: not told from luck." : "Each point was run once: luck counts as effect.");
    }

    private String inUnit() {
        return unit.isEmpty() ? "" : ", " + unit;
    }

    @Override
    public String description() {
        return factors.stream()
                .map(factor ->
                        factor.name() + " " + Numbers.figure(factor.muStar().value()) + " and "
                                + Numbers.figure(factor.sigma()) + (factor.stands() ? "" : ", not told from luck"))
                .collect(Collectors.joining(
                        "; ", "One point for each factor, \u03bc* and \u03c3, the largest first: ", "."));
    }

    @Override
    public Table table() {
        return new Table(
                "Effects of each factor over its whole range" + inUnit(),
                List.of("Factor", "\u03bc* (95\u00a0%)", "\u03c3", "Told from luck"),
                factors.stream()
                        .map(factor -> List.of(
                                factor.name(),
                                Numbers.figure(factor.muStar().value()) + " ("
                                        + Numbers.figure(factor.muStar().lower()) + " to "
                                        + Numbers.figure(factor.muStar().upper()) + ")",
                                Numbers.figure(factor.sigma()),
                                factor.stands() ? "yes" : "no"))
                        .toList());
    }

    @Override
    public Picture draw(Size size) {
        double most = 1e-5;
        double tallest = 1e-5;
        for (Factor factor : factors) {
            most = Math.max(most, factor.muStar().upper());
            tallest = Math.max(tallest, factor.sigma());
        }
        double across = Theme.step(most, size.narrow() ? 4 : 8);
        double up = Theme.step(tallest, size.narrow() ? 4 : 6);
        double right = across * Math.ceil(most / across + .01);
        double top = up * Math.ceil(tallest / up + .15);
        var plot = Theme.plot(size, -.02 * right, right, Theme.values(-.03 * top, top, up, "0.#####"));
        if (plot.getDomainAxis() instanceof NumberAxis axis) {
            axis.setTickUnit(new NumberTickUnit(across));
            axis.setNumberFormatOverride(Theme.format("0.#####"));
        }
        plot.setRenderer(new XYLineAndShapeRenderer());
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(Theme.GRID);
        plot.setDomainGridlineStroke(Theme.stroke(1));
        label(plot.getDomainAxis(), MU + inUnit(), size);
        label(plot.getRangeAxis(), SIGMA, size);
        plot.setInsets(new RectangleInsets(size.em(.4), 0, 0, size.em(1)));
        return new Picture(
                Theme.chart(plot, size),
                size.width(),
                size.height(),
                (g2, area) -> paint(g2, area, new Frame(area, -.02 * right, right, -.03 * top, top), size));
    }

    private static void label(ValueAxis axis, String words, Size size) {
        axis.setLabel(words);
        axis.setLabelFont(Theme.font(size, 1));
        axis.setLabelPaint(Theme.SOFT_INK);
    }

    /** Where a place of the two axes lies on the picture. */
    private record Frame(Rectangle2D area, double left, double right, double bottom, double top) {
        double x(double muStar) {
            return Labels.x(muStar, left, right, area);
        }

        double y(double sigma) {
            return area.getMaxY() - (sigma - bottom) / (top - bottom) * area.getHeight();
        }
    }

    private void paint(Graphics2D g2, Rectangle2D area, Frame frame, Size size) {
        double end = Math.min(frame.right(), frame.top());
        g2.setPaint(Theme.SOFT_INK);
        g2.setStroke(Theme.dash(1, size.em(.1)));
        g2.draw(new Line2D.Double(frame.x(0), frame.y(0), frame.x(end), frame.y(end)));
        double r = size.em(MARK);
        var taken = new ArrayList<Rectangle2D>();
        for (Factor factor : factors) {
            double x = frame.x(factor.muStar().value());
            double y = frame.y(factor.sigma());
            double from = frame.x(Math.max(0, factor.muStar().lower()));
            taken.add(new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r));
            taken.add(
                    new Rectangle2D.Double(from, y - 1, frame.x(factor.muStar().upper()) - from, 2));
            g2.setPaint(factor.stands() ? Theme.series(0) : Theme.SOFT_INK);
            g2.setStroke(Theme.stroke(size.em(.1)));
            g2.draw(new Line2D.Double(from, y, frame.x(factor.muStar().upper()), y));
            var mark = new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            if (!factor.stands()) {
                g2.setPaint(Theme.PAPER);
            }
            g2.fill(mark);
            g2.setPaint(factor.stands() ? Theme.series(0) : Theme.SOFT_INK);
            g2.setStroke(Theme.stroke(size.em(.14)));
            g2.draw(mark);
        }
        for (Factor factor : factors.subList(0, Math.min(factors.size(), size.narrow() ? NAMED_NARROW : NAMED))) {
            name(g2, area, factor, frame, taken, size);
        }
    }

    /** Writes a name near its point, where it covers neither another name nor a point; where there is no such place, none. */
    private static void name(
            Graphics2D g2, Rectangle2D area, Factor factor, Frame frame, List<Rectangle2D> taken, Size size) {
        Font font = Theme.font(size, .92);
        double width = Theme.width(factor.name(), font);
        double height = size.em(1.1);
        double x = frame.x(factor.muStar().value());
        double y = frame.y(factor.sigma());
        double gap = size.em(.4);
        double centred = Math.max(area.getMinX() + gap, Math.min(x - width / 2, area.getMaxX() - width));
        var places = new ArrayList<Rectangle2D>();
        double right = frame.x(factor.muStar().upper()) + gap;
        double left = frame.x(Math.max(0, factor.muStar().lower())) - gap - width;
        for (double off : new double[] {0, -.45, .45}) {
            double top = y + size.em(off) - height / 2;
            places.add(new Rectangle2D.Double(right, top, width, height));
            places.add(new Rectangle2D.Double(left, top, width, height));
        }
        for (double off : new double[] {-1.2, 1.2}) {
            double top = y + size.em(off) - height / 2;
            places.add(new Rectangle2D.Double(x + gap, top, width, height));
            places.add(new Rectangle2D.Double(x - size.em(1.2) - width, top, width, height));
        }
        for (int rows = 1; rows <= ROWS; rows++) {
            places.add(new Rectangle2D.Double(centred, y - rows * size.em(1.2) - height / 2, width, height));
            places.add(new Rectangle2D.Double(centred, y + rows * size.em(1.2) - height / 2, width, height));
        }
        for (Rectangle2D place : places) {
            double off = place.getCenterY() - y;
            boolean apart = Math.abs(off) > 1.5 * height;
            double reach = Math.max(0, Math.abs(off) - height / 2 - size.em(MARK) - 2);
            var leader = new Rectangle2D.Double(x, off < 0 ? place.getMaxY() : y + size.em(MARK) + 2, 1, reach);
            if (area.contains(place)
                    && taken.stream().noneMatch(place::intersects)
                    && (!apart || taken.stream().noneMatch(leader::intersects))) {
                taken.add(place);
                if (apart) {
                    g2.setPaint(Theme.SOFT_INK);
                    g2.setStroke(Theme.stroke(size.em(.06)));
                    g2.draw(new Line2D.Double(x, y, x, off < 0 ? place.getMaxY() : place.getMinY()));
                }
                g2.setPaint(Theme.PAPER);
                g2.fill(place);
                g2.setPaint(Theme.INK);
                g2.setFont(font);
                g2.drawString(factor.name(), (float) place.getMinX(), (float) (place.getCenterY() + size.em(.33)));
                return;
            }
        }
    }
}
