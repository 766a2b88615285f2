package blocsim.fit;

import blocsim.engine.Recorder;
import blocsim.engine.Simulator;
import blocsim.model.Cause;
import blocsim.model.World;
import blocsim.panel.Status;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs from an origin on of worlds that may come, and in how many of them a state had been granted what by the end of each year. */
final class Futures {
    private static final int STATUSES = Status.values().length;

    private final int replicates;
    private final int states;
    private final int[][] decided;
    private final int[][][] reached;

    private Futures(int replicates, int states, int cells, int years) {
        this.replicates = replicates;
        this.states = states;
        this.decided = new int[years][cells];
        this.reached = new int[years][cells][STATUSES];
    }

    /**
     * A world that may come.
     *
     * @param world the same states and blocs in all, from the same first day on
     * @param readiness of the blocs in it
     */
    record Drawn(World world, List<Double> readiness) {
        /** Copies the list. */
        Drawn {
            readiness = List.copyOf(readiness);
        }
    }

    /**
     * Runs replicates; what comes out does not hang on how many threads there are.
     *
     * @param worlds draws a world by its number, whatever was drawn before
     * @param draws how many worlds
     * @param each how many replicates of each
     */
    static Futures of(IntFunction<Drawn> worlds, int draws, int each, long seed) {
        List<Futures> parts = IntStream.range(0, draws)
                .parallel()
                .mapToObj(draw -> runs(worlds.apply(draw), draw * each, each, seed))
                .toList();
        var all = new Futures(
                draws * each, parts.get(0).states, parts.get(0).decided[0].length, parts.get(0).decided.length);
        parts.forEach(all::add);
        return all;
    }

    private static Futures runs(Drawn drawn, int first, int count, long seed) {
        World world = drawn.world();
        int cells = world.blocs().size() * world.states().size();
        var runs = new Futures(count, world.states().size(), cells, world.ticks());
        var simulator = new Simulator(
                world,
                drawn.readiness().stream().mapToDouble(Double::doubleValue).toArray());
        for (int n = first; n < first + count; n++) {
            simulator.run(seed, n, new Watch(world, runs));
        }
        return runs;
    }

    private void add(Futures other) {
        for (int year = 0; year < decided.length; year++) {
            for (int cell = 0; cell < decided[year].length; cell++) {
                decided[year][cell] += other.decided[year][cell];
                for (int status = 0; status < STATUSES; status++) {
                    reached[year][cell][status] += other.reached[year][cell][status];
                }
            }
        }
    }

    int replicates() {
        return replicates;
    }

    /** In how many runs the bloc had granted the state a rise by the end of a year, counted from 1. */
    int decided(int bloc, int state, int year) {
        return decided[year - 1][bloc * states + state];
    }

    /** In how many runs the state had reached a status by then, in force or granted. */
    int reached(int bloc, int state, int year, Status status) {
        return reached[year - 1][bloc * states + state][status.ordinal()];
    }

    /** Counts one run. */
    private static final class Watch implements Recorder {
        private final Futures runs;
        private final int states;
        private final int[][] status;
        private final boolean[] now;
        private final byte[] granted;

        Watch(World world, Futures runs) {
            this.runs = runs;
            this.states = world.states().size();
            int cells = world.blocs().size() * states;
            this.status = world.blocs().stream()
                    .map(bloc -> IntStream.rangeClosed(0, bloc.ladder().top())
                            .map(rung -> Status.of(bloc.ladder(), rung).ordinal())
                            .toArray())
                    .toArray(int[][]::new);
            this.now = new boolean[cells];
            this.granted = new byte[cells];
        }

        @Override
        public void happened(int day, int bloc, int state, int from, int to, Cause cause) {
            int cell = bloc * states + state;
            if (cause == Cause.APPROVED) {
                now[cell] = true;
                granted[cell] = (byte) to;
            } else if (cause == Cause.LEFT || cause == Cause.EXPELLED || cause == Cause.DECLINED) {
                granted[cell] = 0;
            }
        }

        @Override
        public void standings(int tick, byte[] rungs) {
            for (int cell = 0; cell < rungs.length; cell++) {
                runs.decided[tick][cell] += now[cell] ? 1 : 0;
                runs.reached[tick][cell][status[cell / states][Math.max(rungs[cell], granted[cell])]]++;
            }
        }
    }
}
