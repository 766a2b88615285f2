package blocsim.engine;

import blocsim.model.Cause;
import blocsim.model.Hazard;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.Purpose;
import blocsim.model.StanceTerm;
import blocsim.model.Streams;
import blocsim.model.World;
import blocsim.rule.Agenda;
import blocsim.rule.Consensus;
import java.time.LocalDate;
import java.util.Arrays;

/** What is dated in a tick, from day to day: foundings, mergers of rungs, exits, requests, summits and entries. */
final class DatedAgenda {
    private final World world;
    private final Consensus consensus;
    private final double summitSpread;
    private final double staleYears;
    private final double renewal;
    private final double withdrawal;
    private final double[] takenUp;
    private final boolean[] gatesOpen;
    private final int[] cases;
    private final double[] powered;
    private final double[] ownNoise;
    private final double[] terms = new double[StanceTerm.values().length];
    private final long[][] rungKey;
    private final int[] nextSummit;

    DatedAgenda(World world) {
        this.world = world;
        Parameters p = world.parameters();
        this.consensus = new Consensus(p.get(Parameter.OBJECTION_SHARED));
        this.summitSpread = p.get(Parameter.SUMMIT_SPREAD);
        this.staleYears = p.get(Parameter.STALE_YEARS);
        this.renewal = p.get(Parameter.STANCE_RENEWAL);
        this.withdrawal = p.get(Parameter.WITHDRAWAL_RATE);
        int states = world.states().size();
        this.takenUp = new double[states];
        this.gatesOpen = new boolean[states];
        this.cases = new int[states];
        this.powered = new double[states];
        this.ownNoise = new double[states];
        this.rungKey = world.blocs().stream()
                .map(bloc -> java.util.stream.IntStream.rangeClosed(
                                0, bloc.ladder().top())
                        .mapToLong(r -> Streams.key(bloc.ladder().id(r)))
                        .toArray())
                .toArray(long[][]::new);
        this.nextSummit = new int[world.blocs().size()];
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
                case REQUEST -> request(run, b, i, rung, day);
                case SUMMIT -> summit(run, b, nextSummit[b]++, day);
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

    private void found(BlocSimulation run, int b, int day) {
        var bloc = world.blocs().get(b);
        for (String founder : bloc.founders()) {
            put(run, b, world.state(founder), bloc.ladder().top(), day, Cause.FOUNDED);
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
                put(run, b, i, into, day, Cause.MERGED);
            }
            if (run.standings.approved[cell] == rung) {
                boolean higher = into > run.standings.rung[cell];
                lapse(run, b, i, higher ? 0 : rung, day);
                run.standings.approved[cell] = (byte) (higher ? into : 0);
            }
        }
    }

    private static void withdraw(BlocSimulation run, int b, int i, int rung, int day) {
        int cell = run.standings.cell(b, i);
        if (run.standings.asked[cell] == rung) {
            run.recorder.happened(day, b, i, run.standings.rung[cell], rung, Cause.WITHDRAWN);
            run.standings.forget(cell);
        }
    }

    private void request(BlocSimulation run, int b, int i, int rung, int day) {
        int cell = run.standings.cell(b, i);
        if (run.standings.rung[cell] >= rung
                || !world.blocs().get(b).ladder().rung(rung).exists(LocalDate.ofEpochDay(day))) {
            return;
        }
        run.standings.ask(cell, rung, day);
        run.recorder.happened(day, b, i, run.standings.rung[cell], rung, Cause.ASKED);
        double draw = run.streams.uniform(Purpose.REQUEST_WITHDRAWN, run.blocKey[b], run.stateKey[i], day, 0);
        double wait = withdrawal > 0 ? Hazard.wait(withdrawal, draw) : Double.POSITIVE_INFINITY;
        int withdrawn = run.dayAfter(day, wait);
        if (withdrawn < run.endDay()) {
            run.diary.note(Diary.entry(withdrawn, Diary.Kind.WITHDRAWAL, b, i, rung));
        }
    }

    private static void enter(BlocSimulation run, int b, int i, int day) {
        int cell = run.standings.cell(b, i);
        int rung = run.standings.approved[cell];
        if (rung == 0 || run.standings.entryDay[cell] > day) {
            return;
        }
        run.standings.approved[cell] = 0;
        int held = run.standings.rung[cell];
        if (run.perception.value(b, i, rung) > run.perception.value(b, i, held)) {
            run.standings.exitDay[cell] = Standings.NO_DAY;
            put(run, b, i, rung, day, Cause.ENTERED);
            run.standings.noteEntrance(b, day);
        } else {
            run.recorder.happened(day, b, i, held, rung, Cause.DECLINED);
        }
    }

    private void summit(BlocSimulation run, int b, int summit, int day) {
        var bloc = world.blocs().get(b);
        if (run.standings.members(b) == 0) {
            return;
        }
        double wave = summitSpread * run.streams.normal(Purpose.SUMMIT_READINESS, run.blocKey[b], day, 0, 0);
        double digestion = run.standings.digestion(b, day);
        int count = 0;
        double expected = 0;
        for (int i = 0; i < world.states().size(); i++) {
            int cell = run.standings.cell(b, i);
            int rung = run.standings.asked[cell];
            if (rung == 0 || run.standings.askedDay[cell] + bloc.requestNoticeDays() > day) {
                continue;
            }
            int open = world.meetings().open(b, summit, i) & ~run.gates.shut(b, i, day);
            cases[count] = i;
            gatesOpen[count] = (open >> rung & 1) == 1;
            double ready = Agenda.takenUp(
                    run.perception.takenUpLogOdds(run.figures(), b, i, day, digestion) + run.blocReadiness[b] + wave);
            takenUp[count] = gatesOpen[count]
                    ? Agenda.aged(ready, Standings.years(run.standings.askedDay[cell], day), staleYears)
                    : 0;
            expected += takenUp[count];
            count++;
        }
        Integer capacity = bloc.capacity() == null ? null : bloc.capacity().at(LocalDate.ofEpochDay(day));
        double room = capacity == null || expected <= capacity ? 1 : capacity / expected;
        for (int n = 0; n < count; n++) {
            takeUp(run, b, cases[n], day, takenUp[n] * room, gatesOpen[n]);
        }
        for (int n = 0; n < count; n++) {
            enter(run, b, cases[n], day);
        }
    }

    private void takeUp(BlocSimulation run, int b, int i, int day, double probability, boolean open) {
        var standings = run.standings;
        int cell = standings.cell(b, i);
        int rung = standings.asked[cell];
        boolean taken =
                open && run.streams.uniform(Purpose.AGENDA, run.blocKey[b], run.stateKey[i], day, 0) < probability;
        if (!taken && !run.recorder.wantsReasons()) {
            return;
        }
        double sum = intensities(run, b, i, rung, day);
        if (run.recorder.wantsReasons()) {
            double passes = Consensus.passes(consensus.total(sum));
            run.recorder.considered(day, b, i, rung, probability, passes, open, taken);
        }
        if (taken) {
            vote(run, b, i, rung, cell, day);
        }
    }

    private double intensities(BlocSimulation run, int b, int i, int rung, int day) {
        boolean full = world.blocs().get(b).ladder().rung(rung).full();
        double sum = 0;
        for (int n = 0; n < run.standings.members(b); n++) {
            powered[n] = consensus.powered(logIntensity(run, b, i, rung, n, day, full));
            sum += powered[n];
        }
        return sum;
    }

    private double logIntensity(BlocSimulation run, int b, int i, int rung, int n, int day, boolean full) {
        int j = run.standings.member(b, n);
        double common = run.stances.common(run.figures(), b, i, j, day, terms);
        double dispute = run.stances.dispute(b, i, j, rung, day);
        double dilution = full ? run.stances.dilution(run.figures(), b, i, j) : 0;
        terms[StanceTerm.DISPUTE.ordinal()] = dispute;
        terms[StanceTerm.DILUTION.ordinal()] = dilution;
        return common + dispute + dilution;
    }

    private void vote(BlocSimulation run, int b, int i, int rung, int cell, int day) {
        var standings = run.standings;
        int sameCase = standings.caseOf(cell, rung);
        if (thinkOver(run, b, i, sameCase, day)) {
            standings.renewedDay[sameCase] = day;
        }
        standings.lookedDay[sameCase] = day;
        long epoch = standings.renewedDay[sameCase];
        long sought = run.stateKey[i] ^ Long.rotateLeft(rungKey[b][rung], 17);
        double shared = consensus.shared(
                run.streams.uniform(Purpose.STANCE_SHARED_ANGLE, run.blocKey[b], sought, epoch, 0),
                run.streams.exponential(Purpose.STANCE_SHARED_SIZE, run.blocKey[b], sought, epoch, 0));
        int first = World.NONE;
        for (int n = 0; n < standings.members(b); n++) {
            ownNoise[n] = run.streams.exponential(
                    Purpose.STANCE_OWN, run.blocKey[b], sought, epoch, run.stateKey[standings.member(b, n)]);
            if (Consensus.objects(shared, powered[n], ownNoise[n])
                    && (first == World.NONE || ownNoise[n] / powered[n] < ownNoise[first] / powered[first])) {
                first = n;
            }
        }
        report(run, b, i, rung, day, shared, first);
        int held = standings.rung[cell];
        if (first != World.NONE) {
            run.recorder.happened(day, b, i, held, rung, Cause.STOPPED);
            return;
        }
        int months = world.blocs().get(b).ladder().rung(rung).entryMonths();
        standings.forget(cell);
        standings.approved[cell] = (byte) rung;
        standings.entryDay[cell] =
                (int) LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay();
        run.recorder.happened(day, b, i, held, rung, Cause.APPROVED);
        if (standings.entryDay[cell] > day && standings.entryDay[cell] < run.endDay()) {
            run.diary.note(Diary.entry(standings.entryDay[cell], Diary.Kind.ENTRY, b, i, rung));
        }
    }

    private boolean thinkOver(BlocSimulation run, int b, int i, int sameCase, int day) {
        var standings = run.standings;
        int looked = standings.lookedDay[sameCase];
        double chance = Hazard.within(renewal, Standings.years(looked, day));
        if (run.streams.uniform(Purpose.STANCE_RENEWAL, run.blocKey[b], run.stateKey[i], day, 0) < chance
                || world.facts().touched(i, looked, day)) {
            return true;
        }
        for (int n = 0; n < standings.members(b); n++) {
            if (world.facts().touched(standings.member(b, n), looked, day)) {
                return true;
            }
        }
        return false;
    }

    private void report(BlocSimulation run, int b, int i, int rung, int day, double shared, int first) {
        boolean full = world.blocs().get(b).ladder().rung(rung).full();
        for (int n = 0; n < run.standings.members(b); n++) {
            int j = run.standings.member(b, n);
            boolean objects = Consensus.objects(shared, powered[n], ownNoise[n]);
            if (objects) {
                run.recorder.objected(day, b, i, rung, j, n == first);
            }
            if (run.recorder.wantsReasons()) {
                double log = logIntensity(run, b, i, rung, n, day, full);
                double objecting = -StrictMath.expm1(-StrictMath.exp(log));
                run.recorder.stance(day, b, i, rung, j, terms, objecting, objects);
            }
        }
    }
}
