package blocsim.fit;

import blocsim.engine.Recorder;
import blocsim.engine.Simulator;
import blocsim.model.Cause;
import blocsim.model.World;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Runs of a world from an origin on, and in how many of them a state had been granted what by the end of each year. */
final class Futures {
    private final World world;
    private final int replicates;
    private final int[][] decided;
    private final int[][][] reached;

    private Futures(World world, int replicates, int[][] decided, int[][][] reached) {
        this.world = world;
        this.replicates = replicates;
        this.decided = decided;
        this.reached = reached;
    }

    /** Runs replicates; what comes out does not hang on how many threads there are. */
    static Futures of(World world, int replicates, long seed) {
        List<Watch> watched = IntStream.range(0, replicates)
                .parallel()
                .mapToObj(n -> {
                    var watch = new Watch(world);
                    new Simulator(world).run(seed, n, watch);
                    return watch;
                })
                .toList();
        int cells = world.blocs().size() * world.states().size();
        var decided = new int[world.ticks()][cells];
        var reached = new int[world.ticks()][cells][];
        for (int tick = 0; tick < world.ticks(); tick++) {
            for (int cell = 0; cell < cells; cell++) {
                int bloc = cell / world.states().size();
                reached[tick][cell] = new int[world.blocs().get(bloc).ladder().top() + 1];
                for (Watch watch : watched) {
                    decided[tick][cell] += watch.decided[tick][cell] ? 1 : 0;
                    reached[tick][cell][watch.reached[tick][cell]]++;
                }
            }
        }
        return new Futures(world, replicates, decided, reached);
    }

    int replicates() {
        return replicates;
    }

    /** In how many runs the bloc had granted the state a rise by the end of a year, counted from 1. */
    int decided(int bloc, int state, int year) {
        return decided[year - 1][bloc * world.states().size() + state];
    }

    /** In how many runs the state had reached a rung by then, in force or granted. */
    int reached(int bloc, int state, int year, int rung) {
        return reached[year - 1][bloc * world.states().size() + state][rung];
    }

    /** One run. */
    private static final class Watch implements Recorder {
        private final int states;
        private final boolean[][] decided;
        private final byte[][] reached;
        private final boolean[] now;
        private final byte[] granted;

        Watch(World world) {
            this.states = world.states().size();
            int cells = world.blocs().size() * states;
            this.decided = new boolean[world.ticks()][];
            this.reached = new byte[world.ticks()][];
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
            decided[tick] = now.clone();
            reached[tick] = Arrays.copyOf(rungs, rungs.length);
            for (int cell = 0; cell < rungs.length; cell++) {
                reached[tick][cell] = (byte) Math.max(rungs[cell], granted[cell]);
            }
        }
    }
}
