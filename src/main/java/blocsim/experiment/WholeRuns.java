package blocsim.experiment;

import blocsim.engine.Recorder;
import blocsim.engine.Simulator;
import blocsim.input.InputException;
import blocsim.model.Cause;
import blocsim.model.World;
import blocsim.scenario.Level;
import blocsim.scenario.Study;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs of a study whose trajectories are read whole, for measures of a user's own; nothing is stored. */
public final class WholeRuns {
    /** Reads what is wanted off a run. */
    @FunctionalInterface
    public interface Reader {
        /** A number for each thing that is wanted. */
        List<Double> read(World world, Trajectory run, int replicate);
    }

    /**
     * One run.
     *
     * @param levels the values of the factors, in their order
     * @param outputs what stands in the outputs' columns, in their order; null where there is none
     * @param read what the reader gave
     */
    public record Run(
            long designPoint, int replicate, List<Level> levels, List<@Nullable Object> outputs, List<Double> read) {
        /** Copies the lists. */
        public Run {
            levels = List.copyOf(levels);
            outputs = Collections.unmodifiableList(new ArrayList<>(outputs));
            read = List.copyOf(read);
        }
    }

    private WholeRuns() {}

    /**
     * Runs every design point of a study as often as its {@code replicates} says.
     *
     * @param threads how many at once
     * @param reader called from any thread
     * @return by design point, then replicate
     * @throws IllegalArgumentException if there are more runs than a list can hold
     * @throws IllegalStateException if a run fails, or the values of a design point make no valid scenario
     */
    public static List<Run> of(Study study, int threads, Reader reader) {
        var points = new DesignPoints(study);
        long all = points.size() * study.replicates();
        if (all > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("the study has " + all + " runs; give fewer, or keep them in a folder");
        }
        var worlds = new PointWorlds(study, points, threads);
        return Replicates.work(
                study.seed(),
                0,
                (int) all,
                threads,
                () -> new Tool(study, points, worlds),
                (tool, n) -> tool.run(n / study.replicates(), n % study.replicates(), reader));
    }

    /** What a thread works with. */
    private static final class Tool {
        private final Study study;
        private final DesignPoints points;
        private final PointWorlds worlds;
        private long point = -1;
        private @Nullable World world;
        private @Nullable Simulator simulator;

        Tool(Study study, DesignPoints points, PointWorlds worlds) {
            this.study = study;
            this.points = points;
            this.worlds = worlds;
        }

        Run run(long at, int replicate, Reader reader) {
            if (at != point) {
                try {
                    world = worlds.at(at);
                } catch (InputException wrong) {
                    throw new IllegalStateException("design point " + at + " is no valid scenario", wrong);
                }
                simulator = new Simulator(world);
                point = at;
            }
            var ofPoint = Objects.requireNonNull(world);
            var whole = new Trajectory.Listener(ofPoint, World.NONE, World.NONE);
            var outputs = new Readings(ofPoint, study.outputs());
            outputs.begin();
            Objects.requireNonNull(simulator).run(study.seed(), replicate, new Both(whole, outputs));
            return new Run(
                    at, replicate, points.at(at), outputs.cells(), reader.read(ofPoint, whole.trajectory(), replicate));
        }
    }

    private record Both(Recorder whole, Recorder outputs) implements Recorder {
        @Override
        public void standings(int tick, byte[] rungs) {
            whole.standings(tick, rungs);
        }

        @Override
        public void happened(int day, int bloc, int state, int from, int to, Cause cause) {
            whole.happened(day, bloc, state, from, to, cause);
            outputs.happened(day, bloc, state, from, to, cause);
        }

        @Override
        public void objected(int day, int bloc, int state, int rung, int objector, boolean first) {
            whole.objected(day, bloc, state, rung, objector, first);
            outputs.objected(day, bloc, state, rung, objector, first);
        }
    }
}
