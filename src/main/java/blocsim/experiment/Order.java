package blocsim.experiment;

import blocsim.history.Step;
import blocsim.stats.Interval;
import blocsim.stats.Quantiles;
import blocsim.stats.RankCorrelation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * How far the replicates bring states onto a ladder in the order on record: Kendall's τ_b of each replicate, states that never
 * come being tied behind all others.
 *
 * @param tau the mean over replicates, with the interval that holds 95 % of them
 * @param states how many states are ordered: those whose first rung in force is on record
 * @param replicates how many replicates brought at least one of them onto the ladder, and so have an order
 */
public record Order(Interval tau, int states, int replicates) {
    /**
     * Compares orders.
     *
     * @param steps recorded rises of one bloc, by date
     * @return with τ of 0 in an interval from -1 to 1 where fewer than two states rose, or no replicate has an order
     */
    public static Order of(Ensemble ensemble, List<Step> steps) {
        var first = new TreeMap<String, Step>();
        for (var step : steps) {
            var ladder = ensemble.world()
                    .blocs()
                    .get(ensemble.world().bloc(step.bloc()))
                    .ladder();
            if (step.kind() == Step.Kind.ENTERED
                    && !ladder.rung(ladder.index(step.status())).offered()) {
                first.putIfAbsent(step.state(), step);
            }
        }
        var recorded = first.values().stream()
                .mapToDouble(step -> step.date().toEpochDay())
                .toArray();
        var simulated = new ArrayList<double[]>();
        for (var step : first.values()) {
            simulated.add(Dates.days(ensemble, onTheLadder(ensemble, step)));
        }
        double[] taus = new double[ensemble.replicates()];
        int count = 0;
        for (int n = 0; n < ensemble.replicates() && recorded.length > 1; n++) {
            int replicate = n;
            double[] days = simulated.stream()
                    .mapToDouble(byReplicate -> Math.min(1e9, byReplicate[replicate]))
                    .toArray();
            double tau = RankCorrelation.kendall(recorded, days);
            if (!Double.isNaN(tau)) {
                taus[count++] = tau;
            }
        }
        if (count == 0) {
            return new Order(new Interval(0, -1, 1), recorded.length, 0);
        }
        double[] sorted = Arrays.copyOf(taus, count);
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).sum() / count;
        return new Order(
                new Interval(mean, Quantiles.of(sorted, 0.025), Quantiles.of(sorted, 0.975)), recorded.length, count);
    }

    /** Any rung that is asked for counts: the lowest may not have existed when the record's first rung came. */
    private static Step onTheLadder(Ensemble ensemble, Step step) {
        var world = ensemble.world();
        var ladder = world.blocs().get(world.bloc(step.bloc())).ladder();
        int rung = 1;
        while (rung < ladder.top() && ladder.rung(rung).offered()) {
            rung++;
        }
        String lowest = ladder.id(rung);
        return new Step(step.bloc(), step.state(), lowest, step.kind(), step.date());
    }
}
