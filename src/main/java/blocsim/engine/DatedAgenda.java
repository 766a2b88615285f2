package blocsim.engine;

import blocsim.model.Cause;
import blocsim.model.Hazard;
import blocsim.model.Parameter;
import blocsim.model.Purpose;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.Arrays;

/** What is dated in a tick, from day to day: foundings, mergers of rungs, exits, requests, summits and entries. */
final class DatedAgenda {
    private final World world;
    private final Summit summit;
    private final double withdrawal;
    private final int[] nextSummit;
    private final int[][] rivals;

    DatedAgenda(World world, Standings standings) {
        this.world = world;
        this.summit = new Summit(world, standings);
        this.withdrawal = world.parameters().get(Parameter.WITHDRAWAL_RATE);
        this.nextSummit = new int[world.blocs().size()];
        this.rivals = new int[world.blocs().size()][];
        for (int[] group : Phases.groups(world)) {
            for (int b : group) {
                rivals[b] = Arrays.stream(group).filter(other -> other != b).toArray();
            }
        }
    }

    void step(BlocSimulation run) {
        if (run.tick == 0) {
            Arrays.fill(nextSummit, 0);
        }
        while (!run.diary.isEmpty()) {
            long entry = run.diary.take();
            int day = Diary.day(entry);
            int b = Diary.bloc(entry);
            int i = Diary.state(entry);
            int rung = Diary.rung(entry);
            switch (Diary.kind(entry)) {
                case OUSTING -> fall(run, b, i, day, Cause.EXPELLED);
                case FOUNDING -> found(run, b, day);
                case MERGER -> merge(run, b, rung, day);
                case LEAVING -> leave(run, b, i, day);
                case WITHDRAWAL -> withdraw(run, b, i, rung, day);
                case REQUEST -> turn(run, b, i, rung, day);
                case OFFER -> request(run, b, i, rung, day);
                case APPROVAL -> grant(run, b, i, rung, day);
                case SUMMIT -> summit.meet(run, b, nextSummit[b]++, day);
                case ENTRY -> enter(run, b, i, day);
            }
        }
    }

    private static void put(BlocSimulation run, int b, int i, int rung, int day, Cause cause) {
        int before = run.standings.rung[run.standings.cell(b, i)];
        run.standings.put(b, i, rung, day);
        run.standings.weigh(b, run.figures());
        run.recorder.happened(day, b, i, before, rung, cause);
    }

    /** Puts a state on a rung; a full membership ends those which it shuts out, on the same day. */
    private void rise(BlocSimulation run, int b, int i, int rung, int day, Cause cause) {
        if (rung == world.blocs().get(b).ladder().top()) {
            for (int other : run.standings.exclusive(b)) {
                if (run.standings.full(other, i)) {
                    fall(run, other, i, day, Cause.LEFT);
                }
            }
        }
        put(run, b, i, rung, day, cause);
    }

    private void found(BlocSimulation run, int b, int day) {
        var bloc = world.blocs().get(b);
        for (String founder : bloc.founders()) {
            rise(run, b, world.state(founder), bloc.ladder().top(), day, Cause.FOUNDED);
        }
    }

    private void leave(BlocSimulation run, int b, int i, int day) {
        if (run.standings.exitDay[run.standings.cell(b, i)] == day) {
            fall(run, b, i, day, Cause.LEFT);
        }
    }

    private void fall(BlocSimulation run, int b, int i, int day, Cause cause) {
        int cell = run.standings.cell(b, i);
        lapse(run, b, i, run.standings.asked[cell], day);
        lapse(run, b, i, run.standings.approved[cell], day);
        run.standings.approved[cell] = 0;
        run.standings.forget(cell);
        run.standings.exitDay[cell] = Standings.NO_DAY;
        if (run.standings.rung[cell] != 0) {
            put(run, b, i, 0, day, cause);
        }
    }

    private static void lapse(BlocSimulation run, int b, int i, int rung, int day) {
        if (rung != 0) {
            run.recorder.happened(day, b, i, run.standings.rung[run.standings.cell(b, i)], rung, Cause.LAPSED);
        }
    }

    private void merge(BlocSimulation run, int b, int rung, int day) {
        var ladder = world.blocs().get(b).ladder();
        String target = ladder.rung(rung).mergesInto();
        int into = target == null ? 0 : ladder.index(target);
        for (int i = 0; i < world.states().size(); i++) {
            int cell = run.standings.cell(b, i);
            if (run.standings.asked[cell] == rung) {
                lapse(run, b, i, rung, day);
                run.standings.forget(cell);
            }
            if (run.standings.rung[cell] == rung) {
                rise(run, b, i, into, day, Cause.MERGED);
                dropReached(run, b, i, cell, into, day);
            }
            if (run.standings.approved[cell] == rung) {
                boolean higher = into > run.standings.rung[cell];
                lapse(run, b, i, higher ? 0 : rung, day);
                run.standings.approved[cell] = (byte) (higher ? into : 0);
            }
        }
    }

    /** A request or an approval lapses if a merger has brought what it is about. */
    private static void dropReached(BlocSimulation run, int b, int i, int cell, int held, int day) {
        var standings = run.standings;
        if (standings.asked[cell] <= held) {
            lapse(run, b, i, standings.asked[cell], day);
            standings.forget(cell);
        }
        if (standings.approved[cell] <= held) {
            lapse(run, b, i, standings.approved[cell], day);
            standings.approved[cell] = 0;
        }
    }

    private static void withdraw(BlocSimulation run, int b, int i, int rung, int day) {
        int cell = run.standings.cell(b, i);
        if (run.standings.asked[cell] == rung) {
            run.recorder.happened(day, b, i, run.standings.rung[cell], rung, Cause.WITHDRAWN);
            run.standings.forget(cell);
        }
    }

    /** A state asks a bloc, unless a rival has approved it meanwhile, and takes back what it had asked of rivals. */
    private void turn(BlocSimulation run, int b, int i, int rung, int day) {
        if (!isApprovedByRival(run, b, i) && request(run, b, i, rung, day)) {
            for (int other : rivals[b]) {
                int asked = run.standings.asked[run.standings.cell(other, i)];
                if (asked != 0) {
                    withdraw(run, other, i, asked, day);
                }
            }
        }
    }

    private boolean isApprovedByRival(BlocSimulation run, int b, int i) {
        for (int other : rivals[b]) {
            if (run.standings.approved[run.standings.cell(other, i)] != 0) {
                return true;
            }
        }
        return false;
    }

    /** Puts a request on the table, if the state still lacks the rung; returns whether it does. */
    private boolean request(BlocSimulation run, int b, int i, int rung, int day) {
        int cell = run.standings.cell(b, i);
        if (run.standings.rung[cell] >= rung
                || run.standings.asked[cell] != 0
                || run.standings.approved[cell] != 0
                || !world.blocs().get(b).ladder().rung(rung).exists(LocalDate.ofEpochDay(day))) {
            return false;
        }
        run.standings.ask(cell, rung, day);
        run.recorder.happened(day, b, i, run.standings.rung[cell], rung, Cause.ASKED);
        double draw = run.streams.uniform(Purpose.REQUEST_WITHDRAWN, run.blocKey[b], run.stateKey[i], day, 0);
        double wait = withdrawal > 0 ? Hazard.wait(withdrawal, draw) : Double.POSITIVE_INFINITY;
        int withdrawn = run.dayAfter(day, wait);
        if (withdrawn < run.endDay()) {
            run.diary.note(Diary.entry(withdrawn, Diary.Kind.WITHDRAWAL, b, i, rung));
        }
        return true;
    }

    /** Approves a rung without a summit, if the state still lacks it. */
    private void grant(BlocSimulation run, int b, int i, int rung, int day) {
        int cell = run.standings.cell(b, i);
        if (run.standings.rung[cell] < rung
                && run.standings.approved[cell] == 0
                && world.blocs().get(b).ladder().rung(rung).exists(LocalDate.ofEpochDay(day))) {
            Summit.approve(run, b, i, rung, day);
        }
    }

    private void enter(BlocSimulation run, int b, int i, int day) {
        int cell = run.standings.cell(b, i);
        int rung = run.standings.approved[cell];
        if (rung == 0 || run.standings.entryDay[cell] > day) {
            return;
        }
        run.standings.approved[cell] = 0;
        int held = run.standings.rung[cell];
        if (run.perception.gain(b, i, rung) > 0) {
            run.standings.exitDay[cell] = Standings.NO_DAY;
            rise(run, b, i, rung, day, Cause.ENTERED);
            run.standings.noteEntrance(b, day);
        } else {
            run.recorder.happened(day, b, i, held, rung, Cause.DECLINED);
        }
    }
}
