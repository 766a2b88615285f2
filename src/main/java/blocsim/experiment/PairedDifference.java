package blocsim.experiment;

import blocsim.scenario.Expectation;
import blocsim.stats.Interval;
import blocsim.stats.Proportions;

/**
 * What a what-if changes in one probability, replicate by replicate with the same luck.
 *
 * @param expectation the measure, and the sign that was expected before any run
 * @param base the share of replicates of the scenario in which the state stands so high by the day
 * @param changed the share in the what-if
 * @param difference the second less the first, with 95 % interval for matched pairs
 * @param replicates the number of pairs
 */
public record PairedDifference(
        Expectation expectation, double base, double changed, Interval difference, int replicates) {
    /**
     * Compares two ensembles of the same seed and number of replicates.
     *
     * @throws IllegalArgumentException if their seeds or numbers differ, or one of them lacks the state, the bloc or the rung
     */
    public static PairedDifference of(Ensemble base, Ensemble changed, Expectation expectation) {
        if (base.seed() != changed.seed() || base.replicates() != changed.replicates()) {
            throw new IllegalArgumentException("the ensembles are not paired: seeds " + base.seed() + " and "
                    + changed.seed() + ", replicates " + base.replicates() + " and " + changed.replicates());
        }
        int onlyBase = 0;
        int onlyChanged = 0;
        int inBase = 0;
        int inChanged = 0;
        for (int n = 0; n < base.replicates(); n++) {
            boolean first = holds(base, n, expectation);
            boolean second = holds(changed, n, expectation);
            inBase += first ? 1 : 0;
            inChanged += second ? 1 : 0;
            onlyBase += first && !second ? 1 : 0;
            onlyChanged += second && !first ? 1 : 0;
        }
        int replicates = base.replicates();
        return new PairedDifference(
                expectation,
                (double) inBase / replicates,
                (double) inChanged / replicates,
                Proportions.pairedDifference(onlyBase, onlyChanged, replicates),
                replicates);
    }

    private static boolean holds(Ensemble ensemble, int replicate, Expectation expectation) {
        var world = ensemble.world();
        int bloc = world.bloc(expectation.bloc());
        int state = world.state(expectation.state());
        int rung = bloc < 0 ? -1 : world.blocs().get(bloc).ladder().index(expectation.status());
        if (state < 0 || rung < 1) {
            throw new IllegalArgumentException("the world has no " + expectation.status() + " " + expectation.state()
                    + " of " + expectation.bloc() + "; expect something of its own states and rungs");
        }
        int day = ensemble.trajectories().get(replicate).firstHeld(bloc, state, rung);
        return day <= expectation.by().toEpochDay();
    }
}
