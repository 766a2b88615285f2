package blocsim.experiment;

import blocsim.engine.Simulator;
import blocsim.model.World;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Replicates of one world. Replicate n is the same run on any number of threads, so ensembles of different worlds with the same
 * seed can be compared pair by pair.
 */
public final class Ensemble {
    private final World world;
    private final long seed;
    private final List<Trajectory> trajectories;

    private Ensemble(World world, long seed, Trajectory[] trajectories) {
        this.world = world;
        this.seed = seed;
        this.trajectories = List.of(trajectories);
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
     */
    public static Ensemble run(
            World world, long seed, int replicates, int threads, int focusBloc, int focusState, Progress progress) {
        var trajectories = new Trajectory[replicates];
        var next = new AtomicInteger();
        Runnable work = () -> {
            var simulator = new Simulator(world);
            for (int n = next.getAndIncrement();
                    n < replicates && !Thread.currentThread().isInterrupted();
                    n = next.getAndIncrement()) {
                var listener = new Trajectory.Listener(world, focusBloc, focusState);
                simulator.run(seed, n, listener);
                trajectories[n] = listener.trajectory();
                progress.step();
            }
        };
        var pool = Executors.newFixedThreadPool(Math.min(threads, replicates));
        try {
            List<? extends Future<?>> running = IntStream.range(0, Math.min(threads, replicates))
                    .mapToObj(n -> pool.submit(work))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while replicates were running", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a replicate of seed " + seed + " failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
        return new Ensemble(world, seed, Arrays.copyOf(trajectories, replicates));
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
