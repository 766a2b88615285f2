package blocsim.forecast;

import blocsim.history.Cell;
import blocsim.history.Outcome;
import blocsim.model.Purpose;
import blocsim.model.Streams;
import blocsim.stats.BinaryForecasts;
import blocsim.stats.ClusterBootstrap;
import blocsim.stats.RankedProbability;
import blocsim.stats.Reliability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Several sources of forecasts scored side by side on the cells that all of them answered.
 *
 * <p>Intervals are percentiles over draws of whole states, since a state's cells hang together; all sources meet the same draws.
 */
public final class ScoreReport {
    /** Everything pooled. */
    public static final String ALL = "all";

    /** Each skill and the score that it compares. */
    private static final Map<Measure, Measure> SKILLS = new EnumMap<>(
            Map.of(Measure.LOG_SKILL, Measure.LOG, Measure.BRIER_SKILL, Measure.BRIER, Measure.RPS_SKILL, Measure.RPS));

    private final List<Outcome> outcomes;
    private final boolean[] came;
    private final Map<String, List<Forecast>> forecasts;
    private final List<String> names;
    private final List<Score> scores;

    /**
     * One source of forecasts.
     *
     * @param name what tables call it
     * @param forecasts in any order
     */
    public record Source(String name, List<Forecast> forecasts) {
        public Source {
            forecasts = List.copyOf(forecasts);
        }
    }

    /**
     * How intervals are drawn.
     *
     * @param seed the master seed
     * @param resamples how many draws, at least 1
     */
    public record Draws(long seed, int resamples) {}

    private record Question(Cell cell, LocalDate target) {}

    private ScoreReport(
            List<String> names,
            Map<String, List<Forecast>> forecasts,
            List<Outcome> outcomes,
            boolean[] came,
            Draws draws) {
        this.names = List.copyOf(names);
        this.forecasts = forecasts;
        this.outcomes = List.copyOf(outcomes);
        this.came = came;
        this.scores = List.copyOf(score(draws));
    }

    /**
     * Scores sources.
     *
     * @param sources with different names, in the order of the tables
     * @param outcomes what came; cells without one are left out
     * @param event what is to have come, such as {@link Outcome#decided}
     * @throws IllegalArgumentException if no cell has an outcome and a forecast of every source
     */
    public static ScoreReport of(List<Source> sources, List<Outcome> outcomes, Predicate<Outcome> event, Draws draws) {
        var bySource = new ArrayList<Map<Question, Forecast>>();
        for (Source source : sources) {
            var answers = new HashMap<Question, Forecast>();
            source.forecasts().forEach(one -> answers.put(new Question(one.cell(), one.target()), one));
            bySource.add(answers);
        }
        var lists = new HashMap<String, List<Forecast>>();
        sources.forEach(source -> lists.put(source.name(), new ArrayList<>()));
        var kept = new ArrayList<Outcome>();
        for (Outcome outcome : outcomes) {
            var question = new Question(outcome.cell(), outcome.target());
            if (bySource.stream().allMatch(answers -> answers.containsKey(question))) {
                kept.add(outcome);
                for (int s = 0; s < bySource.size(); s++) {
                    list(lists, sources.get(s).name())
                            .add(Objects.requireNonNull(bySource.get(s).get(question)));
                }
            }
        }
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(
                    "no cell has an outcome and a forecast of every source; give the same cells");
        }
        var came = new boolean[kept.size()];
        for (int k = 0; k < came.length; k++) {
            came[k] = event.test(kept.get(k));
        }
        return new ScoreReport(sources.stream().map(Source::name).toList(), lists, kept, came, draws);
    }

    private static List<Forecast> list(Map<String, List<Forecast>> lists, String name) {
        return Objects.requireNonNull(lists.get(name));
    }

    /** The names of the sources in order. */
    public List<String> sources() {
        return names;
    }

    /** All scores: by subset, pooled first, then by source, then by measure. */
    public List<Score> scores() {
        return scores;
    }

    /**
     * One score.
     *
     * @param reference empty for a score that is no skill
     * @throws IllegalArgumentException if there is none
     */
    public Score score(String source, String subset, Measure measure, String reference) {
        return scores.stream()
                .filter(one -> one.source().equals(source)
                        && one.subset().equals(subset)
                        && one.measure() == measure
                        && one.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no " + measure.label() + " of " + source + " on " + subset + "; see scores()"));
    }

    /** The outcomes that were scored. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /**
     * Forecast against frequency, pooled.
     *
     * @param bins how many at most, of about equal numbers of forecasts
     */
    public List<Reliability.Bin> reliability(String source, int bins) {
        return Reliability.equalCount(decisions(source, all()), came, bins);
    }

    /** Forecast against frequency, pooled, between fixed edges from 0 to 1. */
    public List<Reliability.Bin> reliability(String source, double... edges) {
        return Reliability.between(decisions(source, all()), came, edges);
    }

    private List<Integer> all() {
        var places = new ArrayList<Integer>();
        for (int k = 0; k < outcomes.size(); k++) {
            places.add(k);
        }
        return places;
    }

    private double[] decisions(String source, List<Integer> places) {
        return places.stream()
                .mapToDouble(k -> Math.min(1, list(forecasts, source).get(k).decision()))
                .toArray();
    }

    private List<Score> score(Draws draws) {
        var list = new ArrayList<Score>();
        list.addAll(score(ALL, all(), draws));
        var blocs = outcomes.stream().map(one -> one.cell().bloc()).distinct().toList();
        for (String bloc : blocs) {
            var places = all().stream()
                    .filter(k -> outcomes.get(k).cell().bloc().equals(bloc))
                    .toList();
            list.addAll(score(bloc, places, draws));
        }
        return list;
    }

    /** The scores of all sources on some of the cells. */
    private List<Score> score(String subset, List<Integer> places, Draws draws) {
        var states = places.stream()
                .map(k -> outcomes.get(k).cell().state())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        var number = new HashMap<String, Integer>();
        states.forEach(state -> number.put(state, number.size()));
        int[] clusters = places.stream()
                .mapToInt(k ->
                        Objects.requireNonNull(number.get(outcomes.get(k).cell().state())))
                .toArray();
        var streams = new Streams(draws.seed(), 0);
        var bootstrap = new ClusterBootstrap(
                clusters,
                draws.resamples(),
                (resample, draw) -> streams.uniform(Purpose.BOOTSTRAP, resample, draw, 0, 0));
        var event = new boolean[places.size()];
        for (int k = 0; k < event.length; k++) {
            event[k] = came[places.get(k)];
        }
        var scored = new HashMap<String, Scored>();
        for (String name : names) {
            var decisions = new BinaryForecasts(decisions(name, places), event);
            scored.put(name, new Scored(decisions, new Ranked(ranked(name, places)), bootstrap));
        }
        var list = new ArrayList<Score>();
        for (String name : names) {
            Scored own = Objects.requireNonNull(scored.get(name));
            own.values.forEach((measure, values) -> list.add(own.score(name, subset, measure, "", values)));
            for (String other : names) {
                if (!other.equals(name)) {
                    Scored reference = Objects.requireNonNull(scored.get(other));
                    SKILLS.forEach((skill, measure) ->
                            list.add(own.score(name, subset, skill, other, own.skill(reference, measure))));
                }
            }
        }
        return list;
    }

    private double[] ranked(String source, List<Integer> places) {
        var scores = new double[places.size()];
        for (int k = 0; k < scores.length; k++) {
            var classes = new double[Heights.COUNT];
            list(forecasts, source)
                    .get(places.get(k))
                    .statuses()
                    .forEach((status, p) -> classes[Heights.of(status)] += p);
            scores[k] = RankedProbability.score(
                    classes, Heights.of(outcomes.get(places.get(k)).at()));
        }
        return scores;
    }

    /** Ranked probability scores of single forecasts. */
    private static final class Ranked {
        private final double[] scores;

        Ranked(double[] scores) {
            this.scores = scores;
        }

        double mean(int[] weights) {
            double sum = 0;
            long total = 0;
            for (int k = 0; k < scores.length; k++) {
                sum += weights[k] * scores[k];
                total += weights[k];
            }
            return sum / total;
        }
    }

    /** One source on one subset: every measure of all cells, then of each draw. */
    private static final class Scored {
        private final BinaryForecasts decisions;
        private final Map<Measure, double[]> values = new EnumMap<>(Measure.class);

        Scored(BinaryForecasts decisions, Ranked ranked, ClusterBootstrap bootstrap) {
            this.decisions = decisions;
            values.put(Measure.BRIER, bootstrap.values(decisions::brier));
            values.put(Measure.LOG, bootstrap.values(decisions::log));
            values.put(Measure.RPS, bootstrap.values(ranked::mean));
            values.put(Measure.AVERAGE_PRECISION, bootstrap.values(decisions::averagePrecision));
            values.put(Measure.AUROC, bootstrap.values(decisions::auroc));
            values.put(Measure.BIAS, bootstrap.values(decisions::bias));
        }

        double[] skill(Scored reference, Measure measure) {
            double[] own = Objects.requireNonNull(values.get(measure));
            double[] other = Objects.requireNonNull(reference.values.get(measure));
            var skill = new double[own.length];
            Arrays.setAll(skill, k -> BinaryForecasts.skill(own[k], other[k]));
            return skill;
        }

        Score score(String source, String subset, Measure measure, String reference, double[] values) {
            return new Score(
                    source,
                    subset,
                    measure,
                    reference,
                    ClusterBootstrap.interval(values),
                    decisions.size(),
                    decisions.events());
        }
    }
}
