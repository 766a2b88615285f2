package blocsim.experiment;

import blocsim.stats.Interval;
import blocsim.stats.Proportions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Who stood in the way of one state in one bloc.
 *
 * @param stopped the share of replicates in which its requests were stopped at least once, with 95 % interval
 * @param stops in how many replicates that was
 * @param objectors for each incumbent that was the first to object at the first stop of a replicate, how often that was, the most
 *     frequent first
 */
public record Objectors(Interval stopped, int stops, List<Objector> objectors) {
    /**
     * One incumbent.
     *
     * @param state its code
     * @param share of the replicates with a stop in which it was the first to object at the first stop, with 95 % interval
     */
    public record Objector(String state, Interval share) {}

    /** Copies the list. */
    public Objectors {
        objectors = List.copyOf(objectors);
    }

    /** Counts the first stop of each replicate, so that replicates stay independent of each other. */
    public static Objectors of(Ensemble ensemble, int bloc, int state) {
        var count = new TreeMap<Integer, Integer>();
        int stops = 0;
        for (var run : ensemble.trajectories()) {
            int day = run.firstStopped(bloc, state);
            for (var objection : run.objections()) {
                if (objection.day() == day
                        && objection.bloc() == bloc
                        && objection.state() == state
                        && objection.first()) {
                    count.merge(objection.objector(), 1, Integer::sum);
                    stops++;
                    break;
                }
            }
        }
        var objectors = new ArrayList<Objector>();
        for (var entry : count.entrySet()) {
            String code = ensemble.world().states().get(entry.getKey()).code();
            objectors.add(new Objector(code, Proportions.wilson(entry.getValue(), stops)));
        }
        objectors.sort(Comparator.comparing((Objector o) -> -o.share().value()).thenComparing(Objector::state));
        return new Objectors(Proportions.wilson(stops, ensemble.replicates()), stops, objectors);
    }
}
