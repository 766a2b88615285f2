package blocsim.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

    /** A rung offered to a state on a day. */
    public record Offer(int bloc, int state, int rung, int day) {}

    /** Candidates for a rung that a bloc decides on together. */
    public record PackageVote(String id, int bloc, int rung, List<Integer> states, int from, int until) {
        /** Copies the list. */
        public PackageVote {
            states = List.copyOf(states);
        }

        /** Whether it holds on a day. */
        public boolean holds(int day) {
            return from <= day && day < until;
        }
    }

    /** A member without a vote. */
    public record Silenced(int bloc, int state, int from, int until) {}

    /** A power's programme of investment in a state. */
    public record Courtship(int sponsor, int state, double strength, int from, int until) {}

    private final Grievance[][] grievances;
    private final Backing[][] backings;
    private final Odds[][] wars;
    private final Odds[][] estrangements;
    private final int[][] touched;
    private final Courtship[][] courtships;
    private final List<Ousting> oustings;
    private final List<Offer> offers;
    private final List<PackageVote> packageVotes;
    private final List<Silenced> silenced;

    private Facts(Draft draft) {
        int states = draft.states;
        this.grievances = new Grievance[states][];
        this.backings = new Backing[states][];
        this.courtships = new Courtship[states][];
        this.touched = new int[states][];
        for (int i = 0; i < states; i++) {
            int state = i;
            this.grievances[i] = draft.grievances.stream()
                    .filter(g -> g.candidate() == state)
                    .toArray(Grievance[]::new);
            this.backings[i] =
                    draft.backings.stream().filter(b -> b.candidate() == state).toArray(Backing[]::new);
            this.courtships[i] =
                    draft.courtships.stream().filter(c -> c.state() == state).toArray(Courtship[]::new);
            this.touched[i] = draft.touched.getOrDefault(i, Set.of()).stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
        }
        this.wars = byState(states, draft.wars);
        this.estrangements = byState(states, draft.estrangements);
        this.oustings = List.copyOf(draft.oustings);
        this.offers = List.copyOf(draft.offers);
        this.packageVotes = List.copyOf(draft.packageVotes);
        this.silenced = List.copyOf(draft.silenced);
    }

    /** Facts being gathered: one call a fact, then {@link #freeze}. */
    public static final class Draft {
        private final int states;
        private final List<Grievance> grievances = new ArrayList<>();
        private final List<Backing> backings = new ArrayList<>();
        private final List<Odds> wars = new ArrayList<>();
        private final List<Odds> estrangements = new ArrayList<>();
        private final List<Ousting> oustings = new ArrayList<>();
        private final List<Offer> offers = new ArrayList<>();
        private final List<PackageVote> packageVotes = new ArrayList<>();
        private final List<Silenced> silenced = new ArrayList<>();
        private final List<Courtship> courtships = new ArrayList<>();
        private final Map<Integer, Set<Integer>> touched = new TreeMap<>();

        /** Facts about so many states. */
        public Draft(int states) {
            this.states = states;
        }

        /** Adds a grievance. */
        public Draft add(Grievance grievance) {
            grievances.add(grievance);
            return this;
        }

        /** Adds a guarantee. */
        public Draft add(Backing backing) {
            backings.add(backing);
            return this;
        }

        /** Adds an open conflict. */
        public Draft addWar(Odds war) {
            wars.add(war);
            return this;
        }

        /** Adds a time without diplomatic relations. */
        public Draft addEstrangement(Odds estrangement) {
            estrangements.add(estrangement);
            return this;
        }

        /** Adds an expulsion. */
        public Draft add(Ousting ousting) {
            oustings.add(ousting);
            return this;
        }

        /** Adds an offer. */
        public Draft add(Offer offer) {
            offers.add(offer);
            return this;
        }

        /** Adds candidates that are decided on together. */
        public Draft add(PackageVote vote) {
            packageVotes.add(vote);
            return this;
        }

        /** Adds a member without a vote. */
        public Draft add(Silenced member) {
            silenced.add(member);
            return this;
        }

        /** Adds a programme of investment. */
        public Draft add(Courtship courtship) {
            courtships.add(courtship);
            return this;
        }

        /** Notes that an event touches a state on a day. */
        public Draft touch(int state, int day) {
            touched.computeIfAbsent(state, key -> new TreeSet<>()).add(day);
            return this;
        }

        /** The facts, which change no more. */
        public Facts freeze() {
            return new Facts(this);
        }
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

    /** Every grievance, by candidate. */
    public List<Grievance> grievances() {
        return Arrays.stream(grievances).flatMap(Arrays::stream).toList();
    }

    /** Every guarantee, by candidate. */
    public List<Backing> backings() {
        return Arrays.stream(backings).flatMap(Arrays::stream).toList();
    }

    /** Every open conflict, from either side. */
    public List<Odds> wars() {
        return Arrays.stream(wars).flatMap(Arrays::stream).toList();
    }

    /** Every time without diplomatic relations, from either side. */
    public List<Odds> estrangements() {
        return Arrays.stream(estrangements).flatMap(Arrays::stream).toList();
    }

    /** Every programme of investment, by the state courted. */
    public List<Courtship> courtships() {
        return Arrays.stream(courtships).flatMap(Arrays::stream).toList();
    }

    /** The days on which an event touches a state, in order. */
    public List<Integer> touches(int state) {
        return Arrays.stream(touched[state]).boxed().toList();
    }

    /** Members without a vote. */
    public List<Silenced> silenced() {
        return silenced;
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

    /** Rungs offered to states. */
    public List<Offer> offers() {
        return offers;
    }

    /** Candidates that are decided on together. */
    public List<PackageVote> packageVotes() {
        return packageVotes;
    }

    /** Whether a member of a bloc has no vote on a day. */
    public boolean silenced(int bloc, int state, int day) {
        for (int n = 0; n < silenced.size(); n++) {
            var member = silenced.get(n);
            if (member.state() == state && member.bloc() == bloc && member.from() <= day && day < member.until()) {
                return true;
            }
        }
        return false;
    }

    /** By how much a power's capacity to invest counts for more with a state on a day, at least 0. */
    public double courtship(int sponsor, int state, int day) {
        double strength = 0;
        for (var courtship : courtships[state]) {
            if (courtship.sponsor() == sponsor && courtship.from() <= day && day < courtship.until()) {
                strength += courtship.strength();
            }
        }
        return strength;
    }

    /** Whether any power has a programme with a state, on any day. */
    public boolean courted(int state) {
        return courtships[state].length > 0;
    }
}
