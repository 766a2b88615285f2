package blocsim.engine;

import blocsim.model.Cause;
import blocsim.model.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a run tells, in words. */
public final class Log implements Recorder {
    private final World world;
    private final boolean reasons;

    /** One happening: a day, a state, and what. */
    public record Line(LocalDate day, String bloc, String state, String from, String to, Cause cause) {}

    public final List<Line> lines = new ArrayList<>();
    public final List<String> objectors = new ArrayList<>();
    public final List<byte[]> standings = new ArrayList<>();

    public Log(World world) {
        this(world, false);
    }

    Log(World world, boolean reasons) {
        this.world = world;
        this.reasons = reasons;
    }

    /** Runs one replicate and keeps what it tells. */
    public static Log of(World world, long seed) {
        var log = new Log(world);
        new Simulator(world).run(seed, 0, log);
        return log;
    }

    public List<Line> of(String state, Cause cause) {
        return lines.stream()
                .filter(line -> line.state().equals(state) && line.cause() == cause)
                .toList();
    }

    @Override
    public boolean wantsReasons() {
        return reasons;
    }

    @Override
    public void standings(int tick, byte[] rungs) {
        standings.add(rungs.clone());
    }

    @Override
    public void happened(int day, int bloc, int state, int from, int to, Cause cause) {
        var ladder = world.blocs().get(bloc).ladder();
        lines.add(new Line(
                LocalDate.ofEpochDay(day),
                world.blocs().get(bloc).code(),
                world.states().get(state).code(),
                ladder.id(from),
                ladder.id(to),
                cause));
    }

    @Override
    public void objected(int day, int bloc, int state, int rung, int objector, boolean first) {
        if (first) {
            objectors.add(world.states().get(objector).code());
        }
    }
}
