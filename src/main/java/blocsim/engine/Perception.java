package blocsim.engine;

import blocsim.model.Bloc;
import blocsim.model.Figures;
import blocsim.model.Motive;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.Part;
import blocsim.model.StanceTerm;
import blocsim.model.World;
import blocsim.rule.Agenda;
import blocsim.rule.Ballot;
import blocsim.rule.Consensus;
import blocsim.rule.Outlook;
import blocsim.rule.Worth;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * What each state sees of each bloc on the first day of a tick: what its benefits and its cost are, and what chance a request
 * would have.
 */
final class Perception {
    /** Rungs of a ladder are kept as bits of a byte, of which bit 0 is the outsider's. */
    static final int MOST_RUNGS = 7;

    private static final int OUTLOOK_YEARS = 5;

    private final World world;
    private final Standings standings;
    private final Ties ties;
    private final Stances stances;
    private final Gates gates;
    private final Consensus consensus;
    private final Ballot ballot;
    private final Electorate[] electorates;
    private final double[] powered;
    private final Outlook outlook;
    private final int states;
    private final double[] weights;
    private final double[] parts = new double[Part.values().length];
    private final double[] terms = new double[StanceTerm.values().length];
    private final double[] benefits;
    private final double[] cost;
    private final double[] security;
    private final double[] affinity;
    private final double[] common;
    private final double[] approved;
    private final double[] valueAtEntry;
    private final byte[] rungAtEntry;
    private final double regimeCost;
    private final double neutralityCost;
    private final double clashCost;
    private final double electionBoost;
    private final double securityShare;
    private final double agendaBase;
    private final double agendaAlignment;
    private final double agendaRegime;
    private final double agendaDigestion;
    private final double agendaSponsor;

    Perception(World world, Standings standings, Ties ties, Stances stances, Gates gates) {
        this.world = world;
        this.standings = standings;
        this.ties = ties;
        this.stances = stances;
        this.gates = gates;
        Parameters p = world.parameters();
        this.consensus = new Consensus(p.get(Parameter.OBJECTION_SHARED));
        this.ballot = new Ballot(consensus);
        this.electorates = new Electorate[MOST_RUNGS + 1];
        Arrays.setAll(electorates, rung -> new Electorate(world, standings));
        this.powered = new double[world.states().size()];
        this.outlook = new Outlook(OUTLOOK_YEARS, 1, p.get(Parameter.STANCE_RENEWAL));
        this.states = world.states().size();
        int cells = states * world.blocs().size();
        this.weights = Arrays.stream(Motive.values())
                .mapToDouble(m -> p.get(m.weight()))
                .toArray();
        this.benefits = new double[cells];
        this.cost = new double[cells];
        this.security = new double[cells];
        this.affinity = new double[cells];
        this.common = new double[states];
        this.approved = new double[cells * (MOST_RUNGS + 1)];
        this.valueAtEntry = new double[cells];
        this.rungAtEntry = new byte[cells];
        this.regimeCost = p.get(Parameter.REGIME_COST);
        this.neutralityCost = p.get(Parameter.NEUTRALITY_COST);
        this.clashCost = p.get(Parameter.CLASH_COST);
        this.electionBoost = p.get(Parameter.ELECTION_BOOST);
        this.securityShare = p.get(Parameter.SECURITY_SHARE);
        this.agendaBase = p.get(Parameter.AGENDA_BASE);
        this.agendaAlignment = p.get(Parameter.AGENDA_ALIGNMENT);
        this.agendaRegime = p.get(Parameter.AGENDA_REGIME);
        this.agendaDigestion = p.get(Parameter.AGENDA_DIGESTION);
        this.agendaSponsor = p.get(Parameter.AGENDA_SPONSOR);
    }

    void reset() {
        Arrays.fill(benefits, 0);
        Arrays.fill(cost, 0);
        Arrays.fill(security, 0);
        Arrays.fill(affinity, 0);
        Arrays.fill(approved, 0);
        Arrays.fill(valueAtEntry, 0);
        Arrays.fill(rungAtEntry, (byte) 0);
    }

    /**
     * V of a rung to a state; 0 for an outsider. Where the rung opens another share of security cooperation than φ, that part of
     * the benefits counts by this share.
     */
    double value(int bloc, int state, int rung) {
        if (rung == 0) {
            return 0;
        }
        int cell = standings.cell(bloc, state);
        var step = standings.bloc(bloc).ladder().rung(rung);
        double value = Worth.of(step.benefit(), benefits[cell], step.obligation(), cost[cell]);
        Double open = step.security();
        return open == null ? value : value + Worth.otherwiseOpen(open, step.benefit(), security[cell]);
    }

    /** What a state gains by a rung: V_m - V_now, less V of the full memberships that it would give up for it. */
    double gain(int bloc, int state, int rung) {
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

    /** q̂: the probability that a request for a rung would be approved within five years. */
    double approved(int bloc, int state, int rung) {
        return approved[standings.cell(bloc, state) * (MOST_RUNGS + 1) + rung];
    }

    /** The log odds of being taken up at a summit, but for the readiness of bloc and summit. */
    double takenUpLogOdds(Figures figures, int bloc, int state, int day, double digestion) {
        double resolve = 0;
        for (int n = 0; n < world.facts().backings(state); n++) {
            resolve = Math.max(resolve, world.facts().resolve(bloc, state, n, day));
        }
        return Agenda.logOdds(
                agendaBase,
                agendaAlignment * affinity[standings.cell(bloc, state)],
                agendaRegime * Worth.regimeGap(figures.polyarchy(state), standings.meanPolyarchy(bloc)),
                agendaDigestion * digestion,
                agendaSponsor * resolve);
    }

    /** Looks at every bloc from every state. */
    void look(int tick, LocalDate date, double[] blocReadiness, Recorder recorder) {
        Figures figures = world.figures().get(tick);
        int day = (int) date.toEpochDay();
        for (int b = 0; b < world.blocs().size(); b++) {
            Bloc bloc = world.blocs().get(b);
            standings.weigh(b, figures);
            if (standings.members(b) == 0) {
                Arrays.fill(benefits, b * states, (b + 1) * states, 0);
                Arrays.fill(cost, b * states, (b + 1) * states, 0);
                Arrays.fill(security, b * states, (b + 1) * states, 0);
                continue;
            }
            double depth = bloc.depth().at(date, 0.0);
            double cooperation = bloc.security() == null ? 0 : bloc.security().at(date, 0.0);
            stances.depth(b, depth);
            for (int i = 0; i < states; i++) {
                weighUp(figures, b, i, day, depth, cooperation);
                recorder.worth(tick, b, i, parts);
            }
            double digestion = standings.digestion(b, day);
            for (int rung = 1; rung <= bloc.ladder().top(); rung++) {
                electorates[rung].take(b, bloc.admission(rung, date), day);
            }
            for (int i = 0; i < states; i++) {
                noteEntry(b, i);
                lookAhead(figures, b, i, day, digestion, blocReadiness[b]);
            }
        }
    }

    private void noteEntry(int bloc, int i) {
        int cell = standings.cell(bloc, i);
        if (rungAtEntry[cell] != standings.rung[cell]) {
            rungAtEntry[cell] = standings.rung[cell];
            valueAtEntry[cell] = value(bloc, i, standings.rung[cell]);
        }
    }

    private void weighUp(Figures figures, int bloc, int i, int day, double depth, double cooperation) {
        boolean isCourted = world.facts().courted(i);
        int cell = standings.cell(bloc, i);
        double own = standings.weight(bloc, i);
        double first = 0;
        double second = 0;
        double third = 0;
        double alignment = 0;
        double stake = 0;
        double reach = 0;
        double overlap = 0;
        int others = 0;
        for (int n = 0; n < standings.members(bloc); n++) {
            int j = standings.member(bloc, n);
            if (j == i) {
                continue;
            }
            others++;
            double shared = figures.sharedBodies(i, j);
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
            double weight = standings.weight(bloc, j);
            double a = ties.alignment(i, j);
            alignment += weight * a;
            stake += ties.tradeShare(figures, i, j);
            double courted = isCourted ? 1 + world.facts().courtship(j, i, day) : 1;
            reach += weight * figures.capital(j) * courted * (1 + a) / 2;
            if (figures.isolates(j, i, world.unitedStates())) {
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
        parts[Part.NEIGHBOURS.ordinal()] =
                Worth.neighbours(heightsNear(bloc, i), world.geography().nearInAll(i));
        parts[Part.AFFINITY.ordinal()] = affinity[cell];
        parts[Part.SECURITY.ordinal()] = Worth.security(securityShare, figures.threat(i), cooperation, affinity[cell]);
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
                regimeCost * depth * Worth.regimeGap(figures.polyarchy(i), standings.meanPolyarchy(bloc));
        parts[Part.NEUTRALITY.ordinal()] = cooperation > 0 ? neutralityCost * figures.neutrality(i) : 0;
        parts[Part.CLASH.ordinal()] = figures.clash(bloc, i) ? clashCost : 0;

        double sumOfBenefits = 0;
        double sumOfCost = 0;
        for (Part part : PARTS) {
            Motive motive = part.motive();
            if (motive == null) {
                sumOfCost += parts[part.ordinal()];
            } else {
                sumOfBenefits += weights[motive.ordinal()] * parts[part.ordinal()];
            }
        }
        benefits[cell] = sumOfBenefits;
        security[cell] = weights[Motive.ALIGNMENT.ordinal()] * parts[Part.SECURITY.ordinal()];
        cost[cell] = sumOfCost;
    }

    private static final Part[] PARTS = Part.values();

    private double heightsNear(int bloc, int i) {
        double heights = 0;
        for (int n = 0; n < world.geography().nearCount(i); n++) {
            int rung = standings.rung[standings.cell(bloc, world.geography().near(i, n))];
            if (rung > 0) {
                heights += standings.bloc(bloc).ladder().rung(rung).height() / 3.0;
            }
        }
        return heights;
    }

    private void lookAhead(Figures figures, int bloc, int i, int day, double digestion, double readiness) {
        int cell = standings.cell(bloc, i);
        var ladder = standings.bloc(bloc).ladder();
        if (standings.asked[cell] != 0 || standings.approved[cell] != 0 || standings.rung[cell] == ladder.top()) {
            return;
        }
        int askable = figures.askable(bloc, i) & ~gates.unaskable(bloc, i, day);
        int open = askable & figures.open(bloc, i) & ~gates.shut(bloc, i, day);
        double takenUp = Double.NaN;
        boolean disputed = world.facts().aggrieves(i);
        double undisputed = Double.NaN;
        for (int rung = standings.rung[cell] + 1; rung <= ladder.top(); rung++) {
            double chance = 0;
            boolean sponsored = (open >> rung & 1) == 1
                    && (!electorates[rung].rule().needsSponsor() || standings.isSponsored(bloc, i, day));
            if (sponsored) {
                if (Double.isNaN(takenUp)) {
                    takenUp = Agenda.takenUp(takenUpLogOdds(figures, bloc, i, day, digestion) + readiness);
                    lookAtMembers(figures, bloc, i, day);
                }
                boolean full = ladder.rung(rung).full();
                if (disputed || full || ladder.rung(rung).admission() != null) {
                    chance = outlook.approved(takenUp, passes(figures, bloc, i, rung, day, full));
                } else {
                    if (Double.isNaN(undisputed)) {
                        undisputed = outlook.approved(takenUp, passes(figures, bloc, i, rung, day, false));
                    }
                    chance = undisputed;
                }
            }
            approved[cell * (MOST_RUNGS + 1) + rung] = chance;
        }
    }

    private void lookAtMembers(Figures figures, int bloc, int i, int day) {
        for (int n = 0; n < standings.members(bloc); n++) {
            common[n] = stances.common(figures, bloc, i, standings.member(bloc, n), day, terms);
        }
    }

    private double passes(Figures figures, int bloc, int i, int rung, int day, boolean full) {
        var electorate = electorates[rung];
        int members = standings.members(bloc);
        for (int n = 0; n < members; n++) {
            int j = standings.member(bloc, n);
            powered[n] = electorate.mayObject(n)
                    ? consensus.powered(common[n]
                            + stances.dispute(bloc, i, j, rung, day)
                            + (full ? stances.dilution(figures, bloc, i, j) : 0))
                    : 0;
        }
        return ballot.passes(electorate.rule(), members, electorate.voters(), powered, electorate.weight());
    }
}
