package blocsim.experiment;

import blocsim.engine.Recorder;
import blocsim.model.Cause;
import blocsim.model.Parameters;
import blocsim.model.Part;
import blocsim.model.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one replicate did: every happening, every objection, the rungs at the end of each tick, and what moved one pair. */
public final class Trajectory {
    /** Something that happened to the status of a state; indices as in {@link World}, days from 1970-01-01. */
    public record Happening(int day, int bloc, int state, int from, int to, Cause cause) {}

    /** A member's objection to a candidate at a summit. */
    public record Objection(int day, int bloc, int state, int rung, int objector, boolean first) {}

    private static final long OBJECT_BYTES = 24;
    private static final long HAPPENING_BYTES = 48;

    private final World world;
    private final int states;
    private final List<Happening> happenings;
    private final List<Objection> objections;
    private final byte[][] rungs;
    private final double[][] motives;

    private Trajectory(World world, Listener listener) {
        this.world = world;
        this.states = world.states().size();
        this.happenings = Collections.unmodifiableList(listener.happenings);
        this.objections = Collections.unmodifiableList(listener.objections);
        this.rungs = listener.rungs;
        this.motives = listener.motives;
    }

    /** The parameters of this replicate. */
    public Parameters parameters() {
        return world.parameters();
    }

    /** What happened, in the order of days. */
    public List<Happening> happenings() {
        return happenings;
    }

    /** Who objected to whom, in the order of days. */
    public List<Objection> objections() {
        return objections;
    }

    /** The rung a state held in a bloc at the end of a tick. */
    public int rung(int tick, int bloc, int state) {
        return rungs[tick][bloc * states + state];
    }

    /** A part of what the focus bloc was worth to the focus state on the first day of a tick, as the engine tells it. */
    public double part(int tick, Part part) {
        return motives[tick][part.ordinal()];
    }

    /**
     * The first day on which a state held a rung at least so high in a bloc, the first of the horizon if it did from the start,
     * or {@link Integer#MAX_VALUE}.
     *
     * @param rung an index of the ladder, from 1
     */
    public int firstHeld(int bloc, int state, int rung) {
        for (var start : world.start()) {
            if (start.state() == state && start.bloc() == bloc && start.rung() >= rung) {
                return world.bounds().get(0);
            }
        }
        for (var h : happenings) {
            if (h.state() == state && h.bloc() == bloc && h.cause().changesRung() && h.to() >= rung) {
                return h.day();
            }
        }
        return Integer.MAX_VALUE;
    }

    /** The first day on which a rung at least so high was approved for a state, or {@link Integer#MAX_VALUE}. */
    public int firstApproved(int bloc, int state, int rung) {
        for (var h : happenings) {
            if (h.state() == state && h.bloc() == bloc && h.cause() == Cause.APPROVED && h.to() >= rung) {
                return h.day();
            }
        }
        return Integer.MAX_VALUE;
    }

    /** The first day on which a summit stopped a request of a state, or {@link Integer#MAX_VALUE}. */
    public int firstStopped(int bloc, int state) {
        for (var h : happenings) {
            if (h.state() == state && h.bloc() == bloc && h.cause() == Cause.STOPPED) {
                return h.day();
            }
        }
        return Integer.MAX_VALUE;
    }

    /** About how much memory a run of a world takes in which nothing happens, in bytes. */
    static long leastBytes(World world) {
        long ofTick = (long) world.blocs().size() * world.states().size()
                + (long) Double.BYTES * Part.values().length
                + 2 * OBJECT_BYTES;
        return world.ticks() * ofTick;
    }

    /** About how much memory this takes, in bytes. */
    long bytes() {
        return leastBytes(world) + HAPPENING_BYTES * (happenings.size() + objections.size());
    }

    /** Listens to a run and keeps it. */
    static final class Listener implements Recorder {
        private final List<Happening> happenings = new ArrayList<>();
        private final List<Objection> objections = new ArrayList<>();
        private final byte[][] rungs;
        private final double[][] motives;
        private final int focusBloc;
        private final int focusState;
        private final World world;

        Listener(World world, int focusBloc, int focusState) {
            this.world = world;
            this.rungs = new byte[world.ticks()][];
            this.motives = new double[world.ticks()][Part.values().length];
            this.focusBloc = focusBloc;
            this.focusState = focusState;
        }

        Trajectory trajectory() {
            return new Trajectory(world, this);
        }

        @Override
        public void standings(int tick, byte[] now) {
            rungs[tick] = now.clone();
        }

        @Override
        public void happened(int day, int bloc, int state, int from, int to, Cause cause) {
            happenings.add(new Happening(day, bloc, state, from, to, cause));
        }

        @Override
        public void objected(int day, int bloc, int state, int rung, int objector, boolean first) {
            objections.add(new Objection(day, bloc, state, rung, objector, first));
        }

        @Override
        public boolean follows(int bloc, int state) {
            return bloc == focusBloc && state == focusState;
        }

        @Override
        public void worth(int tick, int bloc, int state, double[] parts) {
            System.arraycopy(parts, 0, motives[tick], 0, parts.length);
        }
    }
}
