package blocsim.engine;

import blocsim.model.Bloc;
import blocsim.model.Figures;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
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
 * What chance a request would have, as seen on the first day of a tick. Like {@link Perception}, worked out for a pair when it is
 * first asked for.
 */
final class Prospects {

    private final World world;
    private final Standings standings;
    private final Stances stances;
    private final Gates gates;
    private final Perception perception;
    private final Consensus consensus;
    private final Ballot ballot;
    private final Outlook outlook;
    private final Electorate[][] electorates;
    private final int[][] takenOn;
    private final double[] digestion;
    private final double[] readiness;
    private final double[] common;
    private final double[] powered;
    private final double[] terms = new double[StanceTerm.values().length];
    private final double[] approved;
    private final int[] lookedOn;
    private final double agendaBase;
    private final double agendaAlignment;
    private final double agendaRegime;
    private final double agendaDigestion;
    private final double agendaSponsor;
    private Figures figures;
    private LocalDate date = LocalDate.EPOCH;
    private int day;

    /** @param readiness ξ_b by bloc, as the run sets it */
    Prospects(
            World world, Standings standings, Stances stances, Gates gates, Perception perception, double[] readiness) {
        this.world = world;
        this.standings = standings;
        this.stances = stances;
        this.gates = gates;
        this.perception = perception;
        this.readiness = readiness;
        this.figures = world.figures().get(0);
        Parameters p = world.parameters();
        this.consensus = new Consensus(p.get(Parameter.OBJECTION_SHARED));
        this.ballot = new Ballot(consensus);
        this.outlook = Outlook.ofFiveYears(p.get(Parameter.STANCE_RENEWAL));
        int states = world.states().size();
        int blocs = world.blocs().size();
        this.electorates = new Electorate[blocs][Perception.MOST_RUNGS + 1];
        for (Electorate[] ofBloc : electorates) {
            Arrays.setAll(ofBloc, rung -> new Electorate(world, standings));
        }
        this.takenOn = new int[blocs][Perception.MOST_RUNGS + 1];
        this.digestion = new double[blocs];
        this.common = new double[states];
        this.powered = new double[states];
        this.approved = new double[states * blocs * (Perception.MOST_RUNGS + 1)];
        this.lookedOn = new int[states * blocs];
        this.agendaBase = p.get(Parameter.AGENDA_BASE);
        this.agendaAlignment = p.get(Parameter.AGENDA_ALIGNMENT);
        this.agendaRegime = p.get(Parameter.AGENDA_REGIME);
        this.agendaDigestion = p.get(Parameter.AGENDA_DIGESTION);
        this.agendaSponsor = p.get(Parameter.AGENDA_SPONSOR);
    }

    /** Forgets the run before. */
    void reset() {
        Arrays.fill(lookedOn, Standings.NO_DAY);
        for (int[] ofBloc : takenOn) {
            Arrays.fill(ofBloc, Standings.NO_DAY);
        }
    }

    /** Opens a tick with its figures. */
    void open(Figures now, LocalDate dateNow) {
        figures = now;
        date = dateNow;
        day = (int) date.toEpochDay();
        for (int b = 0; b < world.blocs().size(); b++) {
            digestion[b] = standings.digestion(b, day);
            stances.depth(b, world.blocs().get(b).depth().at(date, Bloc.NONE));
        }
    }

    /** The rungs above its own that a state may ask a bloc for: bit r for rung r. */
    int askable(int bloc, int state) {
        int held = standings.rung[standings.cell(bloc, state)];
        int above = figures.askable(bloc, state) >> (held + 1) << (held + 1);
        return above == 0 ? 0 : above & ~gates.unaskable(bloc, state, day);
    }

    /** Those of some rungs whose gates stand open to a state: bit r for rung r. */
    int open(int bloc, int state, int rungs) {
        int open = rungs & figures.open(bloc, state);
        return open == 0 ? 0 : open & ~gates.shut(bloc, state, day);
    }

    /**
     * q̂: the probability that a request for a rung would be approved within five years; 0 for a rung that may not be asked for or
     * whose gates are shut, and for one whose request or approval is under way.
     */
    double approved(int bloc, int state, int rung) {
        int cell = standings.cell(bloc, state);
        if (lookedOn[cell] != day) {
            lookedOn[cell] = day;
            lookAhead(bloc, state, cell);
        }
        return approved[cell * (Perception.MOST_RUNGS + 1) + rung];
    }

    /** The log odds of being taken up at a summit, but for the readiness of bloc and summit. */
    double takenUpLogOdds(Figures figures, int bloc, int state, int day, double digestion) {
        double resolve = 0;
        for (int n = 0; n < world.facts().backings(state); n++) {
            resolve = Math.max(resolve, world.facts().resolve(bloc, state, n, day));
        }
        return Agenda.logOdds(
                agendaBase,
                agendaAlignment * perception.affinity(bloc, state),
                agendaRegime * Worth.regimeGap(figures.polyarchy(state), standings.meanPolyarchy(bloc)),
                agendaDigestion * digestion,
                agendaSponsor * resolve);
    }

    private void lookAhead(int bloc, int i, int cell) {
        var ladder = standings.bloc(bloc).ladder();
        Arrays.fill(approved, cell * (Perception.MOST_RUNGS + 1), (cell + 1) * (Perception.MOST_RUNGS + 1), 0);
        if (standings.asked[cell] != 0 || standings.approved[cell] != 0 || standings.members(bloc) == 0) {
            return;
        }
        int open = open(bloc, i, askable(bloc, i));
        double takenUp = Double.NaN;
        boolean disputed = world.facts().aggrieves(i);
        double undisputed = Double.NaN;
        for (int rung = standings.rung[cell] + 1; rung <= ladder.top(); rung++) {
            if ((open >> rung & 1) == 0
                    || (electorate(bloc, rung).rule().needsSponsor() && !standings.isSponsored(bloc, i, day))) {
                continue;
            }
            if (Double.isNaN(takenUp)) {
                takenUp = Agenda.takenUp(takenUpLogOdds(figures, bloc, i, day, digestion[bloc]) + readiness[bloc]);
                lookAtMembers(bloc, i);
            }
            boolean full = ladder.rung(rung).full();
            boolean alike = !disputed && !full && ladder.rung(rung).admission() == null;
            double chance = alike ? undisputed : Double.NaN;
            if (Double.isNaN(chance)) {
                chance = outlook.approved(takenUp, passes(bloc, i, rung, full));
                undisputed = alike ? chance : undisputed;
            }
            approved[cell * (Perception.MOST_RUNGS + 1) + rung] = chance;
        }
    }

    private Electorate electorate(int bloc, int rung) {
        var electorate = electorates[bloc][rung];
        if (takenOn[bloc][rung] != day) {
            takenOn[bloc][rung] = day;
            Bloc asked = world.blocs().get(bloc);
            electorate.take(bloc, asked.admission(rung, date), day);
        }
        return electorate;
    }

    private void lookAtMembers(int bloc, int i) {
        for (int n = 0; n < standings.members(bloc); n++) {
            common[n] = stances.common(figures, bloc, i, standings.member(bloc, n), day, terms);
        }
    }

    private double passes(int bloc, int i, int rung, boolean full) {
        var electorate = electorate(bloc, rung);
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
