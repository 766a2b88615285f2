package blocsim.gui;

import blocsim.engine.Simulator;
import blocsim.model.World;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import sim.engine.Schedule;
import sim.engine.SimState;

/**
 * Replicate 0 of the scenario shown, a tick a step of MASON's schedule: the same run, to the last bit, as that of the command line
 * with its seed.
 */
final class ShownRun extends SimState {
    private static final long serialVersionUID = 1L;

    private final transient Shown shown;
    private transient Simulator simulator;
    private transient Course course;
    private long master;

    ShownRun(Shown shown, long seed) {
        super(0, new Calendar());
        this.shown = shown;
        this.master = seed;
        var world = shown.world(seed);
        this.simulator = new Simulator(world);
        this.course = new Course(world);
        ((Calendar) schedule).run = this;
    }

    /** The master seed; MASON would keep 32 bits of it. */
    @Override
    public long seed() {
        return master;
    }

    @Override
    public void setSeed(long seed) {
        master = seed;
    }

    /** Sets the scenario to its beginning, with all that was set in it. */
    @Override
    public void start() {
        super.start();
        var world = shown.world(master);
        simulator = new Simulator(world);
        course = new Course(world);
        simulator.begin(master, 0, course);
        schedule.scheduleOnce(Schedule.EPOCH, state -> step());
    }

    private void step() {
        if (simulator.step()) {
            schedule.scheduleOnceIn(1, state -> step());
        }
    }

    Shown shown() {
        return shown;
    }

    /** The world of the next run. */
    World next() {
        return shown.world(master);
    }

    /** What the run has come to. */
    Course course() {
        return course;
    }

    /** The command whose replicate 0 the next run is. */
    String command() {
        return shown.command(master);
    }

    /** Tells dates in place of steps. */
    private static final class Calendar extends Schedule {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ShownRun run;

        @Override
        public String getTimestamp(double time, String before, String after) {
            return run == null ? before : LocalDate.ofEpochDay(run.course.day()).toString();
        }
    }
}
