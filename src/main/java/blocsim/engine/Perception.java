package blocsim.engine;

import blocsim.model.Bloc;
import blocsim.model.Figures;
import blocsim.model.Motive;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.Part;
import blocsim.model.Rung;
import blocsim.model.World;
import blocsim.rule.Worth;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * What each bloc is worth to each state, as seen on the first day of a tick.
 *
 * <p>A pair is weighed up when its worth is first asked for, as most never are: a state that will not act, whatever it thinks,
 * need not think. Nothing that worth hangs on changes before the tick's dated agenda begins, so it makes no difference when a
 * pair is weighed up; after {@link #close} none is.
 */
final class Perception {
    /** Rungs of a ladder are kept as bits of a byte, of which bit 0 is the outsider's. */
    static final int MOST_RUNGS = 7;

    private static final Part[] PARTS = Part.values();

    private final World world;
    private final Standings standings;
    private final Ties ties;
    private final Carried carried;
    private final int states;
    private final double[] weightOfPart = new double[PARTS.length];
    private final boolean[] isCost = new boolean[PARTS.length];
    private final double[] parts = new double[PARTS.length];
    private final double[] benefits;
    private final double[] cost;
    private final double[] security;
    private final double[] affinity;
    private final int[] weighedOn;
    private final double[] valueAtEntry;
    private final byte[] rungAtEntry;
    private final boolean[] isFollowed;
    private final double[][] benefitShare;
    private final double[][] obligationShare;
    private final double[][] securityShareOf;
    private final UnpackedRow bodiesRow;
    private final UnpackedRow tradeRow;
    private final double[] depth;
    private final double[] cooperation;
    private final double regimeCost;
    private final double neutralityCost;
    private final double clashCost;
    private final double electionBoost;
    private final double securityShare;
    private Recorder recorder = new Recorder() {};
    private Figures figures;
    private int tick;
    private int day;
    private boolean isOpen;

    Perception(World world, Standings standings, Ties ties, Carried carried) {
        this.world = world;
        this.standings = standings;
        this.ties = ties;
        this.carried = carried;
        this.states = world.states().size();
        this.figures = world.figures().get(0);
        int cells = states * world.blocs().size();
        Parameters p = world.parameters();
        for (Part part : PARTS) {
            Motive motive = part.motive();
            isCost[part.ordinal()] = motive == null;
            weightOfPart[part.ordinal()] = motive == null ? 0 : p.get(motive.weight());
        }
        this.benefits = new double[cells];
        this.cost = new double[cells];
        this.security = new double[cells];
        this.affinity = new double[cells];
        this.weighedOn = new int[cells];
        this.valueAtEntry = new double[cells];
        this.rungAtEntry = new byte[cells];
        this.isFollowed = new boolean[cells];
        this.benefitShare = figures(world, Rung::benefit);
        this.obligationShare = figures(world, Rung::obligation);
        this.securityShareOf = figures(world, rung -> {
            Double share = rung.security();
            return share == null ? Double.NaN : share;
        });
        this.bodiesRow = new UnpackedRow(states);
        this.tradeRow = new UnpackedRow(states);
        this.depth = new double[world.blocs().size()];
        this.cooperation = new double[world.blocs().size()];
        this.regimeCost = p.get(Parameter.REGIME_COST);
        this.neutralityCost = p.get(Parameter.NEUTRALITY_COST);
        this.clashCost = p.get(Parameter.CLASH_COST);
        this.electionBoost = p.get(Parameter.ELECTION_BOOST);
        this.securityShare = p.get(Parameter.SECURITY_SHARE);
    }

    private static double[][] figures(World world, ToDoubleFunction<Rung> figure) {
        return world.blocs().stream().map(bloc -> bloc.ladder().figures(figure)).toArray(double[][]::new);
    }

    /** Forgets the run before. */
    void reset(Recorder listener) {
        recorder = listener;
        Arrays.fill(weighedOn, Standings.NO_DAY);
        Arrays.fill(valueAtEntry, 0);
        Arrays.fill(rungAtEntry, (byte) 0);
        for (int b = 0; b < world.blocs().size(); b++) {
            for (int i = 0; i < states; i++) {
                isFollowed[standings.cell(b, i)] = listener.follows(b, i);
            }
        }
    }

    /**
     * Opens a tick: takes the blocs as they are now, and weighs up the pairs that the dated agenda may come to.
     *
     * @param fixed what is due in the tick whatever happens
     */
    void open(int tickNow, LocalDate date, long[] fixed) {
        tick = tickNow;
        figures = carried.now();
        day = (int) date.toEpochDay();
        isOpen = true;
        for (int b = 0; b < world.blocs().size(); b++) {
            Bloc bloc = world.blocs().get(b);
            standings.weigh(b, figures);
            depth[b] = bloc.depth().at(date, Bloc.NONE);
            cooperation[b] = bloc.security() == null ? 0 : bloc.security().at(date, Bloc.NONE);
        }
        for (int b = 0; b < world.blocs().size(); b++) {
            for (int i = 0; i < states; i++) {
                int cell = standings.cell(b, i);
                if (isFollowed[cell]) {
                    ensure(b, i);
                }
                if (standings.asked[cell] != 0 || standings.approved[cell] != 0) {
                    prepare(b, i);
                }
                noteEntry(b, i, cell);
            }
        }
        for (long entry : fixed) {
            if (Diary.kind(entry) == Diary.Kind.OFFER) {
                prepare(Diary.bloc(entry), Diary.state(entry));
            }
        }
    }

    /** Ends the weighing up, before the first thing happens that worth hangs on. */
    void close() {
        isOpen = false;
    }

    private void noteEntry(int bloc, int i, int cell) {
        if (rungAtEntry[cell] != standings.rung[cell] && standings.members(bloc) > 0) {
            rungAtEntry[cell] = standings.rung[cell];
            valueAtEntry[cell] = value(bloc, i, standings.rung[cell]);
        }
    }

    /** Weighs up what a state may come to weigh later in the tick: a bloc and those that it would leave for it. */
    void prepare(int bloc, int state) {
        ensure(bloc, state);
        for (int other : standings.exclusive(bloc)) {
            ensure(other, state);
        }
    }

    private void ensure(int bloc, int state) {
        if (weighedOn[standings.cell(bloc, state)] != day) {
            weighUp(bloc, state);
        }
    }

    /**
     * V of a rung to a state; 0 for an outsider. Where the rung opens another share of security cooperation than φ, that part of
     * the benefits counts by this share.
     */
    double value(int bloc, int state, int rung) {
        if (rung == 0) {
            return 0;
        }
        ensure(bloc, state);
        int cell = standings.cell(bloc, state);
        double benefit = benefitShare[bloc][rung];
        double value = Worth.of(benefit, benefits[cell], obligationShare[bloc][rung], cost[cell]);
        double open = securityShareOf[bloc][rung];
        return Double.isNaN(open) ? value : value + Worth.otherwiseOpen(open, benefit, security[cell]);
    }

    /** What a state gains by a rung: V_m - V_now, less V of the full memberships that it would give up for it. */
    double gain(int bloc, int state, int rung) {
        if (isOpen) {
            prepare(bloc, state);
        }
        int held = standings.rung[standings.cell(bloc, state)];
        return value(bloc, state, rung) - value(bloc, state, held) - forgone(bloc, state, rung);
    }

    /** Σ V of the full memberships that a state would give up for a rung: those of blocs that shut a full member out. */
    double forgone(int bloc, int state, int rung) {
        double sum = 0;
        if (rung == standings.bloc(bloc).ladder().top()) {
            for (int other : standings.exclusive(bloc)) {
                sum += standings.full(other, state)
                        ? value(other, state, standings.bloc(other).ladder().top())
                        : 0;
            }
        }
        return sum;
    }

    /** V of the rung that a state holds, as it was on the first day of the first tick on which the state held it. */
    double valueAtEntry(int bloc, int state) {
        return valueAtEntry[standings.cell(bloc, state)];
    }

    /** (1 + A_ib)/2 in [0, 1]: how near a state stands to a bloc's members. */
    double affinity(int bloc, int state) {
        ensure(bloc, state);
        return affinity[standings.cell(bloc, state)];
    }

    private void weighUp(int bloc, int i) {
        int cell = standings.cell(bloc, i);
        if (!isOpen) {
            throw new IllegalStateException(world.states().get(i).code() + " has not weighed up "
                    + world.blocs().get(bloc).code() + " before the tick's first summit");
        }
        weighedOn[cell] = day;
        if (standings.members(bloc) == 0) {
            benefits[cell] = 0;
            security[cell] = 0;
            cost[cell] = 0;
            affinity[cell] = 0;
            return;
        }
        boolean isCourted = world.facts().courted(i);
        boolean isIsolated = figures.isolated(i);
        double own = standings.weight(bloc, i);
        double first = 0;
        double second = 0;
        double third = 0;
        double alignment = 0;
        double stake = 0;
        double reach = 0;
        double overlap = 0;
        int others = 0;
        double[] bodies = bodiesRow.of(figures.sharedBodies(), i);
        double[] trade = tradeRow.of(figures.tradeShares(), i);
        ties.take(figures, i);
        int members = standings.members(bloc);
        int[] member = standings.memberList(bloc);
        double[] share = standings.shares(bloc);
        double[] invested = standings.invested(bloc);
        for (int n = 0; n < members; n++) {
            int j = member[n];
            if (j == i) {
                continue;
            }
            others++;
            double shared = bodies[j];
            if (shared > first) {
                third = second;
                second = first;
                first = shared;
            } else if (shared > second) {
                third = second;
                second = shared;
            } else if (shared > third) {
                third = shared;
            }
            double weight = share[n];
            double a = ties.alignment(i, j);
            alignment += weight * a;
            stake += ties.tradeShare(i, j, trade[j]);
            double courted = isCourted ? 1 + world.facts().courtship(j, i, day) : 1;
            reach += invested[n] * courted * (1 + a) / 2;
            if (isIsolated && figures.isolates(j, i, world.unitedStates())) {
                overlap += weight;
            }
        }
        double rest = 1 - own;
        if (own > 0 && rest > 0) {
            alignment /= rest;
        }
        int patron = figures.mainPatron(i);
        double patronWeight = patron == World.NONE ? 0 : standings.weight(bloc, patron);

        affinity[cell] = Worth.affinity(alignment);
        parts[Part.SHARED_BODIES.ordinal()] = Worth.sharedBodies(first, second, third, others);
        parts[Part.NEIGHBOURS.ordinal()] = Worth.neighbours(
                standings.heightsNear(bloc, i), world.geography().nearInAll(i));
        parts[Part.AFFINITY.ordinal()] = affinity[cell];
        parts[Part.SECURITY.ordinal()] =
                Worth.security(securityShare, figures.threat(i), cooperation[bloc], affinity[cell]);
        parts[Part.TRADE.ordinal()] = Worth.trade(stake);
        parts[Part.INVESTMENT.ordinal()] = Worth.investment(figures.need(i), Math.min(1, reach));
        parts[Part.PRESTIGE.ordinal()] = Worth.prestige(
                standings.gdp(bloc) / figures.worldGdp(),
                figures.polyarchy(i),
                figures.election(i) ? electionBoost : 0);
        parts[Part.ISOLATION.ordinal()] = Worth.isolation(figures.isolation(i), overlap);
        parts[Part.COUNTERBALANCE.ordinal()] = Worth.counterbalance(
                figures.concentration(i), figures.mainReliance(i), patronWeight, standings.squares(bloc));
        parts[Part.PATRONS.ordinal()] = figures.patronPull(bloc, i);
        parts[Part.REGIME.ordinal()] =
                regimeCost * (depth[bloc] * Worth.regimeGap(figures.polyarchy(i), standings.meanPolyarchy(bloc)));
        parts[Part.NEUTRALITY.ordinal()] = cooperation[bloc] > 0 ? neutralityCost * figures.neutrality(i) : 0;
        parts[Part.CLASH.ordinal()] = figures.clash(bloc, i) ? clashCost : 0;

        double sumOfBenefits = 0;
        double sumOfCost = 0;
        for (int part = 0; part < parts.length; part++) {
            if (isCost[part]) {
                sumOfCost += parts[part];
            } else {
                sumOfBenefits += weightOfPart[part] * parts[part];
            }
        }
        benefits[cell] = sumOfBenefits;
        security[cell] = weightOfPart[Part.SECURITY.ordinal()] * parts[Part.SECURITY.ordinal()];
        cost[cell] = sumOfCost;
        if (isFollowed[cell]) {
            recorder.worth(tick, bloc, i, parts);
        }
    }
}
