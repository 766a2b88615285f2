package blocsim.engine;

import blocsim.model.Cause;
import blocsim.model.Hazard;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.Purpose;
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
 * The phases of a tick in their order. Each has an ordering number of its own, as MASON shuffles what shares one; the dated
 * agenda in the middle runs from day to day.
 */
final class Phases {
    private final List<Phase> weighing;
    private final List<Phase> deciding;

    Phases(World world, Standings standings, long[][] fixed) {
        var exits = new Exits(world.parameters());
        var requests = new Requests(world);
        var agenda = new DatedAgenda(world, standings);
        this.weighing = List.of(
                run -> run.diary.begin(fixed[run.tick]),
                run -> {
                    run.ties.begin(run.tick, run.years(), run.firstDay(), run.streams);
                    run.perception.look(run.tick, run.dates[run.tick], run.blocReadiness, run.recorder);
                },
                exits::step,
                requests::step);
        this.deciding = List.of(
                agenda::step,
                run -> run.ties.converge(run.tick, run.years(), run.standings),
                run -> run.recorder.standings(run.tick, run.standings.rung),
                run -> run.tick++);
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

    /** Puts every phase on the schedule. */
    void schedule(Schedule schedule) {
        var phases = new ArrayList<>(weighing);
        phases.addAll(deciding);
        for (int order = 0; order < phases.size(); order++) {
            schedule.scheduleRepeating(Schedule.EPOCH, order, phases.get(order));
        }
    }

    /** Takes a tick to where states have weighed what to ask, and no further. */
    void beginTick(BlocSimulation run) {
        weighing.forEach(phase -> phase.step(run));
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
            for (int b = 0; b < run.world.blocs().size(); b++) {
                for (int i = 0; i < run.world.states().size(); i++) {
                    int cell = standings.cell(b, i);
                    noteDue(run, b, i, cell);
                    int rung = standings.rung[cell];
                    if (rung > 0 && standings.exitDay[cell] == Standings.NO_DAY && standings.members(b) > 0) {
                        double rate = Exit.perYear(
                                base, run.perception.value(b, i, rung), run.perception.valueAtEntry(b, i), cap);
                        leaveInTime(run, b, i, rate, years);
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

        private static void leaveInTime(BlocSimulation run, int b, int i, double rate, double years) {
            double draw = run.streams.uniform(Purpose.EXIT, run.blocKey[b], run.stateKey[i], run.firstDay(), 0);
            if (rate > 0 && draw < Hazard.within(rate, years)) {
                int notice = run.dayAfter(Hazard.wait(rate, draw));
                int leaves = (int) LocalDate.ofEpochDay(notice)
                        .plusMonths(run.world.blocs().get(b).exitNoticeMonths())
                        .toEpochDay();
                run.standings.exitDay[run.standings.cell(b, i)] = leaves;
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
        private final Asking asking;
        private final double rate;
        private final double sharpness;
        private final double[] utility;
        private final int[] choiceBloc;
        private final int[] choiceRung;

        Requests(World world) {
            Parameters p = world.parameters();
            this.asking = new Asking(world);
            this.rate = p.get(Parameter.REQUEST_RATE);
            this.sharpness = p.get(Parameter.CHOICE_SHARPNESS);
            this.groups = groups(world);
            int choices =
                    world.blocs().stream().mapToInt(bloc -> bloc.ladder().top()).sum();
            this.utility = new double[choices];
            this.choiceBloc = new int[choices];
            this.choiceRung = new int[choices];
        }

        private static int[][] groups(World world) {
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
            for (int[] group : groups) {
                for (int i = 0; i < run.world.states().size(); i++) {
                    if (isFree(run, group, i)) {
                        weigh(run, group, i);
                    }
                }
            }
        }

        private static boolean isFree(BlocSimulation run, int[] group, int i) {
            for (int b : group) {
                int cell = run.standings.cell(b, i);
                if (run.standings.asked[cell] != 0
                        || run.standings.approved[cell] != 0
                        || run.standings.exitDay[cell] != Standings.NO_DAY) {
                    return false;
                }
            }
            return true;
        }

        private void weigh(BlocSimulation run, int[] group, int i) {
            var figures = run.figures();
            int count = 0;
            for (int b : group) {
                if (run.standings.members(b) == 0) {
                    continue;
                }
                int held = run.standings.rung[run.standings.cell(b, i)];
                int askable = figures.askable(b, i) & ~run.gates.unaskable(b, i, run.firstDay());
                var ladder = run.world.blocs().get(b).ladder();
                double hurdle = asking.hurdle(run, b, i);
                for (int rung = held + 1; rung <= ladder.top(); rung++) {
                    if ((askable >> rung & 1) == 1) {
                        choiceBloc[count] = b;
                        choiceRung[count] = rung;
                        utility[count] = asking.utility(
                                b,
                                rung,
                                asking.hope(run.perception.approved(b, i, rung)),
                                run.perception.gain(b, i, rung),
                                hurdle);
                        count++;
                    }
                }
            }
            if (count > 0) {
                ask(run, group, i, count);
            }
        }

        private void ask(BlocSimulation run, int[] group, int i, int count) {
            double[] before = run.recorder.wantsReasons() ? utility.clone() : utility;
            double asks = Request.choose(utility, count, sharpness);
            if (run.recorder.wantsReasons()) {
                for (int n = 0; n < count; n++) {
                    double hope = asking.hope(run.perception.approved(choiceBloc[n], i, choiceRung[n]));
                    double yearly = asks > 0 ? Hazard.within(rate * asks, 1) * utility[n] / asks : 0;
                    run.recorder.weighed(run.tick, choiceBloc[n], i, choiceRung[n], hope, before[n], yearly);
                }
            }
            long key = run.blocKey[group[0]];
            double draw = run.streams.uniform(Purpose.REQUEST_TIME, key, run.stateKey[i], run.firstDay(), 0);
            if (asks <= 0 || draw >= Hazard.within(rate * asks, run.years())) {
                return;
            }
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
