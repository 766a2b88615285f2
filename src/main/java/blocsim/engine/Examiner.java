package blocsim.engine;

import blocsim.model.Motive;
import blocsim.model.Parameter;
import blocsim.model.Part;
import blocsim.model.Rung;
import blocsim.model.StanceTerm;
import blocsim.model.World;
import blocsim.rule.Agenda;
import blocsim.rule.Ballot;
import blocsim.rule.Consensus;
import blocsim.rule.Outlook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks into replicates on the first day of a tick, and says why one state's bid for a rung would fare as it would. For one thread
 * at a time.
 */
public final class Examiner {

    private final World world;
    private final Simulator simulator;
    private final Asking asking;

    /** @param world what is run */
    public Examiner(World world) {
        this.world = world;
        this.simulator = new Simulator(world);
        this.asking = new Asking(world);
    }

    /**
     * Examines a bid.
     *
     * @param seed the master seed
     * @param replicate the number of the replicate
     * @param tick the tick before whose happenings the run is stopped
     * @param bloc the bloc's index
     * @param state the state's index
     * @param rung the index of the rung, or 0 for the one that the state asks for or, if it asks for none, would soonest ask for
     */
    public Examination examine(long seed, int replicate, int tick, int bloc, int state, int rung) {
        var all = examineAll(seed, replicate, tick, bloc, state);
        return all.get((rung > 0 ? rung : all.get(0).soonest()) - 1);
    }

    /** Examines a bid for every rung of the ladder, the lowest first, in one replicate. */
    public List<Examination> examineAll(long seed, int replicate, int tick, int bloc, int state) {
        var choices = new Choices(tick, bloc, state);
        var run = simulator.runUpTo(seed, replicate, tick, choices);
        int top = world.blocs().get(bloc).ladder().top();
        var all = new ArrayList<Examination>();
        for (int rung = 1; rung <= top; rung++) {
            all.add(examine(run, choices, bloc, state, rung));
        }
        return all;
    }

    private Examination examine(BlocSimulation run, Choices choices, int b, int i, int rung) {
        var figures = run.figures();
        int cell = run.standings.cell(b, i);
        int held = run.standings.rung[cell];
        int top = world.blocs().get(b).ladder().top();
        int asked = run.standings.asked[cell];
        int day = run.firstDay();
        var date = LocalDate.ofEpochDay(day);
        var shut = run.gates.shutBy(b, i, rung, day);
        var electorate = new Electorate(world, run.standings);
        electorate.take(b, world.blocs().get(b).admission(rung, date), day);
        boolean sponsorMissing = electorate.rule().needsSponsor() && !run.standings.isSponsored(b, i, day);
        boolean open = shut.isEmpty() && (figures.open(b, i) >> rung & 1) == 1 && !sponsorMissing;
        double digestion = run.standings.digestion(b, day);
        double fresh = open
                ? Agenda.takenUp(run.prospects.takenUpLogOdds(figures, b, i, day, digestion) + run.blocReadiness[b])
                : 0;
        double takenUp = asked == rung
                ? Agenda.aged(
                        fresh,
                        Standings.years(run.standings.askedDay[cell], day),
                        world.parameters().get(Parameter.STALE_YEARS))
                : fresh;
        var consensus = new Consensus(world.parameters().get(Parameter.OBJECTION_SHARED));
        int members = run.standings.members(b);
        var terms = new double[members][StanceTerm.values().length];
        var log = new double[members];
        var powered = new double[members];
        for (int n = 0; n < members; n++) {
            log[n] = run.stances.logIntensity(figures, b, i, run.standings.member(b, n), rung, day, terms[n]);
            powered[n] = electorate.mayObject(n) ? consensus.powered(log[n]) : 0;
        }
        double passes = new Ballot(consensus)
                .passes(electorate.rule(), members, electorate.voters(), powered, electorate.weight());
        var outlook = Outlook.ofFiveYears(world.parameters().get(Parameter.STANCE_RENEWAL));
        double value = run.perception.value(b, i, rung);
        double valueNow = run.perception.value(b, i, held);
        double hope = asking.hope(outlook.approved(fresh, passes));
        return new Examination(
                rung,
                asked > 0 ? asked : choices.likeliest(Math.min(top, held + 1)),
                held,
                asked,
                run.standings.approved[cell],
                parts(choices, b, rung),
                value,
                valueNow,
                run.perception.forgone(b, i, rung),
                hope,
                asking.utility(asking.worth(b, rung, run.perception.gain(b, i, rung)), hope, asking.hurdle(run, b, i)),
                asked == rung ? 1 : choices.probability[rung],
                shut,
                sponsorMissing,
                open,
                takenUp,
                passes,
                outlook.approved(takenUp, passes),
                stances(run, electorate, b, i, terms, log, powered),
                sponsors(b, i, day));
    }

    /** The share of a part that a rung opens: φ, but of security cooperation its own where it sets one. */
    private static double share(Rung step, Part part) {
        Double security = step.security();
        return part == Part.SECURITY && security != null ? security : step.benefit();
    }

    private SortedMap<String, Double> parts(Choices choices, int b, int rung) {
        var step = world.blocs().get(b).ladder().rung(rung);
        var parts = new TreeMap<String, Double>();
        for (Part part : Part.values()) {
            Motive motive = part.motive();
            double worth = choices.parts[part.ordinal()];
            parts.put(
                    part.label(),
                    motive == null
                            ? -step.obligation() * worth
                            : share(step, part) * world.parameters().get(motive.weight()) * worth);
        }
        return parts;
    }

    private static List<Examination.Stance> stances(
            BlocSimulation run, Electorate electorate, int b, int i, double[][] terms, double[] log, double[] powered) {
        double sum = Arrays.stream(powered).sum();
        var stances = new ArrayList<Examination.Stance>();
        for (int n = 0; n < powered.length; n++) {
            int j = run.standings.member(b, n);
            if (electorate.mayObject(n) && j != i) {
                var byLabel = new TreeMap<String, Double>();
                for (StanceTerm term : StanceTerm.values()) {
                    byLabel.put(term.label(), terms[n][term.ordinal()]);
                }
                stances.add(new Examination.Stance(
                        j,
                        byLabel,
                        log[n],
                        -StrictMath.expm1(-StrictMath.exp(log[n])),
                        Consensus.firstObjector(powered[n], sum)));
            }
        }
        return stances;
    }

    private SortedMap<Integer, Double> sponsors(int b, int i, int day) {
        var sponsors = new TreeMap<Integer, Double>();
        for (int n = 0; n < world.facts().backings(i); n++) {
            double resolve = world.facts().resolve(b, i, n, day);
            if (resolve > 0) {
                sponsors.merge(world.facts().sponsor(i, n), resolve, Math::max);
            }
        }
        return sponsors;
    }

    /** Keeps how one state weighed what it might ask of one bloc. */
    private static final class Choices implements Recorder {
        private final int tick;
        private final int bloc;
        private final int state;
        private final double[] parts = new double[Part.values().length];
        private final double[] probability = new double[Perception.MOST_RUNGS + 1];

        Choices(int tick, int bloc, int state) {
            this.tick = tick;
            this.bloc = bloc;
            this.state = state;
        }

        int likeliest(int otherwise) {
            int best = otherwise;
            for (int rung = 1; rung < probability.length; rung++) {
                best = probability[rung] > probability[best] ? rung : best;
            }
            return best;
        }

        @Override
        public boolean wantsReasons() {
            return true;
        }

        @Override
        public void worth(int tickNow, int b, int i, double[] partsNow) {
            if (tickNow == tick && b == bloc && i == state) {
                System.arraycopy(partsNow, 0, parts, 0, parts.length);
            }
        }

        @Override
        public void weighed(int tickNow, int b, int i, int rung, double hopeNow, double utilityNow, double yearly) {
            if (tickNow == tick && b == bloc && i == state) {
                probability[rung] = yearly;
            }
        }
    }
}
