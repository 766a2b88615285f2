package blocsim.engine;

import blocsim.model.Bloc;
import blocsim.model.Cause;
import blocsim.model.Facts;
import blocsim.model.Hazard;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.Purpose;
import blocsim.model.StanceTerm;
import blocsim.model.Streams;
import blocsim.model.World;
import blocsim.rule.Agenda;
import blocsim.rule.Ballot;
import blocsim.rule.Consensus;
import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * A meeting of a bloc's incumbents: which of the pending requests it takes up, and which of those it lets pass. A case is one
 * candidate, or several that are decided on together.
 */
final class Summit {
    private final World world;
    private final Consensus consensus;
    private final Ballot ballot;
    private final double base;
    private final double spread;
    private final double staleYears;
    private final double renewal;
    private final Electorate electorate;
    private final int[] candidate;
    private final boolean[] decided;
    private final int[] set;
    private final double[] logOdds;
    private final boolean[] open;
    private final double[] powered;
    private final double[] ownNoise;
    private final boolean[] objects;
    private final double[] terms = new double[StanceTerm.values().length];
    private final long[][] rungKey;
    private final long[] packageKey;

    Summit(World world, Standings standings) {
        this.world = world;
        Parameters p = world.parameters();
        this.consensus = new Consensus(p.get(Parameter.OBJECTION_SHARED));
        this.ballot = new Ballot(consensus);
        this.base = p.get(Parameter.OBJECTION_BASE);
        this.spread = p.get(Parameter.SUMMIT_SPREAD);
        this.staleYears = p.get(Parameter.STALE_YEARS);
        this.renewal = p.get(Parameter.STANCE_RENEWAL);
        this.electorate = new Electorate(world, standings);
        int states = world.states().size();
        this.candidate = new int[states];
        this.decided = new boolean[states];
        this.set = new int[states];
        this.logOdds = new double[states];
        this.open = new boolean[states];
        this.powered = new double[states];
        this.ownNoise = new double[states];
        this.objects = new boolean[states];
        this.rungKey = world.blocs().stream()
                .map(bloc -> IntStream.rangeClosed(0, bloc.ladder().top())
                        .mapToLong(rung -> Streams.key(bloc.ladder().id(rung)))
                        .toArray())
                .toArray(long[][]::new);
        this.packageKey = world.facts().packageVotes().stream()
                .mapToLong(vote -> Streams.key(vote.id()))
                .toArray();
    }

    /** Meets, and decides on each case before it. */
    void meet(BlocSimulation run, int b, int summit, int day) {
        if (run.standings.members(b) == 0) {
            return;
        }
        double wave = spread * run.streams.normal(Purpose.SUMMIT_READINESS, run.blocKey[b], day, 0, 0);
        var date = LocalDate.ofEpochDay(day);
        int count = gather(run, b, summit, day, date, run.blocReadiness[b] + wave);
        double room = room(world.blocs().get(b), date, count);
        for (int p = 0; p < packageKey.length; p++) {
            var vote = world.facts().packageVotes().get(p);
            if (vote.bloc() == b && vote.holds(day)) {
                decideTogether(run, vote, packageKey[p], day, date, count, room);
            }
        }
        for (int n = 0; n < count; n++) {
            if (!decided[n]) {
                set[0] = candidate[n];
                double chance = open[n] ? aged(run, b, candidate[n], Agenda.takenUp(logOdds[n]), day) : 0;
                decide(run, b, 1, day, date, open[n], chance * room, run.stateKey[candidate[n]]);
            }
        }
    }

    /** Gathers the pending requests that came in time. */
    private int gather(BlocSimulation run, int b, int summit, int day, LocalDate date, double readiness) {
        var bloc = world.blocs().get(b);
        double digestion = run.standings.digestion(b, day);
        int count = 0;
        for (int i = 0; i < world.states().size(); i++) {
            int cell = run.standings.cell(b, i);
            int rung = run.standings.asked[cell];
            if (rung != 0 && run.standings.askedDay[cell] + bloc.requestNoticeDays() <= day) {
                int gates = world.meetings().open(b, summit, i) & ~run.gates.shut(b, i, day);
                candidate[count] = i;
                decided[count] = false;
                open[count] = (gates >> rung & 1) == 1
                        && (!bloc.admission(rung, date).needsSponsor() || run.standings.isSponsored(b, i, day));
                logOdds[count] = run.prospects.takenUpLogOdds(run.figures(), b, i, day, digestion) + readiness;
                count++;
            }
        }
        return count;
    }

    private double aged(BlocSimulation run, int b, int i, double chance, int day) {
        int asked = run.standings.askedDay[run.standings.cell(b, i)];
        return Agenda.aged(chance, Standings.years(asked, day), staleYears);
    }

    /** By how much the chance of each request shrinks for want of room. */
    private double room(Bloc bloc, LocalDate date, int count) {
        Integer capacity = bloc.capacity() == null ? null : bloc.capacity().at(date);
        if (capacity == null) {
            return 1;
        }
        double expected = 0;
        for (int n = 0; n < count; n++) {
            expected += open[n] ? Agenda.takenUp(logOdds[n]) : 0;
        }
        return expected <= capacity ? 1 : capacity / expected;
    }

    /** Decides on a package at its candidates' mean log odds, if all of them ask for its rung and find the gates open. */
    private void decideTogether(
            BlocSimulation run, Facts.PackageVote vote, long key, int day, LocalDate date, int count, double room) {
        int b = vote.bloc();
        int size = 0;
        double odds = 0;
        for (int n = 0; n < count; n++) {
            if (isOf(run, vote, n)) {
                set[size++] = candidate[n];
                odds += logOdds[n];
            }
        }
        if (size < vote.states().size()) {
            return;
        }
        for (int n = 0; n < count; n++) {
            decided[n] |= isOf(run, vote, n);
        }
        double chance = aged(run, b, set[0], Agenda.takenUp(odds / size), day);
        decide(run, b, size, day, date, true, chance * room, key);
    }

    private boolean isOf(BlocSimulation run, Facts.PackageVote vote, int n) {
        return open[n]
                && vote.states().contains(candidate[n])
                && run.standings.asked[run.standings.cell(vote.bloc(), candidate[n])] == vote.rung();
    }

    /** Takes a case up or not, and has it voted on. The case is the first {@code size} states of the set. */
    private void decide(
            BlocSimulation run,
            int b,
            int size,
            int day,
            LocalDate date,
            boolean gatesOpen,
            double probability,
            long key) {
        int rung = run.standings.asked[run.standings.cell(b, set[0])];
        boolean taken = gatesOpen && run.streams.uniform(Purpose.AGENDA, run.blocKey[b], key, day, 0) < probability;
        if (!taken && !run.recorder.wantsReasons()) {
            return;
        }
        electorate.take(b, world.blocs().get(b).admission(rung, date), day);
        weighCase(run, b, size, rung, day);
        if (run.recorder.wantsReasons()) {
            double passes = ballot.passes(
                    electorate.rule(), run.standings.members(b), electorate.voters(), powered, electorate.weight());
            for (int c = 0; c < size; c++) {
                run.recorder.considered(day, b, set[c], rung, probability, passes, gatesOpen, taken);
            }
        }
        if (taken) {
            vote(run, b, size, rung, day, key);
        }
    }

    /** Works out h^(1/α) of each member: its terms for all candidates of the case together. */
    private void weighCase(BlocSimulation run, int b, int size, int rung, int day) {
        for (int n = 0; n < run.standings.members(b); n++) {
            double sum = logIntensity(run, b, set[0], rung, n, day);
            for (int c = 1; c < size; c++) {
                sum += logIntensity(run, b, set[c], rung, n, day) - base;
            }
            powered[n] = electorate.mayObject(n) ? consensus.powered(sum) : 0;
        }
    }

    private double logIntensity(BlocSimulation run, int b, int i, int rung, int n, int day) {
        return run.stances.logIntensity(run.figures(), b, i, run.standings.member(b, n), rung, day, terms);
    }

    private void vote(BlocSimulation run, int b, int size, int rung, int day, long key) {
        var standings = run.standings;
        long epoch = epoch(run, b, size, day, key);
        long sought = key ^ Long.rotateLeft(rungKey[b][rung], 17);
        double shared = consensus.shared(
                run.streams.uniform(Purpose.STANCE_SHARED_ANGLE, run.blocKey[b], sought, epoch, 0),
                run.streams.exponential(Purpose.STANCE_SHARED_SIZE, run.blocKey[b], sought, epoch, 0));
        int first = World.NONE;
        for (int n = 0; n < standings.members(b); n++) {
            ownNoise[n] = run.streams.exponential(
                    Purpose.STANCE_OWN, run.blocKey[b], sought, epoch, run.stateKey[standings.member(b, n)]);
            objects[n] = Consensus.objects(shared, powered[n], ownNoise[n]);
            if (objects[n] && (first == World.NONE || ownNoise[n] / powered[n] < ownNoise[first] / powered[first])) {
                first = n;
            }
        }
        boolean admitted = Ballot.admits(
                electorate.rule(), standings.members(b), electorate.voters(), objects, electorate.weight());
        for (int c = 0; c < size; c++) {
            tell(run, b, set[c], rung, day, first);
            if (admitted) {
                approve(run, b, set[c], rung, day);
            } else {
                int held = standings.rung[standings.cell(b, set[c])];
                run.recorder.happened(day, b, set[c], held, rung, Cause.STOPPED);
            }
        }
    }

    /** The day since when the stances in a case are held: they are thought over from time to time, and after events. */
    private int epoch(BlocSimulation run, int b, int size, int day, long key) {
        var standings = run.standings;
        int rung = standings.asked[standings.cell(b, set[0])];
        int looked = Standings.NO_DAY;
        for (int c = 0; c < size; c++) {
            looked = Math.max(looked, standings.lookedDay[standings.caseOf(standings.cell(b, set[c]), rung)]);
        }
        double chance = Hazard.within(renewal, Standings.years(looked, day));
        boolean renewed = run.streams.uniform(Purpose.STANCE_RENEWAL, run.blocKey[b], key, day, 0) < chance
                || isTouched(run, b, size, looked, day);
        for (int c = 0; c < size; c++) {
            int sameCase = standings.caseOf(standings.cell(b, set[c]), rung);
            standings.lookedDay[sameCase] = day;
            standings.renewedDay[sameCase] = renewed ? day : standings.renewedDay[sameCase];
        }
        return standings.renewedDay[standings.caseOf(standings.cell(b, set[0]), rung)];
    }

    private boolean isTouched(BlocSimulation run, int b, int size, int looked, int day) {
        for (int c = 0; c < size; c++) {
            if (world.facts().touched(set[c], looked, day)) {
                return true;
            }
        }
        for (int n = 0; n < run.standings.members(b); n++) {
            if (world.facts().touched(run.standings.member(b, n), looked, day)) {
                return true;
            }
        }
        return false;
    }

    /** Approves a rung for a state, to come into force after the months that it takes. */
    static void approve(BlocSimulation run, int b, int i, int rung, int day) {
        var standings = run.standings;
        int cell = standings.cell(b, i);
        int months = run.world.blocs().get(b).ladder().rung(rung).entryMonths();
        standings.forget(cell);
        standings.approved[cell] = (byte) rung;
        standings.entryDay[cell] =
                (int) LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay();
        run.recorder.happened(day, b, i, standings.rung[cell], rung, Cause.APPROVED);
        if (standings.entryDay[cell] < run.endDay()) {
            run.diary.note(Diary.entry(standings.entryDay[cell], Diary.Kind.ENTRY, b, i, rung));
        }
    }

    private void tell(BlocSimulation run, int b, int i, int rung, int day, int first) {
        for (int n = 0; n < run.standings.members(b); n++) {
            int j = run.standings.member(b, n);
            if (objects[n]) {
                run.recorder.objected(day, b, i, rung, j, n == first);
            }
            if (run.recorder.wantsReasons() && electorate.mayObject(n)) {
                double log = logIntensity(run, b, i, rung, n, day);
                run.recorder.stance(day, b, i, rung, j, terms, -StrictMath.expm1(-StrictMath.exp(log)), objects[n]);
            }
        }
    }
}
