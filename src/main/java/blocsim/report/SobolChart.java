package blocsim.report;

import blocsim.stats.SobolIndices;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.ui.RectangleInsets;

/**
 * How much of an output's variance is each factor's, alone and with all that it interacts with.
 *
 * @param output what varies, as it stands after "what decides", such as {@code when Belarus joins the SCO}
 * @param replicated whether points had several replicates, so that luck is taken out
 * @param factors kept with the largest total on top, then by name
 * @param source where the figures come from
 */
public record SobolChart(String output, boolean replicated, List<Factor> factors, String source) implements Chart {
    /**
     * One factor.
     *
     * @param name in a few words
     * @param first share of the variance that goes if it alone were known
     * @param total share that stays if all else were known
     */
    public record Factor(String name, Estimate first, Estimate total) {
        private String label() {
            return Numbers.decimal(first.value()) + " / " + Numbers.decimal(total.value());
        }
    }

    private static final double ROW = 2.6;
    private static final double ROW_NARROW = 3.4;
    private static final double BAR = .66;
    static final Color FIRST = Theme.series(0);
    static final Color TOTAL = Theme.series(5);
    private static final String ALONE = "alone";
    private static final String TOGETHER = "with all that it interacts with";

    /** @throws IllegalArgumentException if there is no factor */
    public SobolChart {
        factors = factors.stream()
                .sorted(Comparator.comparingDouble(
                                (Factor factor) -> -factor.total().value())
                        .thenComparing(Factor::name))
                .toList();
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("the chart of indices has no factor; give at least one");
        }
    }

    /**
     * The factors of an analysis under their names; empty where the output varies by nothing but luck, so that there is no chart.
     *
     * @param names in the order of the design's columns
     */
    public static List<Factor> factors(List<String> names, SobolIndices indices) {
        var factors = new ArrayList<Factor>();
        for (int i = 0; i < names.size(); i++) {
            var factor = indices.factors().get(i);
            if (Double.isNaN(factor.total().value())) {
                return List.of();
            }
            factors.add(new Factor(names.get(i), Estimate.kept(factor.first()), Estimate.kept(factor.total())));
        }
        return List.copyOf(factors);
    }

    @Override
    public String name() {
        return "sobol-indices";
    }

    @Override
    public String title() {
        return "What decides " + output;
    }

    @Override
    public String subtitle() {
        return "Share of the variance that each factor accounts for (Sobol' indices): alone, and with all that it interacts "
                + "with. Thin lines: 95\u00a0% intervals. "
                + (replicated ? "Luck is taken out." : "Each point was run once: luck counts as interaction.");
    }

    @Override
    public String description() {
        return factors.stream()
                .map(factor ->
                        factor.name() + " " + Numbers.decimal(factor.first().value()) + " alone and "
                                + Numbers.decimal(factor.total().value()) + " with its interactions")
                .collect(Collectors.joining("; ", "Two bars for each factor, the largest total on top: ", "."));
    }

    @Override
    public Table table() {
        return new Table(
                "Sobol' indices with 95\u00a0% intervals",
                List.of("Factor", "First order", "Total"),
                factors.stream()
                        .map(factor -> List.of(factor.name(), text(factor.first()), text(factor.total())))
                        .toList());
    }

    private static String text(Estimate index) {
        return Numbers.decimal(index.value()) + " (" + Numbers.decimal(index.lower()) + " to "
                + Numbers.decimal(index.upper()) + ")";
    }

    @Override
    public Picture draw(Size size) {
        double least = 0;
        double most = .1;
        for (Factor factor : factors) {
            least = Math.min(
                    least, Math.min(factor.first().lower(), factor.total().lower()));
            most = Math.max(
                    most, Math.max(factor.first().upper(), factor.total().upper()));
        }
        double step = Theme.step(most - least, size.narrow() ? 4 : 8);
        double left = Math.min(least - .01 * (most - least), 0);
        double right = step * Math.ceil(most / step);
        var labels = factors.stream().map(Factor::label).toList();
        var plot = Rows.plot(
                Rows.beside(factors.stream().map(Factor::name).toList(), size),
                Theme.values(left, right, step, "0.##"),
                size);
        double key = size.em(size.narrow() ? 3.2 : 2);
        plot.setInsets(new RectangleInsets(key, 0, 0, Rows.widest(labels, Theme.font(size, .9)) + size.em(1.1)));
        int height = (int) Math.round(key + size.em(3) + factors.size() * size.em(size.narrow() ? ROW_NARROW : ROW));
        return new Picture(Theme.chart(plot, size), size.width(), Math.max(size.height(), height), (g2, area) -> {
            key(g2, Labels.x(0, left, right, area), area.getMinY() - key + size.em(1), size);
            for (int i = 0; i < factors.size(); i++) {
                row(g2, area, i, left, right, size);
            }
            Rows.zero(g2, area, Labels.x(0, left, right, area), size);
            for (int i = 0; i < factors.size(); i++) {
                Rows.above(g2, area, i, factors.size(), factors.get(i).name(), size);
            }
        });
    }

    private void row(Graphics2D g2, Rectangle2D area, int index, double left, double right, Size size) {
        Factor factor = factors.get(index);
        var both = List.of(factor.first(), factor.total());
        Rows.pair(g2, area, index, factors.size(), 0, both, List.of(FIRST, TOTAL), left, right, BAR, size);
        Rows.figures(g2, area, index, factors.size(), factor.label(), size);
    }

    private static void key(Graphics2D g2, double left, double top, Size size) {
        var font = Theme.font(size, .9);
        g2.setFont(font);
        double x = left;
        double y = top;
        for (String word : List.of(ALONE, TOGETHER)) {
            g2.setPaint(word.equals(ALONE) ? FIRST : TOTAL);
            g2.fill(new Rectangle2D.Double(x, y - size.em(.65), size.em(1.3), size.em(.6)));
            g2.setPaint(Theme.INK);
            g2.drawString(word, (float) (x + size.em(1.7)), (float) y);
            x = size.narrow() ? left : x + size.em(3.2) + Theme.width(word, font);
            y = size.narrow() ? y + size.em(1.3) : y;
        }
    }
}
