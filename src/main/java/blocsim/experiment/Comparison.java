package blocsim.experiment;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.model.Motive;
import blocsim.model.Part;
import blocsim.stats.Interval;
import blocsim.stats.Proportions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two scenarios run on the same luck: wherever they share states, blocs and days they share draws, so what differs is what the change
 * does. The focus is the first scenario's.
 */
public final class Comparison {
    private static final double Z = 1.959963984540054;

    private final Prepared base;
    private final Prepared changed;
    private final Ensemble before;
    private final Ensemble after;

    private Comparison(Prepared base, Prepared changed, Ensemble before, Ensemble after) {
        this.base = base;
        this.changed = changed;
        this.before = before;
        this.after = after;
    }

    /**
     * Compares two ensembles of the same seed and number.
     *
     * @param base the first scenario
     * @param before its replicates
     * @param changed the second scenario
     * @param after its replicates
     */
    public static Comparison of(Prepared base, Ensemble before, Prepared changed, Ensemble after) {
        return new Comparison(base, changed, before, after);
    }

    /**
     * Checks that scenarios can be compared: names of their own, same ticks, and the first one's focus stands in all of them with the same ladder.
     *
     * @throws InputException with every reason why not
     */
    public static void check(List<Prepared> scenarios) throws InputException {
        var problems = new ArrayList<InputProblem>();
        var base = scenarios.get(0);
        var focus = base.scenario().focus();
        var names = new HashSet<>(List.of(base.scenario().name()));
        for (var other : scenarios.subList(1, scenarios.size())) {
            String file = other.scenario().file().toString();
            if (!other.world().bounds().equals(base.world().bounds())) {
                problems.add(new InputProblem(
                        file, 0, "/horizon", "is not the horizon of the first scenario", "give both the same"));
            }
            int bloc = other.world().bloc(focus.bloc());
            if (other.world().state(focus.state()) < 0 || bloc < 0) {
                problems.add(new InputProblem(
                        file,
                        0,
                        "/states",
                        "lacks " + focus.state() + " or " + focus.bloc() + ", the focus of the first scenario",
                        "compare scenarios that share it"));
            } else if (!rungs(other, bloc).equals(rungs(base, base.focusBloc()))) {
                problems.add(new InputProblem(
                        file,
                        0,
                        "/blocs/" + focus.bloc() + "/ladder",
                        "has other rungs than in the first scenario",
                        "compare scenarios with the same ladder"));
            }
            if (!names.add(other.scenario().name())) {
                problems.add(new InputProblem(
                        file,
                        0,
                        "/name",
                        "another scenario here has the name \""
                                + other.scenario().name() + "\", too",
                        "give each its own"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private static List<String> rungs(Prepared prepared, int bloc) {
        return prepared.world().blocs().get(bloc).ladder().rungs().stream()
                .map(rung -> rung.id())
                .toList();
    }

    /** The first scenario. */
    public Prepared base() {
        return base;
    }

    /** The second scenario. */
    public Prepared changed() {
        return changed;
    }

    /** The replicates of the first scenario. */
    public Ensemble before() {
        return before;
    }

    /** The replicates of the second scenario. */
    public Ensemble after() {
        return after;
    }

    /**
     * The difference in the share of replicates in which a state holds a rung at the end of a tick, second less first, with 95 %
     * interval for matched pairs.
     *
     * @return null if the second scenario lacks the state, the bloc or the rung
     */
    public @Nullable Interval status(int tick, int bloc, int state, int rung) {
        var world = before.world();
        int otherBloc = after.world().bloc(world.blocs().get(bloc).code());
        int otherState = after.world().state(world.states().get(state).code());
        if (otherBloc < 0 || otherState < 0) {
            return null;
        }
        int otherRung = after.world()
                .blocs()
                .get(otherBloc)
                .ladder()
                .index(world.blocs().get(bloc).ladder().id(rung));
        if (otherRung < 0) {
            return null;
        }
        int onlyBefore = 0;
        int onlyAfter = 0;
        for (int n = 0; n < before.replicates(); n++) {
            boolean first = before.trajectories().get(n).rung(tick, bloc, state) == rung;
            boolean second = after.trajectories().get(n).rung(tick, otherBloc, otherState) == otherRung;
            onlyBefore += first && !second ? 1 : 0;
            onlyAfter += second && !first ? 1 : 0;
        }
        return Proportions.pairedDifference(onlyBefore, onlyAfter, before.replicates());
    }

    /**
     * The mean difference in what a motive adds to the value of full membership for the focus, second less first, with the 95 %
     * interval of a mean of pairs.
     *
     * @param motive the motive, or null for the cost, which counts below zero
     */
    public Interval motive(int tick, @Nullable Motive motive) {
        int n = before.replicates();
        double sum = 0;
        double squares = 0;
        for (int replicate = 0; replicate < n; replicate++) {
            double difference = part(after, replicate, tick, motive) - part(before, replicate, tick, motive);
            sum += difference;
            squares += difference * difference;
        }
        double mean = sum / n;
        double variance = Math.max(0, squares / n - mean * mean);
        double half = Z * StrictMath.sqrt(variance / n);
        return new Interval(mean, mean - half, mean + half);
    }

    private static double part(Ensemble ensemble, int replicate, int tick, @Nullable Motive motive) {
        double sum = 0;
        for (Part part : Part.values()) {
            if (part.motive() == motive) {
                sum += ensemble.trajectories().get(replicate).part(tick, part);
            }
        }
        return motive == null
                ? -sum
                : sum * ensemble.trajectories().get(replicate).parameters().get(motive.weight());
    }

    /**
     * The difference in how often a member was the first to object at the focus state's first stop, second less first, per replicate,
     * with 95 % interval for matched pairs.
     *
     * @param member the member's code
     */
    public Interval firstObjector(String member) {
        int onlyBefore = 0;
        int onlyAfter = 0;
        for (int n = 0; n < before.replicates(); n++) {
            boolean first = member.equals(firstObjector(before, n));
            boolean second = member.equals(firstObjector(after, n));
            onlyBefore += first && !second ? 1 : 0;
            onlyAfter += second && !first ? 1 : 0;
        }
        return Proportions.pairedDifference(onlyBefore, onlyAfter, before.replicates());
    }

    private @Nullable String firstObjector(Ensemble ensemble, int replicate) {
        var focus = base.scenario().focus();
        int bloc = ensemble.world().bloc(focus.bloc());
        int state = ensemble.world().state(focus.state());
        for (var objection : ensemble.trajectories().get(replicate).objections()) {
            if (objection.bloc() == bloc && objection.state() == state && objection.first()) {
                return ensemble.world().states().get(objection.objector()).code();
            }
        }
        return null;
    }
}
