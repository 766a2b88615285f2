package blocsim.experiment;

import blocsim.engine.Simulator;
import blocsim.model.World;
import java.util.List;

/**
 * Replicates of one world. Replicate n is the same run on any number of threads, so ensembles of different worlds with the same
 * seed can be compared pair by pair.
 */
public final class Ensemble {
    private final World world;
    private final long seed;
    private final List<Trajectory> trajectories;

    private Ensemble(World world, long seed, List<Trajectory> trajectories) {
        this.world = world;
        this.seed = seed;
        this.trajectories = List.copyOf(trajectories);
    }

    /**
     * Runs an ensemble.
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
        var trajectories = Replicates.work(seed, 0, replicates, threads, () -> new Simulator(world), (simulator, n) -> {
            var listener = new Trajectory.Listener(world, focusBloc, focusState);
            simulator.run(seed, n, listener);
            progress.step();
            return listener.trajectory();
        });
        return new Ensemble(world, seed, trajectories);
    }

    /** What was run. */
    public World world() {
        return world;
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

    /** In how many replicates a state held a rung in a bloc at the end of a tick. */
    public int count(int tick, int bloc, int state, int rung) {
        int count = 0;
        for (var trajectory : trajectories) {
            count += trajectory.rung(tick, bloc, state) == rung ? 1 : 0;
        }
        return count;
    }
}
