package blocsim.gui;

import blocsim.engine.Recorder;
import blocsim.experiment.Trajectory.Happening;
import blocsim.model.Cause;
import blocsim.model.Part;
import blocsim.model.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a run has come to so far: who stands where, what happened, and what blocs were worth to states in the last tick. */
final class Course implements Recorder {
    /** With more pairs of bloc and state than this, what a bloc is worth to a state is not kept. */
    private static final int MOST_FOLLOWED = 20_000;

    private final World world;
    private final int states;
    private final byte[] rungs;
    private final byte[] asked;
    private final double[][] worth;
    private final List<Happening> happenings = new ArrayList<>();
    private final List<int[][]> counts = new ArrayList<>();

    Course(World world) {
        this.world = world;
        this.states = world.states().size();
        int cells = states * world.blocs().size();
        this.rungs = new byte[cells];
        this.asked = new byte[cells];
        this.worth = new double[cells <= MOST_FOLLOWED ? cells : 0][Part.values().length];
        for (var start : world.start()) {
            rungs[start.bloc() * states + start.state()] = (byte) start.rung();
            asked[start.bloc() * states + start.state()] = (byte) start.asked();
        }
        counts.add(counted());
    }

    private int[][] counted() {
        var count = new int[world.blocs().size()][];
        for (int b = 0; b < count.length; b++) {
            count[b] = new int[world.blocs().get(b).ladder().top() + 1];
            for (int i = 0; i < states; i++) {
                count[b][rungs[b * states + i]]++;
            }
        }
        return count;
    }

    World world() {
        return world;
    }

    /** How many ticks have gone by. */
    int ticks() {
        return counts.size() - 1;
    }

    /** The first day after the last tick that has gone by; the first of the horizon before any has. */
    int day() {
        return world.bounds().get(ticks());
    }

    /** The rung that a state holds in a bloc, an index of its ladder. */
    int rung(int bloc, int state) {
        return rungs[bloc * states + state];
    }

    /** The rung that a state has asked a bloc for, or 0. */
    int asked(int bloc, int state) {
        return asked[bloc * states + state];
    }

    /** How many states held a rung after a number of ticks, 0 for the start. */
    int count(int tick, int bloc, int rung) {
        return counts.get(tick)[bloc][rung];
    }

    /** Whether {@link #worth(int, int, Part)} is known. */
    boolean follows() {
        return worth.length > 0;
    }

    /** A part of what a bloc was worth to a state on the first day of the last tick, as the engine tells it. */
    double worth(int bloc, int state, Part part) {
        return worth[bloc * states + state][part.ordinal()];
    }

    /** What happened, in the order of days. */
    List<Happening> happenings() {
        return Collections.unmodifiableList(happenings);
    }

    @Override
    public void standings(int tick, byte[] now) {
        System.arraycopy(now, 0, rungs, 0, now.length);
        counts.add(counted());
    }

    @Override
    public void happened(int day, int bloc, int state, int from, int to, Cause cause) {
        happenings.add(new Happening(day, bloc, state, from, to, cause));
        if (cause == Cause.ASKED) {
            asked[bloc * states + state] = (byte) to;
        } else if (cause != Cause.STOPPED && cause != Cause.MERGED) {
            asked[bloc * states + state] = 0;
        }
    }

    @Override
    public boolean follows(int bloc, int state) {
        return follows();
    }

    @Override
    public void worth(int tick, int bloc, int state, double[] parts) {
        System.arraycopy(parts, 0, worth[bloc * states + state], 0, parts.length);
    }
}
