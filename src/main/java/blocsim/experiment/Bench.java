package blocsim.experiment;

import blocsim.engine.Recorder;
import blocsim.engine.Simulator;
import blocsim.model.World;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Measures what a run of a world costs on one core of this machine, in time of the processor spent on the thread, so that what else
 * runs on the machine counts little. Nothing measured reaches a result.
 */
public final class Bench {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Recorder NOBODY = new Recorder() {};
    private static final double NANOS = 1e9;
    private static final double WARM_UP_ROUNDS = 2;
    private static final long SEED = 1;

    private final World world;
    private final Simulator simulator;
    private int next;

    private Bench(World world) {
        this.world = world;
        this.simulator = new Simulator(world);
    }

    /** The median of several rounds, and the least and the most of them. */
    public record Spread(double median, double least, double most) {
        private static Spread of(double[] rounds) {
            double[] sorted = rounds.clone();
            Arrays.sort(sorted);
            int n = sorted.length;
            return new Spread((sorted[(n - 1) / 2] + sorted[n / 2]) / 2, sorted[0], sorted[n - 1]);
        }
    }

    /**
     * What a world costs.
     *
     * @param runsPerSecond on one core
     * @param nanosPerCell a state, bloc and tick
     * @param nanosPerChance of approval
     * @param bytesPerRun allocated
     */
    public record Cost(
            String world,
            int states,
            int blocs,
            int ticks,
            Spread runsPerSecond,
            Spread nanosPerCell,
            Spread nanosPerChance,
            long bytesPerRun) {}

    /**
     * Measures a world, after runs that warm the machine up.
     *
     * @param name of the world
     * @param rounds how many figures the median is of, at least 1
     * @param seconds about how long a round lasts; one run at least
     */
    public static Cost measure(String name, World world, int rounds, double seconds) {
        var bench = new Bench(world);
        int runs = bench.warmUp(seconds);
        var perSecond = new double[rounds];
        var perCell = new double[rounds];
        var perChance = new double[rounds];
        double cells = (double) world.states().size() * world.blocs().size() * world.ticks();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        for (int n = 0; n < rounds; n++) {
            double took = bench.run(runs);
            perSecond[n] = runs / took;
            perCell[n] = took * NANOS / runs / cells;
        }
        long bytes = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / ((long) rounds * runs);
        int times = bench.timesOfChances(seconds);
        for (int n = 0; n < rounds; n++) {
            perChance[n] = bench.chances(times);
        }
        return new Cost(
                name,
                world.states().size(),
                world.blocs().size(),
                world.ticks(),
                Spread.of(perSecond),
                Spread.of(perCell),
                Spread.of(perChance),
                bytes);
    }

    /** How many runs a round holds. */
    private int warmUp(double seconds) {
        double spent = 0;
        int runs = 1;
        double took = run(runs);
        while (spent + took < WARM_UP_ROUNDS * seconds) {
            spent += took;
            runs = (int) Math.max(1, Math.min(2.0 * runs, seconds * runs / took));
            took = run(runs);
        }
        return (int) Math.max(1, seconds * runs / took);
    }

    private double run(int runs) {
        long begun = THREADS.getCurrentThreadCpuTime();
        for (int n = 0; n < runs; n++) {
            simulator.run(SEED, next++, NOBODY);
        }
        return (THREADS.getCurrentThreadCpuTime() - begun) / NANOS;
    }

    /** How often every chance is worked out in a round. */
    private int timesOfChances(double seconds) {
        double took = 0;
        int times = 1;
        while (took < seconds && times < 1 << 20) {
            times *= 2;
            long begun = THREADS.getCurrentThreadCpuTime();
            simulator.workOutChances(SEED, 0, world.ticks() / 2, times);
            took = (THREADS.getCurrentThreadCpuTime() - begun) / NANOS;
        }
        return times;
    }

    /** The time of one chance, less that of the run up to it; 0 in a world where nobody has one. */
    private double chances(int times) {
        int tick = world.ticks() / 2;
        long begun = THREADS.getCurrentThreadCpuTime();
        simulator.workOutChances(SEED, 0, tick, 0);
        long between = THREADS.getCurrentThreadCpuTime();
        long count = simulator.workOutChances(SEED, 0, tick, times);
        double took = (double) (THREADS.getCurrentThreadCpuTime() - between) - (between - begun);
        return count == 0 ? 0 : Math.max(0, took) / count;
    }
}
