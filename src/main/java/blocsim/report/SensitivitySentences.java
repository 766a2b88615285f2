package blocsim.report;

import blocsim.stats.Interval;
import blocsim.stats.MorrisEffects;
import blocsim.stats.Pawn;
import blocsim.stats.Prim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What an analysis of sensitivity says, in words. Every sentence follows from its figures alone: other figures, another sentence. */
public final class SensitivitySentences {
    private static final int NAMED = 3;

    private SensitivitySentences() {}

    /**
     * One factor of boxes.
     *
     * @param name in a few words, as it stands in a sentence, such as {@code the weight of networks}
     * @param values what the numbers 0, 1 and so on stand for where the factor is a category; empty for a number
     */
    public record Named(String name, List<String> values) {
        /** Copies the list. */
        public Named {
            values = List.copyOf(values);
        }
    }

    /**
     * What decides an output, by its Sobol' indices.
     *
     * @param chart with the figures
     * @param luck the share of a single run's variance that is luck; null where points have one replicate
     */
    public static List<String> sobol(SobolChart chart, @Nullable Interval luck) {
        var sentences = new ArrayList<String>();
        List<SobolChart.Factor> factors = chart.factors();
        var standing = factors.stream()
                .filter(factor -> factor.total().lower() > 0 && factor.total().value() >= .005)
                .toList();
        if (standing.isEmpty()) {
            sentences.add("No factor can be told from one that decides nothing about " + chart.output() + ".");
        } else {
            var top = standing.get(0);
            var level = standing.stream()
                    .filter(factor -> factor.total().upper() >= top.total().lower())
                    .toList();
            if (level.size() > 1) {
                sentences.add("What most decides " + chart.output()
                        + " is one of these, whose intervals overlap: "
                        + list(level.stream().map(SensitivitySentences::shares).toList()) + ".");
            } else {
                sentences.add("What most decides " + chart.output() + " is " + shares(top) + ".");
            }
            var next = standing.stream()
                    .filter(factor -> !level.contains(factor))
                    .limit(NAMED)
                    .toList();
            if (!next.isEmpty()) {
                sentences.add("Next " + (next.size() == 1 ? "comes " : "come ")
                        + list(next.stream().map(SensitivitySentences::shares).toList()) + ".");
            }
        }
        var none = factors.stream()
                .filter(factor -> !standing.contains(factor))
                .map(factor -> lower(factor.name()))
                .toList();
        if (!none.isEmpty() && !standing.isEmpty()) {
            sentences.add("Not told from none: " + list(none) + ".");
        }
        double alone =
                factors.stream().mapToDouble(factor -> factor.first().value()).sum();
        if (alone < .9 && !standing.isEmpty()) {
            sentences.add("Factors that work only together account for "
                    + Numbers.percent(Math.min(1, 1 - alone)) + " of the variance"
                    + (chart.replicated() ? "." : ", luck among them."));
        }
        sentences.add(luck(luck));
        return List.copyOf(sentences);
    }

    /** How much of a single run is luck. */
    static String luck(@Nullable Interval luck) {
        return luck == null
                ? "Each point was run once, so that luck counts as interaction; replicates would tell the two apart."
                : "Of the variance of a single run, " + Numbers.percent(Estimate.of(luck))
                        + " is luck, which no factor decides.";
    }

    private static String shares(SobolChart.Factor factor) {
        return lower(factor.name()) + " ("
                + Numbers.percent(share(factor.first().value())) + " of the variance alone, "
                + Numbers.percent(share(factor.total().value())) + " with its interactions)";
    }

    private static double share(double index) {
        return Math.max(0, Math.min(1, index));
    }

    /** What decides an output, by Morris's effects. */
    public static List<String> morris(MorrisChart chart, MorrisEffects effects) {
        var sentences = new ArrayList<String>();
        var standing =
                chart.factors().stream().filter(MorrisChart.Factor::stands).toList();
        if (standing.isEmpty()) {
            return List.of("No factor can be told from one without effect on " + chart.output() + ".");
        }
        var top = standing.get(0);
        var level = standing.stream()
                .filter(factor -> factor.muStar().upper() >= top.muStar().lower())
                .toList();
        sentences.add("What most decides " + chart.output()
                + (level.size() == 1 ? " is " : " is one of these, whose intervals overlap: ")
                + list(level.stream()
                        .map(factor -> lower(factor.name()) + " ("
                                + size(factor.muStar().value(), chart.unit()) + " over its whole range)")
                        .toList())
                + ".");
        var next = standing.stream()
                .filter(factor -> !level.contains(factor))
                .limit(NAMED)
                .map(factor ->
                        lower(factor.name()) + " (" + size(factor.muStar().value(), chart.unit()) + ")")
                .toList();
        if (!next.isEmpty()) {
            sentences.add("Next " + (next.size() == 1 ? "comes " : "come ") + list(next) + ".");
        }
        var uneven = standing.stream()
                .filter(factor -> factor.sigma() > factor.muStar().value())
                .map(factor -> lower(factor.name()))
                .toList();
        if (!uneven.isEmpty()) {
            sentences.add("What " + list(uneven) + (uneven.size() == 1 ? " does depends" : " do depends")
                    + " most on where the other factors stand.");
        }
        var none = chart.factors().stream()
                .filter(factor -> !factor.stands())
                .map(factor -> lower(factor.name()))
                .toList();
        if (!none.isEmpty()) {
            double most = chart.factors().stream()
                    .filter(factor -> !factor.stands())
                    .mapToDouble(factor -> factor.muStar().upper())
                    .max()
                    .orElse(0);
            sentences.add("Not told from " + (chart.replicated() ? "luck" : "none") + ": " + list(none)
                    + ". They may be left alone where " + size(most, chart.unit())
                    + " over a whole range do not matter, the highest end of their intervals.");
        }
        if (!chart.replicated()) {
            sentences.add(
                    "Each point was run once, so that luck counts as effect; replicates would tell the two apart.");
        }
        if (effects.droppedEffects() > 0) {
            sentences.add(Numbers.count(effects.droppedEffects()) + " of "
                    + Numbers.count(
                            (long) effects.trajectories() * effects.factors().size())
                    + " effects were left out, since a run at one end failed.");
        }
        return List.copyOf(sentences);
    }

    /** The size of an effect with its unit; of a share in percentage points. */
    private static String size(double effect, String unit) {
        return unit.isEmpty()
                ? Numbers.figure(100 * effect) + "\u00a0percentage points"
                : Numbers.figure(effect) + "\u00a0" + unit;
    }

    /**
     * Which factors move an output's distribution, by PAWN.
     *
     * @param names in the order of the design's columns
     */
    public static String pawn(List<String> names, Pawn pawn) {
        var standing = IntStream.range(0, names.size())
                .filter(j -> pawn.factors().get(j).median().value() > pawn.medianOfNone())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        j -> -pawn.factors().get(j).median().value()))
                .map(j -> lower(names.get(j)) + " ("
                        + Numbers.figure(pawn.factors().get(j).median().value()) + ")")
                .toList();
        String limit = Numbers.figure(pawn.medianOfNone());
        return standing.isEmpty()
                ? "No factor moves its distribution further than one without effect may, " + limit + "."
                : "Its distribution moves most with " + list(standing)
                        + ": median distance over slices of a factor, where one without effect stays below " + limit
                        + " in 95\u00a0% of cases.";
    }

    /**
     * Boxes in plain words.
     *
     * @param outcome as it stands before "when", such as {@code Belarus stays an observer}
     * @param factors in the order of the design's columns
     * @param uneven whether points have different numbers of runs, so that shares are means over points, not of runs
     */
    public static List<String> boxes(String outcome, List<Named> factors, Prim.Found found, boolean uneven) {
        String share = Numbers.percent(found.base());
        String all = uneven ? share + " of the runs of a design point on average" : share + " of all runs";
        if (found.boxes().isEmpty()) {
            return List.of(
                    outcome + " in " + all + ", and no range of the factors makes that more common than luck would.");
        }
        var sentences = new ArrayList<String>();
        for (Prim.Box box : found.boxes()) {
            sentences.add(outcome + (sentences.isEmpty() ? " when " : " also when ") + conditions(factors, box.limits())
                    + ": in "
                    + Numbers.percent(box.density())
                    + (uneven
                            ? " of the runs of a design point there on average, against " + share + " everywhere; "
                            : " of the runs there, against " + all + "; ")
                    + Numbers.percent(box.coverage())
                    + (uneven
                            ? " of the outcome, point by point, lies there."
                            : " of the runs with this outcome lie there."));
        }
        return List.copyOf(sentences);
    }

    private static String conditions(List<Named> factors, List<Prim.Limit> limits) {
        var conditions = new ArrayList<String>();
        for (int i = 0; i < limits.size(); i++) {
            Prim.Limit limit = limits.get(i);
            Named factor = factors.get(limit.factor());
            if (limit instanceof Prim.Limit.AtLeast least
                    && i + 1 < limits.size()
                    && limits.get(i + 1) instanceof Prim.Limit.AtMost most
                    && most.factor() == least.factor()) {
                conditions.add(factor.name() + " is from " + Numbers.figure(least.value()) + " to "
                        + Numbers.figure(most.value()));
                i++;
            } else if (limit instanceof Prim.Limit.AtLeast least) {
                conditions.add(factor.name() + " is at least " + Numbers.figure(least.value()));
            } else if (limit instanceof Prim.Limit.AtMost most) {
                conditions.add(factor.name() + " is at most " + Numbers.figure(most.value()));
            } else if (limit instanceof Prim.Limit.OneOf one) {
                conditions.add(factor.name() + " is "
                        + one.values().stream()
                                .map(value -> factor.values().get(value.intValue()))
                                .collect(Collectors.joining(" or ")));
            }
        }
        return list(conditions);
    }

    private static String lower(String name) {
        boolean code = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return code ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String list(List<String> items) {
        return items.size() < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.get(items.size() - 1);
    }
}
