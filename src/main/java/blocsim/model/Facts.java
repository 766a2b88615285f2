package blocsim.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The dated facts of a world by the states they concern, with indices in place of codes and days in place of dates.
 *
 * <p>A fact holds from its first day on and before its last.
 */
public final class Facts {
    /** The day of an end that never comes. */
    public static final int NEVER = Integer.MAX_VALUE;

    /**
     * A member's grievance against a candidate.
     *
     * @param rungs the rungs it concerns: bit r for rung r
     * @param strength dispute_ij in [0, 1]
     */
    public record Grievance(int bloc, int objector, int candidate, int rungs, double strength, int from, int until) {}

    /**
     * A sponsor's guarantee for a candidate.
     *
     * @param resolve resolve_p(i) in [0, 1]
     */
    public record Backing(int bloc, int sponsor, int candidate, double resolve, int from, int until) {}

    /** Two states at odds for a time: at war, or without diplomatic relations. */
    public record Odds(int a, int b, int from, int until) {}

    /** A state put out of a bloc on a day. */
    public record Ousting(int bloc, int state, int day) {}

    private final Grievance[][] grievances;
    private final Backing[][] backings;
    private final Odds[][] wars;
    private final Odds[][] estrangements;
    private final int[][] touched;
    private final List<Ousting> oustings;

    /**
     * @param states the number of states
     * @param touched for each state, the days on which an event touches it
     */
    public Facts(
            int states,
            List<Grievance> grievances,
            List<Backing> backings,
            List<Odds> wars,
            List<Odds> estrangements,
            List<int[]> touched,
            List<Ousting> oustings) {
        this.grievances = new Grievance[states][];
        this.backings = new Backing[states][];
        for (int i = 0; i < states; i++) {
            int candidate = i;
            this.grievances[i] =
                    grievances.stream().filter(g -> g.candidate() == candidate).toArray(Grievance[]::new);
            this.backings[i] =
                    backings.stream().filter(g -> g.candidate() == candidate).toArray(Backing[]::new);
        }
        this.wars = byState(states, wars);
        this.estrangements = byState(states, estrangements);
        this.touched = touched.stream()
                .map(days -> Arrays.stream(days).sorted().toArray())
                .toArray(int[][]::new);
        this.oustings = List.copyOf(oustings);
    }

    private static Odds[][] byState(int states, List<Odds> odds) {
        var lists = new ArrayList<List<Odds>>();
        for (int i = 0; i < states; i++) {
            lists.add(new ArrayList<>());
        }
        for (var pair : odds) {
            lists.get(pair.a()).add(pair);
            lists.get(pair.b()).add(new Odds(pair.b(), pair.a(), pair.from(), pair.until()));
        }
        return lists.stream().map(list -> list.toArray(Odds[]::new)).toArray(Odds[][]::new);
    }

    /** dispute_ij in [0, 1]: the strongest grievance of j against i's bid for a rung of a bloc on a day. */
    public double dispute(int bloc, int candidate, int objector, int rung, int day) {
        double strongest = 0;
        for (var g : grievances[candidate]) {
            if (g.objector() == objector
                    && g.bloc() == bloc
                    && (g.rungs() >> rung & 1) == 1
                    && g.from() <= day
                    && day < g.until()
                    && g.strength() > strongest) {
                strongest = g.strength();
            }
        }
        return strongest;
    }

    /** Whether there is any grievance against i's bids, on any day. */
    public boolean aggrieves(int candidate) {
        return grievances[candidate].length > 0;
    }

    /** How many guarantees there are for i, on any day. */
    public int backings(int candidate) {
        return backings[candidate].length;
    }

    /** resolve_p(i) in [0, 1] of one guarantee for i in a bloc on a day; 0 if it does not hold then. */
    public double resolve(int bloc, int candidate, int n, int day) {
        var backing = backings[candidate][n];
        return backing.bloc() == bloc && backing.from() <= day && day < backing.until() ? backing.resolve() : 0;
    }

    /** The sponsor of one guarantee for i. */
    public int sponsor(int candidate, int n) {
        return backings[candidate][n].sponsor();
    }

    /** Whether a state is ever at war, or without diplomatic relations, with any other. */
    public boolean atOdds(int state) {
        return wars[state].length > 0 || estrangements[state].length > 0;
    }

    /** Whether two states are in open conflict on a day. */
    public boolean atWar(int i, int j, int day) {
        return holds(wars[i], j, day);
    }

    /** Whether two states have no diplomatic relations on a day. */
    public boolean estranged(int i, int j, int day) {
        return holds(estrangements[i], j, day);
    }

    private static boolean holds(Odds[] odds, int j, int day) {
        for (var pair : odds) {
            if (pair.b() == j && pair.from() <= day && day < pair.until()) {
                return true;
            }
        }
        return false;
    }

    /** Whether an event touches a state after one day and up to another. */
    public boolean touched(int state, int after, int upTo) {
        for (int day : touched[state]) {
            if (day > after && day <= upTo) {
                return true;
            }
        }
        return false;
    }

    /** States put out of blocs. */
    public List<Ousting> oustings() {
        return oustings;
    }
}
