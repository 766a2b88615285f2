package blocsim.report;

import blocsim.stats.Swings;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.ui.RectangleInsets;

/**
 * How far an output's mean lies from that of all runs where each factor is low, and where it is high.
 *
 * @param output what varies, as it stands after "what moves", such as {@code the day on which Belarus joins the SCO}
 * @param unit of the output, such as {@code years}; empty for a share
 * @param mean of all runs
 * @param factors kept with the largest swing on top, then by name
 * @param source where the figures come from
 */
public record TornadoChart(String output, String unit, double mean, List<Factor> factors, String source)
        implements Chart {
    /**
     * One factor.
     *
     * @param name in a few words
     * @param low mean of the output where the factor is low, with its interval
     * @param high the same where it is high
     */
    public record Factor(String name, Estimate low, Estimate high) {
        private double swing() {
            return Math.abs(high.value() - low.value());
        }

        private String label() {
            return Numbers.figure(low.value()) + " / " + Numbers.figure(high.value());
        }
    }

    private static final double ROW = 2.2;
    private static final double ROW_NARROW = 3.4;
    private static final double BAR = .64;
    static final Color LOW = Theme.series(5);
    static final Color HIGH = Theme.series(3);
    private static final String IS_LOW = "factor low";
    private static final String IS_HIGH = "factor high";

    /** @throws IllegalArgumentException if there is no factor */
    public TornadoChart {
        factors = factors.stream()
                .sorted(Comparator.comparingDouble((Factor factor) -> -factor.swing())
                        .thenComparing(Factor::name))
                .toList();
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("the tornado has no factor; give at least one");
        }
    }

    /**
     * The factors of an analysis under their names, without those that have no run at either end.
     *
     * @param names in the order of the design's columns
     */
    public static List<Factor> factors(List<String> names, Swings swings) {
        var factors = new ArrayList<Factor>();
        for (int j = 0; j < names.size(); j++) {
            var factor = swings.factors().get(j);
            if (!Double.isNaN(factor.swing().value())) {
                factors.add(new Factor(names.get(j), Estimate.kept(factor.low()), Estimate.kept(factor.high())));
            }
        }
        return List.copyOf(factors);
    }

    @Override
    public String name() {
        return "tornado";
    }

    @Override
    public String title() {
        return "What moves " + output;
    }

    @Override
    public String subtitle() {
        return "Mean" + (unit.isEmpty() ? "" : " in " + unit)
                + " over runs in which a factor is in the lowest and in the highest fifth of its range, all others varying. Thin lines: "
                + "95\u00a0% intervals. Upright line: mean of all runs, " + Numbers.figure(mean) + ".";
    }

    @Override
    public String description() {
        return factors.stream()
                .map(factor ->
                        factor.name() + " from " + Numbers.figure(factor.low().value()) + " to "
                                + Numbers.figure(factor.high().value()))
                .collect(Collectors.joining(
                        "; ",
                        "Two bars for each factor, from the mean of all runs, " + Numbers.figure(mean)
                                + ", to the mean where it is low and where it is high, the largest swing on top: ",
                        "."));
    }

    @Override
    public Table table() {
        return new Table(
                "Mean where a factor is low and where it is high" + (unit.isEmpty() ? "" : ", " + unit),
                List.of("Factor", "Low (95\u00a0%)", "High (95\u00a0%)"),
                factors.stream()
                        .map(factor -> List.of(factor.name(), text(factor.low()), text(factor.high())))
                        .toList());
    }

    private static String text(Estimate mean) {
        return Numbers.figure(mean.value()) + " (" + Numbers.figure(mean.lower()) + " to "
                + Numbers.figure(mean.upper()) + ")";
    }

    @Override
    public Picture draw(Size size) {
        double least = mean;
        double most = mean;
        for (Factor factor : factors) {
            least = Math.min(least, Math.min(factor.low().lower(), factor.high().lower()));
            most = Math.max(most, Math.max(factor.low().upper(), factor.high().upper()));
        }
        double step = Theme.step(Math.max(1e-4, most - least), size.narrow() ? 4 : 8);
        double left = step * Math.floor(least / step - .1);
        double right = step * Math.ceil(most / step + .1);
        var labels = factors.stream().map(Factor::label).toList();
        var plot = Rows.plot(
                Rows.beside(factors.stream().map(Factor::name).toList(), size),
                Theme.values(left, right, step, "0.#####"),
                size);
        double key = size.em(2);
        plot.setInsets(new RectangleInsets(key, 0, 0, Rows.widest(labels, Theme.font(size, .9)) + size.em(1.1)));
        int height = (int) Math.round(key + size.em(3) + factors.size() * size.em(size.narrow() ? ROW_NARROW : ROW));
        return new Picture(Theme.chart(plot, size), size.width(), Math.max(size.height(), height), (g2, area) -> {
            key(g2, area.getMinX(), area.getMinY() - key + size.em(1), size);
            for (int i = 0; i < factors.size(); i++) {
                row(g2, area, i, left, right, size);
            }
            Rows.zero(g2, area, Labels.x(mean, left, right, area), size);
            for (int i = 0; i < factors.size(); i++) {
                Rows.above(g2, area, i, factors.size(), factors.get(i).name(), size);
            }
        });
    }

    private void row(Graphics2D g2, Rectangle2D area, int index, double left, double right, Size size) {
        Factor factor = factors.get(index);
        // Both ends may lie on one side of the mean of all: one bar below the other shows both.
        var both = List.of(factor.low(), factor.high());
        Rows.pair(g2, area, index, factors.size(), mean, both, List.of(LOW, HIGH), left, right, BAR, size);
        Rows.figures(g2, area, index, factors.size(), factor.label(), size);
    }

    private static void key(Graphics2D g2, double left, double top, Size size) {
        var font = Theme.font(size, .9);
        g2.setFont(font);
        double x = left;
        for (String word : List.of(IS_LOW, IS_HIGH)) {
            g2.setPaint(word.equals(IS_LOW) ? LOW : HIGH);
            g2.fill(new Rectangle2D.Double(x, top - size.em(.65), size.em(1.3), size.em(.6)));
            g2.setPaint(Theme.INK);
            g2.drawString(word, (float) (x + size.em(1.7)), (float) top);
            x += size.em(3.2) + Theme.width(word, font);
        }
    }
}
