package blocsim.engine;

import blocsim.model.Streams;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs replicates of one world, one after the other; a thread uses a simulator of its own. */
public final class Simulator {
    private final World world;
    private final BlocSimulation run;
    private final Phases phases;

    /**
     * @param world what is simulated
     * @throws IllegalArgumentException if a ladder has more than {@value Perception#MOST_RUNGS} rungs
     */
    public Simulator(World world) {
        this(world, null, List.of());
    }

    /**
     * Runs with rules of a user's own.
     *
     * @param world what is simulated
     * @param own rules beside the model's, asked in this order
     * @throws IllegalArgumentException if a ladder has more than {@value Perception#MOST_RUNGS} rungs
     */
    public Simulator(World world, List<OwnRule> own) {
        this(world, null, own);
    }

    /**
     * Runs of blocs whose readiness is known, such as from a fit.
     *
     * @param world what is simulated
     * @param readiness ξ_b, what the log odds of being taken up gain in each bloc; null where each replicate draws it
     * @throws IllegalArgumentException if a ladder has more than {@value Perception#MOST_RUNGS} rungs
     */
    public Simulator(World world, double @Nullable [] readiness) {
        this(world, readiness, List.of());
    }

    private Simulator(World world, double @Nullable [] readiness, List<OwnRule> own) {
        for (var bloc : world.blocs()) {
            if (bloc.ladder().top() > Perception.MOST_RUNGS) {
                throw new IllegalArgumentException("the ladder of " + bloc.code() + " has "
                        + bloc.ladder().top() + " rungs; give at most " + Perception.MOST_RUNGS);
            }
        }
        this.world = world;
        this.run = new BlocSimulation(world, readiness);
        this.phases = new Phases(world, run.standings, fixedEntries(world), List.copyOf(own));
    }

    /**
     * Runs one replicate from the first tick to the last. The same seed and number give the same run, whatever ran before,
     * whatever the recorder listens to, and on every platform.
     *
     * @param seed the master seed
     * @param replicate its number, from 0
     * @param recorder what listens
     */
    public void run(long seed, int replicate, Recorder recorder) {
        runUpTo(seed, replicate, world.ticks(), recorder);
    }

    /**
     * Sets a replicate to its beginning, for {@link #step} to take it on from there: together they make the run of {@link #run}.
     *
     * @param seed the master seed
     * @param replicate its number, from 0
     * @param recorder what listens
     */
    public void begin(long seed, int replicate, Recorder recorder) {
        run.begin(new Streams(seed, replicate), recorder);
        run.start();
        phases.schedule(run.schedule);
    }

    /**
     * Takes the replicate that was begun through one tick.
     *
     * @return whether ticks are left
     * @throws IllegalStateException if there was no tick left, or none was begun
     */
    public boolean step() {
        if (run.tick >= world.ticks()) {
            throw new IllegalStateException("the run is at the end of its horizon; begin another");
        }
        if (!run.schedule.step(run)) {
            throw new IllegalStateException("no run has been begun; begin one before its first step");
        }
        return run.tick < world.ticks();
    }

    /** Runs one replicate up to a tick, and if that is within the horizon through its perception, exits and requests. */
    BlocSimulation runUpTo(long seed, int replicate, int tick, Recorder recorder) {
        begin(seed, replicate, recorder);
        while (run.tick < tick) {
            run.schedule.step(run);
        }
        if (tick < world.ticks()) {
            phases.beginTick(run);
        }
        return run;
    }

    /**
     * Works out the chance of approval of every request that may be made on the first day of a tick, again and again: what one
     * costs is measured by it.
     *
     * @param tick within the horizon
     * @param times how often
     * @return how many chances were worked out in all
     */
    public long workOutChances(long seed, int replicate, int tick, int times) {
        runUpTo(seed, replicate, tick, new Recorder() {});
        run.perception.open(tick, run.dates[tick], new long[0]);
        long count = 0;
        for (int n = 0; n < times; n++) {
            run.prospects.reset();
            for (int b = 0; b < world.blocs().size(); b++) {
                for (int i = 0; i < world.states().size(); i++) {
                    for (int rung = 1; rung <= world.blocs().get(b).ladder().top(); rung++) {
                        count += run.prospects.approved(b, i, rung) > 0 ? 1 : 0;
                    }
                }
            }
        }
        return count;
    }

    /** For each tick, what is due in it whatever happens, in order. */
    private static long[][] fixedEntries(World world) {
        var byTick = new ArrayList<List<Long>>();
        for (int k = 0; k < world.ticks(); k++) {
            byTick.add(new ArrayList<>());
        }
        for (int b = 0; b < world.blocs().size(); b++) {
            var bloc = world.blocs().get(b);
            if (bloc.founded() != null) {
                note(world, byTick, bloc.founded(), Diary.Kind.FOUNDING, b, 0, 0);
            }
            for (int rung = 1; rung <= bloc.ladder().top(); rung++) {
                var until = bloc.ladder().rung(rung).until();
                if (until != null) {
                    note(world, byTick, until, Diary.Kind.MERGER, b, 0, rung);
                }
            }
            for (int summit = 0; summit < world.meetings().count(b); summit++) {
                var day = LocalDate.ofEpochDay(world.meetings().day(b, summit));
                note(world, byTick, day, Diary.Kind.SUMMIT, b, 0, 0);
            }
        }
        for (var offer : world.facts().offers()) {
            var day = LocalDate.ofEpochDay(offer.day());
            note(world, byTick, day, Diary.Kind.OFFER, offer.bloc(), offer.state(), offer.rung());
        }
        for (var ousting : world.facts().oustings()) {
            var day = LocalDate.ofEpochDay(ousting.day());
            note(world, byTick, day, Diary.Kind.OUSTING, ousting.bloc(), ousting.state(), 0);
        }
        return byTick.stream()
                .map(entries ->
                        entries.stream().mapToLong(Long::longValue).sorted().toArray())
                .toArray(long[][]::new);
    }

    private static void note(
            World world, List<List<Long>> byTick, LocalDate date, Diary.Kind kind, int bloc, int state, int rung) {
        int day = (int) date.toEpochDay();
        int[] bounds = world.bounds().stream().mapToInt(Integer::intValue).toArray();
        int found = Arrays.binarySearch(bounds, day);
        int tick = found >= 0 ? found : -found - 2;
        if (tick >= 0 && tick < world.ticks()) {
            byTick.get(tick).add(Diary.entry(day, kind, bloc, state, rung));
        }
    }
}
