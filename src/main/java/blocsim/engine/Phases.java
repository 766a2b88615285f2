package blocsim.engine;

import blocsim.model.Cause;
import blocsim.model.Exponential;
import blocsim.model.Hazard;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.Purpose;
import blocsim.model.Streams;
import blocsim.model.World;
import blocsim.rule.Exit;
import blocsim.rule.Request;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import sim.engine.Schedule;
import sim.engine.SimState;
import sim.engine.Steppable;

/**
 * The phases of a tick in their order, as one step of MASON's schedule, which would shuffle what shares a place on it; the dated agenda in the middle runs from day to day.
 */
final class Phases {
    private final Phase[] weighing;
    private final Phase[] deciding;

    Phases(World world, Standings standings, long[][] fixed, List<OwnRule> own) {
        var exits = new Exits(world.parameters());
        var requests = new Requests(world);
        var agenda = new DatedAgenda(world, standings);
        this.weighing = new Phase[] {
            run -> run.diary.begin(fixed[run.tick]),
            run -> {
                run.carried.begin(run.tick, run.firstDay(), run.streams);
                run.ties.begin(run.tick, run.years(), run.firstDay(), run.streams);
                run.perception.open(run.tick, run.dates[run.tick], fixed[run.tick]);
                run.prospects.open(run.figures(), run.dates[run.tick]);
            },
            exits::step,
            requests::step,
            run -> own.forEach(rule -> rule.act(new Turn(run, rule.name()))),
            run -> run.perception.close()
        };
        this.deciding = new Phase[] {
            agenda::step,
            run -> run.ties.converge(run.tick, run.years(), run.standings),
            run -> run.recorder.standings(run.tick, run.standings.rung),
            run -> run.tick++
        };
    }

    /** One phase of the run that it is given. */
    @FunctionalInterface
    private interface Phase extends Steppable {
        void step(BlocSimulation run);

        @Override
        default void step(SimState state) {
            step((BlocSimulation) state);
        }
    }

    /** Puts every phase on the schedule, in their order. */
    void schedule(Schedule schedule) {
        Phase tick = run -> {
            beginTick(run);
            for (Phase phase : deciding) {
                phase.step(run);
            }
        };
        schedule.scheduleRepeating(Schedule.EPOCH, tick);
    }

    /** The blocs that a state weighs together: those that shut each other out, directly or through others. */
    static int[][] groups(World world) {
        return Requests.groups(world);
    }

    /** Takes a tick to where states have weighed what to ask, and no further. */
    void beginTick(BlocSimulation run) {
        for (Phase phase : weighing) {
            phase.step(run);
        }
    }

    /** Members leave, and take back or lose requests. */
    private static final class Exits {
        private final double base;
        private final double cap;
        private final double withdrawal;
        private final double lapseYears;

        Exits(Parameters p) {
            this.base = p.get(Parameter.EXIT_RATE);
            this.cap = p.get(Parameter.EXIT_CAP);
            this.withdrawal = p.get(Parameter.WITHDRAWAL_RATE);
            this.lapseYears = p.get(Parameter.LAPSE_YEARS);
        }

        void step(BlocSimulation run) {
            var standings = run.standings;
            double years = run.years();
            double atMost = Hazard.within(base * cap, years);
            for (int b = 0; b < run.world.blocs().size(); b++) {
                long key = run.streams.prefix(Purpose.EXIT, run.blocKey[b], run.firstDay());
                for (int i = 0; i < run.world.states().size(); i++) {
                    int cell = standings.cell(b, i);
                    noteDue(run, b, i, cell);
                    if (standings.rung[cell] > 0
                            && standings.exitDay[cell] == Standings.NO_DAY
                            && standings.members(b) > 0) {
                        leaveInTime(run, b, i, cell, Streams.uniform(key, run.stateKey[i]), atMost, years);
                    }
                    if (standings.asked[cell] != 0) {
                        endRequest(run, b, i, cell, years);
                    }
                }
            }
        }

        private static void noteDue(BlocSimulation run, int b, int i, int cell) {
            var standings = run.standings;
            if (standings.approved[cell] != 0 && standings.entryDay[cell] < run.endDay()) {
                int day = Math.max(run.firstDay(), standings.entryDay[cell]);
                run.diary.note(Diary.entry(day, Diary.Kind.ENTRY, b, i, standings.approved[cell]));
            }
            if (standings.exitDay[cell] != Standings.NO_DAY && standings.exitDay[cell] < run.endDay()) {
                run.diary.note(Diary.entry(standings.exitDay[cell], Diary.Kind.LEAVING, b, i, 0));
            }
        }

        /** Weighs leaving only where the draw lets a state leave at the highest rate there is. */
        private void leaveInTime(BlocSimulation run, int b, int i, int cell, double draw, double atMost, double years) {
            if (draw >= atMost) {
                return;
            }
            double rate = Exit.perYear(
                    base, run.perception.value(b, i, run.standings.rung[cell]), run.perception.valueAtEntry(b, i), cap);
            if (rate > 0 && draw < Hazard.within(rate, years)) {
                int notice = run.dayAfter(Hazard.wait(rate, draw));
                int leaves = (int) LocalDate.ofEpochDay(notice)
                        .plusMonths(run.world.blocs().get(b).exitNoticeMonths())
                        .toEpochDay();
                run.standings.exitDay[cell] = leaves;
                if (leaves < run.endDay()) {
                    run.diary.note(Diary.entry(leaves, Diary.Kind.LEAVING, b, i, 0));
                }
            }
        }

        private void endRequest(BlocSimulation run, int b, int i, int cell, double years) {
            var standings = run.standings;
            if (Standings.years(standings.askedDay[cell], run.firstDay()) > lapseYears) {
                run.recorder.happened(run.firstDay(), b, i, standings.rung[cell], standings.asked[cell], Cause.LAPSED);
                standings.forget(cell);
                return;
            }
            double draw =
                    run.streams.uniform(Purpose.REQUEST_WITHDRAWN, run.blocKey[b], run.stateKey[i], run.firstDay(), 0);
            if (withdrawal > 0 && draw < Hazard.within(withdrawal, years)) {
                int day = run.dayAfter(Hazard.wait(withdrawal, draw));
                run.diary.note(Diary.entry(day, Diary.Kind.WITHDRAWAL, b, i, standings.asked[cell]));
            }
        }
    }

    /** States weigh asking for a rung, in each group of blocs that shut each other out. */
    private static final class Requests {
        private final int[][] groups;
        private final long[] keys;
        private final Asking asking;
        private final double rate;
        private final double sharpness;
        private final double[] utility;
        private final double[] hope;
        private final double[] worth;
        private final double[] hurdle;
        private final int[] choiceBloc;
        private final int[] choiceRung;

        Requests(World world) {
            Parameters p = world.parameters();
            this.asking = new Asking(world);
            this.rate = p.get(Parameter.REQUEST_RATE);
            this.sharpness = p.get(Parameter.CHOICE_SHARPNESS);
            this.groups = groups(world);
            this.keys = new long[groups.length];
            int choices =
                    world.blocs().stream().mapToInt(bloc -> bloc.ladder().top()).sum();
            this.utility = new double[choices];
            this.hope = new double[choices];
            this.worth = new double[choices];
            this.hurdle = new double[choices];
            this.choiceBloc = new int[choices];
            this.choiceRung = new int[choices];
        }

        static int[][] groups(World world) {
            var groups = new ArrayList<List<Integer>>();
            for (int b = 0; b < world.blocs().size(); b++) {
                var joined = new ArrayList<>(List.of(b));
                var bloc = world.blocs().get(b);
                groups.removeIf(group -> {
                    boolean shares = group.stream()
                            .anyMatch(other -> bloc.shutsOut(world.blocs().get(other)));
                    if (shares) {
                        joined.addAll(0, group);
                    }
                    return shares;
                });
                groups.add(joined);
            }
            return groups.stream()
                    .map(group ->
                            group.stream().mapToInt(Integer::intValue).sorted().toArray())
                    .toArray(int[][]::new);
        }

        void step(BlocSimulation run) {
            boolean wantsReasons = run.recorder.wantsReasons();
            double years = run.years();
            double surest = Hazard.within(rate, years);
            for (int g = 0; g < groups.length; g++) {
                keys[g] = run.streams.prefix(Purpose.REQUEST_TIME, run.blocKey[groups[g][0]], run.firstDay());
            }
            for (int i = 0; i < run.stateKey.length; i++) {
                for (int g = 0; g < groups.length; g++) {
                    double draw = Streams.uniform(keys[g], run.stateKey[i]);
                    if ((draw < surest || wantsReasons) && isSettled(run, groups[g], i)) {
                        weigh(run, groups[g], i, draw, years);
                    }
                }
            }
        }

        /** Whether no rise and no exit is on its way in any bloc of a group. */
        private static boolean isSettled(BlocSimulation run, int[] group, int i) {
            for (int b : group) {
                int cell = run.standings.cell(b, i);
                if (run.standings.approved[cell] != 0 || run.standings.exitDay[cell] != Standings.NO_DAY) {
                    return false;
                }
            }
            return true;
        }

        /** Weighs what to ask for, to the end only if the draw lets the state ask should it be sure of approval. */
        private void weigh(BlocSimulation run, int[] group, int i, double draw, double years) {
            int count = 0;
            for (int b : group) {
                boolean waits = run.standings.asked[run.standings.cell(b, i)] != 0;
                int askable = waits || run.standings.members(b) == 0 ? 0 : run.prospects.askable(b, i);
                if (askable != 0) {
                    count = take(run, b, i, askable, count);
                }
            }
            if (count == 0) {
                return;
            }
            var figures = run.figures();
            if (!run.recorder.wantsReasons()) {
                double best = Double.NEGATIVE_INFINITY;
                for (int n = 0; n < count; n++) {
                    boolean mayHope = worth[n] > 0 && (figures.open(choiceBloc[n], i) >> choiceRung[n] & 1) == 1;
                    best = Math.max(
                            best, sharpness * asking.utility(worth[n], asking.hope(mayHope ? 1 : 0), hurdle[n]));
                }
                double least = draw / (rate * years * count);
                if (Request.isBelow(best, least) || Exponential.of(best) < least) {
                    return;
                }
            }
            for (int n = 0; n < count; n++) {
                hope[n] = asking.hope(run.prospects.approved(choiceBloc[n], i, choiceRung[n]));
                utility[n] = asking.utility(worth[n], hope[n], hurdle[n]);
            }
            ask(run, group, i, count, draw, years);
        }

        /** Takes the rungs of a bloc that a state may ask for among the choices; returns how many there are now. */
        private int take(BlocSimulation run, int b, int i, int askable, int count) {
            int held = run.standings.rung[run.standings.cell(b, i)];
            var ladder = run.world.blocs().get(b).ladder();
            double hurdleNow = asking.hurdle(run, b, i);
            int next = count;
            for (int rung = held + 1; rung <= ladder.top(); rung++) {
                if ((askable >> rung & 1) == 1) {
                    choiceBloc[next] = b;
                    choiceRung[next] = rung;
                    worth[next] = asking.worth(b, rung, run.perception.gain(b, i, rung));
                    hurdle[next] = hurdleNow;
                    next++;
                }
            }
            return next;
        }

        private void ask(BlocSimulation run, int[] group, int i, int count, double draw, double years) {
            double[] before = run.recorder.wantsReasons() ? utility.clone() : utility;
            double asks = Request.choose(utility, count, sharpness);
            if (run.recorder.wantsReasons()) {
                for (int n = 0; n < count; n++) {
                    double yearly = asks > 0 ? Hazard.within(rate * asks, 1) * utility[n] / asks : 0;
                    run.recorder.weighed(run.tick, choiceBloc[n], i, choiceRung[n], hope[n], before[n], yearly);
                }
            }
            if (asks <= 0 || draw >= Hazard.within(rate * asks, years)) {
                return;
            }
            long key = run.blocKey[group[0]];
            double target = asks * run.streams.uniform(Purpose.REQUEST_TARGET, key, run.stateKey[i], run.firstDay(), 0);
            int n = 0;
            while (n < count - 1 && target >= utility[n]) {
                target -= utility[n];
                n++;
            }
            int day = run.dayAfter(Hazard.wait(rate * asks, draw));
            run.diary.note(Diary.entry(day, Diary.Kind.REQUEST, choiceBloc[n], i, choiceRung[n]));
        }
    }
}
