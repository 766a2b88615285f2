package blocsim.experiment;

import blocsim.stats.Interval;
import blocsim.stats.Proportions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Who was stopped in one bloc, and which incumbents objected then: one row of a matrix of applicants and voters.
 *
 * @param state the applicant's index
 * @param stops in how many replicates a request of it was stopped at least once
 * @param stopped the share of replicates that are these, with 95 % interval
 * @param objected by index of state, in how many of them it objected at the first stop, alone or with others
 */
public record Stops(int state, int stops, Interval stopped, List<Integer> objected) {
    /** Copies the list. */
    public Stops {
        objected = List.copyOf(objected);
    }

    /**
     * Counts the first stop of every state in each replicate.
     *
     * @return the states that were stopped in any, those stopped most often first, then by index
     */
    public static List<Stops> of(Ensemble ensemble, int bloc) {
        int states = ensemble.world().states().size();
        var stops = new int[states];
        var objected = new Integer[states][states];
        for (var row : objected) {
            Arrays.fill(row, 0);
        }
        for (var run : ensemble.trajectories()) {
            var first = new int[states];
            for (int i = 0; i < states; i++) {
                first[i] = run.firstStopped(bloc, i);
                stops[i] += first[i] < Integer.MAX_VALUE ? 1 : 0;
            }
            for (var objection : run.objections()) {
                if (objection.bloc() == bloc && objection.day() == first[objection.state()]) {
                    objected[objection.state()][objection.objector()]++;
                }
            }
        }
        var all = new ArrayList<Stops>();
        for (int i = 0; i < states; i++) {
            if (stops[i] > 0) {
                all.add(new Stops(
                        i, stops[i], Proportions.wilson(stops[i], ensemble.replicates()), List.of(objected[i])));
            }
        }
        all.sort(Comparator.comparing((Stops s) -> -s.stops()).thenComparing(Stops::state));
        return all;
    }
}
