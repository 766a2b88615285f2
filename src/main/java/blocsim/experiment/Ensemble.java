package blocsim.experiment;

import blocsim.engine.Simulator;
import blocsim.model.World;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replicates of one world. Replicate n is the same run on any number of threads, so ensembles of different worlds with the same
 * seed can be compared pair by pair.
 */
public final class Ensemble {
    private final Worlds worlds;
    private final long seed;
    private final List<Trajectory> trajectories;

    private Ensemble(Worlds worlds, long seed, List<Trajectory> trajectories) {
        this.worlds = worlds;
        this.seed = seed;
        this.trajectories = List.copyOf(trajectories);
    }

    /**
     * Runs an ensemble of one world.
     *
     * @param world what is run
     * @param seed the master seed
     * @param replicates how often, at least 1
     * @param threads how many at once, at least 1
     * @param focusBloc the bloc and
     * @param focusState the state whose motives are kept, by index
     * @param progress hears of each replicate
     * @throws IllegalStateException if a replicate fails, with its number
     */
    public static Ensemble run(
            World world, long seed, int replicates, int threads, int focusBloc, int focusState, Progress progress) {
        return run(Worlds.same(world), seed, replicates, threads, focusBloc, focusState, progress);
    }

    /**
     * Runs an ensemble, each replicate in its own world.
     *
     * @param worlds what is run
     * @param seed the master seed
     * @param replicates how often, at least 1
     * @param threads how many at once, at least 1
     * @param focusBloc the bloc and
     * @param focusState the state whose motives are kept, by index
     * @param progress hears of each replicate
     * @throws IllegalStateException if a replicate fails, with its number
     */
    public static Ensemble run(
            Worlds worlds, long seed, int replicates, int threads, int focusBloc, int focusState, Progress progress) {
        var trajectories = trajectories(worlds, seed, 0, replicates, threads, focusBloc, focusState, progress);
        return new Ensemble(worlds, seed, trajectories);
    }

    /**
     * This with more replicates, the same as if all had been run at once.
     *
     * @param replicates how many there are then, more than now
     * @param threads how many at once, at least 1
     * @param focusBloc the bloc and
     * @param focusState the state whose motives are kept, by index; as before
     * @throws IllegalStateException if a replicate fails, with its number
     */
    public Ensemble extended(int replicates, int threads, int focusBloc, int focusState) {
        var all = new ArrayList<>(trajectories);
        all.addAll(
                trajectories(worlds, seed, trajectories.size(), replicates, threads, focusBloc, focusState, () -> {}));
        return new Ensemble(worlds, seed, all);
    }

    private static List<Trajectory> trajectories(
            Worlds worlds, long seed, int from, int to, int threads, int focusBloc, int focusState, Progress progress) {
        return Replicates.work(seed, from, to, threads, () -> new Tool(worlds), (tool, n) -> {
            var world = worlds.of(seed, n);
            var listener = new Trajectory.Listener(world, focusBloc, focusState);
            tool.of(world).run(seed, n, listener);
            progress.step();
            return listener.trajectory();
        });
    }

    /** A simulator of a thread, made once for all its replicates where they share a world. */
    private static final class Tool {
        private final Worlds worlds;
        private final @Nullable Simulator shared;

        Tool(Worlds worlds) {
            this.worlds = worlds;
            this.shared = worlds.areDrawn() ? null : worlds.simulator(worlds.base());
        }

        Simulator of(World world) {
            return shared == null ? worlds.simulator(world) : shared;
        }
    }

    /** What was run: states, blocs and days, and the scenario's own parameters. */
    public World world() {
        return worlds.base();
    }

    /** Whether each replicate drew its own parameters. */
    public boolean drawn() {
        return worlds.areDrawn();
    }

    /** The world of one replicate, with its own parameters. */
    public World world(int replicate) {
        return worlds.of(seed, replicate);
    }

    /** What runs one replicate again, with the same rules. */
    public Simulator simulator(int replicate) {
        return worlds.simulator(world(replicate));
    }

    /** The master seed. */
    public long seed() {
        return seed;
    }

    /** What each replicate did, by its number. */
    public List<Trajectory> trajectories() {
        return trajectories;
    }

    /** The number of replicates. */
    public int replicates() {
        return trajectories.size();
    }

    /** About how much memory a replicate of a world takes at least, in bytes. */
    public static long leastBytes(World world) {
        return Trajectory.leastBytes(world);
    }

    /** About how much memory the replicates take, in bytes. */
    public long bytes() {
        return trajectories.stream().mapToLong(Trajectory::bytes).sum();
    }

    /** In how many replicates a state held a rung in a bloc at the end of a tick. */
    public int count(int tick, int bloc, int state, int rung) {
        int count = 0;
        for (var trajectory : trajectories) {
            count += trajectory.rung(tick, bloc, state) == rung ? 1 : 0;
        }
        return count;
    }
}
