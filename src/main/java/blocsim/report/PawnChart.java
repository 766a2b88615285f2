package blocsim.report;

import blocsim.stats.Pawn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How far the distribution of an output moves when a factor is held in a slice of its range, by PAWN (Pianosi and Wagener 2018).
 *
 * @param output what varies, as it stands after "what moves"
 * @param none what a factor without effect stays below in 95 % of cases, from 0 to 1
 * @param factors kept with the largest distance on top, then by name
 * @param source where the figures come from
 */
public record PawnChart(String output, double none, List<Factor> factors, String source) implements Chart {
    /**
     * One factor.
     *
     * @param name in a few words
     * @param distance median over slices of the Kolmogorov-Smirnov distance, from 0 to 1, with its interval
     */
    public record Factor(String name, Estimate distance) {}

    /** @throws IllegalArgumentException if there is no factor */
    public PawnChart {
        factors = factors.stream()
                .sorted(Comparator.comparingDouble(
                                (Factor factor) -> -factor.distance().value())
                        .thenComparing(Factor::name))
                .toList();
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("the chart of distances has no factor; give at least one");
        }
    }

    /**
     * The factors of an analysis under their names.
     *
     * @param names in the order of the design's columns
     */
    static List<Factor> factors(List<String> names, Pawn pawn) {
        var factors = new ArrayList<Factor>();
        for (int j = 0; j < names.size(); j++) {
            var median = pawn.factors().get(j).median();
            if (!Double.isNaN(median.value())) {
                factors.add(new Factor(names.get(j), Estimate.kept(median)));
            }
        }
        return List.copyOf(factors);
    }

    @Override
    public String name() {
        return "pawn";
    }

    @Override
    public String title() {
        return "How far each factor moves " + output;
    }

    @Override
    public String subtitle() {
        return "Distance of distributions when a factor is held in a slice of its range, median over slices (PAWN), from 0 to 1. "
                + "Line: 95\u00a0% interval. Left of the dashed line, at " + Numbers.decimal(none)
                + ", a factor is not told from one without effect.";
    }

    @Override
    public String description() {
        return factors.stream()
                .map(factor -> factor.name() + " " + text(factor))
                .collect(Collectors.joining(
                        "; ",
                        "One point with its interval for each factor, the largest on top; one without effect stays below "
                                + Numbers.decimal(none) + ": ",
                        "."));
    }

    private static String text(Factor factor) {
        return DotRows.text(factor.distance());
    }

    @Override
    public Table table() {
        return new Table(
                "PAWN: median distance over slices, 0 to 1",
                List.of("Factor", "Distance (95\u00a0%)"),
                factors.stream()
                        .map(factor -> List.of(factor.name(), text(factor)))
                        .toList());
    }

    @Override
    public Picture draw(Size size) {
        return DotRows.draw(
                factors.stream()
                        .map(factor -> new DotRows.Row(
                                factor.name(),
                                factor.distance(),
                                factor.distance().lower() > none))
                        .toList(),
                none,
                0,
                size);
    }
}
