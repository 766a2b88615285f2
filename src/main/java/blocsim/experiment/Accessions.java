package blocsim.experiment;

import blocsim.history.History;
import blocsim.model.Cause;
import blocsim.model.World;
import blocsim.stats.Crps;
import blocsim.stats.Quantiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many of the world's states became full members of one bloc, simulated and on record, over the part of the horizon that the
 * record covers. Founders are none.
 *
 * @param bloc code of the bloc
 * @param from the first day counted; who is a member on it did not accede
 * @param to the last day counted
 * @param recorded the number on record
 * @param lower the 5 % quantile over replicates
 * @param median the median
 * @param upper the 95 % quantile
 * @param score CRPS of the replicates for the recorded number, in states; less is better
 * @param baseMean the number that a base rate of {@value #BASE_RATE} a year gives for the states that were no members on record
 * @param baseScore CRPS of a Poisson law of that mean
 */
public record Accessions(
        String bloc,
        LocalDate from,
        LocalDate to,
        int recorded,
        double lower,
        double median,
        double upper,
        double score,
        double baseMean,
        double baseScore) {
    /** Correlates of War IGO 3.0, 1991 to 2014: yearly share of states that enter an existing organisation in full. */
    static final double BASE_RATE = 0.0031;

    private static final double DAYS_A_YEAR = 365.25;

    /** The width of the band that holds 90 % of replicates, in states. */
    public double width() {
        return upper - lower;
    }

    /**
     * Counts the accessions to every bloc of a world that has a record.
     *
     * @param until the last day to which the record was looked up
     */
    public static List<Accessions> of(Prepared prepared, Ensemble ensemble, LocalDate until) {
        var list = new ArrayList<Accessions>();
        var horizon = prepared.scenario().horizon();
        var to = until.isBefore(horizon.end()) ? until : horizon.end();
        for (int b = 0; b < ensemble.world().blocs().size(); b++) {
            var bloc = ensemble.world().blocs().get(b);
            var history = Findings.history(prepared, bloc);
            if (history != null && horizon.start().isBefore(to)) {
                var founded = bloc.founded() == null || bloc.founded().isBefore(horizon.start())
                        ? horizon.start()
                        : bloc.founded();
                list.add(of(ensemble, history, b, founded, to));
            }
        }
        return list;
    }

    private static Accessions of(Ensemble ensemble, History history, int b, LocalDate from, LocalDate to) {
        World world = ensemble.world();
        var bloc = world.blocs().get(b);
        String member = bloc.ladder().id(bloc.ladder().top());
        int entries = world.states().stream()
                .mapToInt(state -> entries(history.changes(state.code()), member, from, to))
                .sum();
        double[] counts = ensemble.trajectories().stream()
                .mapToDouble(run -> run.happenings().stream()
                        .filter(h -> h.bloc() == b
                                && h.cause() == Cause.ENTERED
                                && h.to() == bloc.ladder().top()
                                && h.day() <= to.toEpochDay())
                        .count())
                .toArray();
        Arrays.sort(counts);
        double exposure = exposure(world, history, member, from, to);
        double base = BASE_RATE * exposure;
        return new Accessions(
                bloc.code(),
                from,
                to,
                entries,
                Quantiles.of(counts, 0.05),
                Quantiles.of(counts, 0.5),
                Quantiles.of(counts, 0.95),
                Crps.ofEnsemble(counts, entries),
                base,
                Crps.ofPoisson(base, entries));
    }

    /** How often a state became a member on record, again after it had left too. */
    private static int entries(List<History.Change> changes, String member, LocalDate from, LocalDate to) {
        int entries = 0;
        String before = "none";
        for (var change : changes) {
            boolean enters = change.status().equals(member) && !before.equals(member);
            entries += enters && change.from().isAfter(from) && !change.from().isAfter(to) ? 1 : 0;
            before = change.status();
        }
        return entries;
    }

    /** State-years of the world's states that were no full members on record, from the standings at the start of each year. */
    private static double exposure(World world, History history, String member, LocalDate from, LocalDate to) {
        double years = 0;
        for (var day = from; day.isBefore(to); day = day.plusYears(1)) {
            var statuses = history.on(day);
            long outside = world.states().stream()
                    .filter(state ->
                            !statuses.getOrDefault(state.code(), "none").equals(member))
                    .count();
            double length = Math.min(1, (to.toEpochDay() - day.toEpochDay() + 1) / DAYS_A_YEAR);
            years += outside * length;
        }
        return years;
    }
}
