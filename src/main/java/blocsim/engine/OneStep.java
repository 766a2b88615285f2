package blocsim.engine;

import blocsim.model.AdmissionRule;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.Part;
import blocsim.model.Rung;
import blocsim.model.StanceTerm;
import blocsim.model.World;
import blocsim.rule.Worth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the first tick of a world hangs on, before any parameter weighs it: read off the run's own perception, stances and gates on the
 * first day, so that one-step probabilities can be worked out again and again for other parameters.
 *
 * <p>The weights of costs are taken off too; what parts and agenda hold of parameters otherwise (security share, election boost) is the
 * world's.
 */
public final class OneStep {
    private final World world;
    private final List<Table> tables;
    private final List<List<Stake>> stakes;

    private OneStep(World world, List<Table> tables, List<List<Stake>> stakes) {
        this.world = world;
        this.tables = List.copyOf(tables);
        this.stakes = stakes.stream().map(List::copyOf).toList();
    }

    /** Looks at the first tick of a world. */
    public static OneStep of(World world) {
        var plain = new World(
                world.states(),
                world.blocs(),
                unweighted(world.parameters()),
                world.bounds(),
                world.figures(),
                world.driftTicks(),
                world.geography(),
                world.start(),
                world.meetings(),
                world.facts(),
                world.unitedStates());
        var parts = new Parts(world.blocs().size(), world.states().size());
        var run = new Simulator(plain).runUpTo(0, 0, 0, parts);
        var tables = new ArrayList<Table>();
        var stakes = new ArrayList<List<Stake>>();
        for (int b = 0; b < world.blocs().size(); b++) {
            var table = table(run, b);
            tables.add(table);
            var ofBloc = new ArrayList<Stake>();
            for (int i = 0; i < world.states().size(); i++) {
                ofBloc.add(stake(run, table, parts, b, i));
            }
            stakes.add(ofBloc);
        }
        return new OneStep(world, tables, stakes);
    }

    /** A world's parameters, the weights of costs at 1. */
    private static Parameters unweighted(Parameters given) {
        var values = new EnumMap<Parameter, Double>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            values.put(parameter, given.get(parameter));
        }
        values.put(Parameter.REGIME_COST, 1.0);
        values.put(Parameter.NEUTRALITY_COST, 1.0);
        values.put(Parameter.CLASH_COST, 1.0);
        return Parameters.with(values);
    }

    /** The world looked at. */
    public World world() {
        return world;
    }

    /** The blocs that a state weighs together, by index; each bloc is in one group. */
    public List<List<Integer>> groups() {
        return Arrays.stream(Phases.groups(world))
                .map(group -> Arrays.stream(group).boxed().toList())
                .toList();
    }

    /** A bloc, by index. */
    public Table bloc(int bloc) {
        return tables.get(bloc);
    }

    /** What a bloc is to a state, by index. */
    public Stake stake(int bloc, int state) {
        return stakes.get(bloc).get(state);
    }

    private static Table table(BlocSimulation run, int b) {
        var bloc = run.world.blocs().get(b);
        int day = run.firstDay();
        var date = run.dates[run.tick];
        int members = run.standings.members(b);
        int top = bloc.ladder().top();
        var voting = new Voting[top + 1];
        var electorate = new Electorate(run.world, run.standings);
        for (int rung = 1; rung <= top; rung++) {
            electorate.take(b, bloc.admission(rung, date), day);
            var mayObject = new boolean[members];
            for (int n = 0; n < members; n++) {
                mayObject[n] = electorate.mayObject(n);
            }
            voting[rung] = new Voting(
                    electorate.rule(),
                    electorate.voters(),
                    mayObject,
                    Arrays.copyOf(electorate.weight(), Math.max(1, members)));
        }
        int count = run.world.meetings().count(b);
        var summits = new int[Math.max(1, count)];
        summits[0] = (day + run.endDay()) / 2;
        for (int summit = 0; summit < count; summit++) {
            summits[summit] = run.world.meetings().day(b, summit);
        }
        return new Table(
                b,
                IntStream.range(0, members).map(n -> run.standings.member(b, n)).toArray(),
                voting,
                run.standings.digestion(b, day),
                bloc.effort().at(date, 0.0),
                run.standings.exclusive(b).clone(),
                summits,
                date);
    }

    private static Stake stake(BlocSimulation run, Table table, Parts parts, int b, int i) {
        var world = run.world;
        var bloc = world.blocs().get(b);
        var figures = run.figures();
        var standings = run.standings;
        int cell = standings.cell(b, i);
        int day = run.firstDay();
        int held = standings.rung[cell];
        int asked = standings.asked[cell];
        int askable = table.members.length == 0 ? 0 : run.prospects.askable(b, i);
        int open = run.prospects.open(b, i, askable);
        for (int rung = 1; rung <= bloc.ladder().top(); rung++) {
            if (table.voting[rung].rule.needsSponsor() && !standings.isSponsored(b, i, day)) {
                open &= ~(1 << rung);
            }
        }
        var openAt = new int[table.summits.length];
        for (int s = 0; s < openAt.length; s++) {
            int fixed = s < world.meetings().count(b) ? world.meetings().open(b, s, i) : figures.open(b, i);
            openAt[s] = fixed & ~run.gates.shut(b, i, table.summits[s]);
            for (int rung = 1; rung <= bloc.ladder().top(); rung++) {
                if (table.voting[rung].rule.needsSponsor() && !standings.isSponsored(b, i, table.summits[s])) {
                    openAt[s] &= ~(1 << rung);
                }
            }
        }
        double resolve = 0;
        for (int n = 0; n < world.facts().backings(i); n++) {
            resolve = Math.max(resolve, world.facts().resolve(b, i, n, day));
        }
        int relevant = table.members.length == 0 ? 0 : askable | (asked == 0 ? 0 : 1 << asked);
        for (int s = 0; s < openAt.length; s++) {
            relevant |= asked == 0 || table.members.length == 0 ? 0 : openAt[s] >> (held + 1) << (held + 1);
        }
        boolean needed = relevant != 0;
        int members = needed ? table.members.length : 0;
        int rungs = bloc.ladder().top();
        var features = new double[members][StanceTerm.values().length];
        var dispute = new double[rungs + 1][];
        var diluted = new double[members];
        for (int n = 0; n < members; n++) {
            int j = table.members[n];
            run.stances.features(figures, b, i, j, day, features[n]);
            diluted[n] = run.stances.diluted(figures, b, i, j);
        }
        boolean aggrieves = needed && world.facts().aggrieves(i);
        for (int rung = 1; rung <= rungs && aggrieves; rung++) {
            var ofRung = new double[members];
            for (int n = 0; n < members; n++) {
                ofRung[n] = world.facts().dispute(b, i, table.members[n], rung, day);
            }
            dispute[rung] = ofRung;
        }
        boolean any = table.members.length > 0;
        return new Stake(
                held,
                asked,
                standings.askedDay[cell],
                standings.approved[cell],
                askable,
                open,
                openAt,
                parts.of(b, i),
                held == 0 ? 0 : Math.min(2, bloc.ladder().rung(held).height()),
                figures.size(i),
                any ? run.perception.affinity(b, i) : 0,
                any ? Worth.regimeGap(figures.polyarchy(i), standings.meanPolyarchy(b)) : 0,
                resolve,
                features,
                dispute,
                diluted);
    }

    /** Keeps what every bloc is worth to every state. */
    private static final class Parts implements Recorder {
        private final double[][][] parts;

        Parts(int blocs, int states) {
            this.parts = new double[blocs][states][Part.values().length];
        }

        double[] of(int bloc, int state) {
            return parts[bloc][state];
        }

        @Override
        public boolean follows(int bloc, int state) {
            return true;
        }

        @Override
        public void worth(int tick, int bloc, int state, double[] partsNow) {
            parts[bloc][state] = partsNow.clone();
        }
    }

    /** How a bloc votes on a rung; arrays by the number of the member. */
    public static final class Voting {
        private final AdmissionRule rule;
        private final int voters;
        private final boolean[] mayObject;
        private final double[] weight;

        Voting(AdmissionRule rule, int voters, boolean[] mayObject, double[] weight) {
            this.rule = rule;
            this.voters = voters;
            this.mayObject = mayObject;
            this.weight = weight;
        }

        /** How votes are counted. */
        public AdmissionRule rule() {
            return rule;
        }

        /** How many have a vote. */
        public int voters() {
            return voters;
        }

        /** Whether the objection of the n-th member counts. */
        public boolean mayObject(int n) {
            return mayObject[n];
        }

        /** Each member's share of all votes; not to be changed. */
        public double[] weight() {
            return weight;
        }
    }

    /** A bloc on the first day. */
    public static final class Table {
        private final int bloc;
        private final int[] members;
        private final Voting[] voting;
        private final double digestion;
        private final double effort;
        private final int[] exclusive;
        private final int[] summits;
        private final LocalDate date;

        Table(
                int bloc,
                int[] members,
                Voting[] voting,
                double digestion,
                double effort,
                int[] exclusive,
                int[] summits,
                LocalDate date) {
            this.bloc = bloc;
            this.members = members;
            this.voting = voting;
            this.digestion = digestion;
            this.effort = effort;
            this.exclusive = exclusive;
            this.summits = summits;
            this.date = date;
        }

        /** Its index. */
        public int index() {
            return bloc;
        }

        /** How many full members it has. */
        public int members() {
            return members.length;
        }

        /** The index of the n-th member. */
        public int member(int n) {
            return members[n];
        }

        /** How it votes on a rung from 1. */
        public Voting voting(int rung) {
            return voting[rung];
        }

        /** Entrants of the last three years per member. */
        public double digestion() {
            return digestion;
        }

        /** What asking this bloc takes over and above the general efforts, in utility. */
        public double effort() {
            return effort;
        }

        /** How many blocs shut its full members out. */
        public int exclusive() {
            return exclusive.length;
        }

        /** The index of the n-th bloc that shuts its full members out. */
        public int exclusive(int n) {
            return exclusive[n];
        }

        /** How many summits are expected in the tick: at least one, at its middle where the calendar has none. */
        public int summits() {
            return summits.length;
        }

        /** The day of a summit, counted from 1970-01-01. */
        public int summit(int n) {
            return summits[n];
        }

        /** The first day. */
        public LocalDate date() {
            return date;
        }
    }

    /** What a bloc is to a state on the first day, unweighted. */
    public static final class Stake {
        private final int held;
        private final int asked;
        private final int askedDay;
        private final int approved;
        private final int askable;
        private final int open;
        private final int[] openAt;
        private final double[] parts;
        private final int level;
        private final double size;
        private final double affinity;
        private final double regimeGap;
        private final double resolve;
        private final double[][] features;
        private final double[][] dispute;
        private final double[] diluted;

        Stake(
                int held,
                int asked,
                int askedDay,
                int approved,
                int askable,
                int open,
                int[] openAt,
                double[] parts,
                int level,
                double size,
                double affinity,
                double regimeGap,
                double resolve,
                double[][] features,
                double[][] dispute,
                double[] diluted) {
            this.held = held;
            this.asked = asked;
            this.askedDay = askedDay;
            this.approved = approved;
            this.askable = askable;
            this.open = open;
            this.openAt = openAt;
            this.parts = parts;
            this.level = level;
            this.size = size;
            this.affinity = affinity;
            this.regimeGap = regimeGap;
            this.resolve = resolve;
            this.features = features;
            this.dispute = dispute;
            this.diluted = diluted;
        }

        /** The rung in force. */
        public int held() {
            return held;
        }

        /** The rung of a pending request, or 0. */
        public int asked() {
            return asked;
        }

        /** The day since when it is pending. */
        public int askedDay() {
            return askedDay;
        }

        /** The rung approved and not in force, or 0. */
        public int approved() {
            return approved;
        }

        /** Whether a rung may be asked for. */
        public boolean mayAsk(int rung) {
            return (askable >> rung & 1) == 1;
        }

        /** Whether any rung may be asked for. */
        public boolean mayAsk() {
            return askable != 0;
        }

        /** Whether the gates of a rung that may be asked for stand open, with a sponsor where one is needed. */
        public boolean isOpen(int rung) {
            return (open >> rung & 1) == 1;
        }

        /** Whether the gates of a rung stand open at a summit, with a sponsor where one is needed. */
        public boolean isOpenAt(int summit, int rung) {
            return (openAt[summit] >> rung & 1) == 1;
        }

        /** The parts of worth, unweighted, by {@link Part}; not to be changed. */
        public double[] parts() {
            return parts;
        }

        /** Which of the three efforts asking takes: 0 outsider, 1 partner, 2 observer or candidate. */
        public int level() {
            return level;
        }

        /** The size of the state, clipped to ±2. */
        public double size() {
            return size;
        }

        /** (1 + A_ib)/2. */
        public double affinity() {
            return affinity;
        }

        /** How far the regimes stand apart, in [0, 1]. */
        public double regimeGap() {
            return regimeGap;
        }

        /** The resolve of the most resolute sponsor, in [0, 1]. */
        public double resolve() {
            return resolve;
        }

        /** The features of the n-th member's stance that do not hang on the rung, by {@link StanceTerm}; not to be changed. */
        public double[] features(int n) {
            return features[n];
        }

        /** Whether the stances of members were looked at: some rung may be asked for or is. */
        public boolean hasStances() {
            return features.length > 0;
        }

        /** dispute_ij of the n-th member over a rung, in [0, 1]. */
        public double dispute(int rung, int n) {
            return dispute[rung] == null ? 0 : dispute[rung][n];
        }

        /** Whether any member may have a grievance. */
        public boolean disputed() {
            return dispute.length > 1 && dispute[1] != null;
        }

        /** The share of the bloc that the n-th member would lose to a new full member. */
        public double diluted(int n) {
            return diluted[n];
        }
    }

    /** φ, ψ and the like of a rung. */
    public Rung rung(int bloc, int rung) {
        return world.blocs().get(bloc).ladder().rung(rung);
    }

    /** The codes of states, by index. */
    public String code(int state) {
        return world.states().get(state).code();
    }
}
