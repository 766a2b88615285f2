package blocsim.experiment;

import blocsim.engine.Simulator;
import blocsim.input.InputException;
import blocsim.model.World;
import blocsim.scenario.Level;
import blocsim.scenario.Study;
import blocsim.store.RunRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs slices of a study, one run after the other, on one thread. */
public final class Worker {
    private static final int LONGEST_CAUSE = 500;

    private final Study study;
    private final DesignPoints points;
    private final PointWorlds worlds;
    private final int column;
    private long point = -1;
    private @Nullable World world;
    private @Nullable Simulator simulator;
    private @Nullable Readings readings;
    private @Nullable String flaw;
    private List<Level> levels = List.of();

    Worker(Study study, DesignPoints points, PointWorlds worlds) {
        this.study = study;
        this.points = points;
        this.worlds = worlds;
        this.column = column(study);
    }

    /** The cell on which it hangs whether a design point has been run often enough; -1 if there is none. */
    private static int column(Study study) {
        var until = study.until();
        for (int n = 0; until != null && n < study.outputs().size(); n++) {
            if (study.outputs().get(n).name().equals(until.output())) {
                return study.factors().size() + n;
            }
        }
        return -1;
    }

    /**
     * Runs what a slice lacks. A run that fails is a row with its cause.
     *
     * @param stopping asked before each run whether to leave the rest
     * @param out takes the rows
     * @return whether the slice was run to its end
     */
    public boolean finish(Slice slice, BooleanSupplier stopping, Consumer<RunRow> out) {
        while (!slice.done()) {
            for (int n = slice.from(); n < slice.to(); n++) {
                if (stopping.getAsBoolean()) {
                    return false;
                }
                if (!slice.kept(n)) {
                    var row = row(slice.point(), n);
                    slice.note(n, value(row));
                    out.accept(row);
                }
            }
            slice.advance();
        }
        return true;
    }

    private double value(RunRow row) {
        return column >= 0 && row.cells().get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** One run, as its row has it. */
    RunRow row(long at, int replicate) {
        var started = Instant.now();
        if (at != point) {
            begin(at);
        }
        String cause = flaw;
        var cells = new ArrayList<@Nullable Object>();
        levels.forEach(level -> cells.add(level.cell()));
        if (cause == null && simulator != null && readings != null) {
            try {
                readings.begin();
                simulator.run(study.seed(), replicate, readings);
                cells.addAll(readings.cells());
            } catch (RuntimeException | StackOverflowError e) {
                cause = told(e);
                simulator = new Simulator(Objects.requireNonNull(world));
            }
        }
        if (cause != null) {
            cells.addAll(Collections.nCopies(study.outputs().size(), null));
        }
        return new RunRow(at, replicate, cause, cells, micros(started), micros(Instant.now()));
    }

    /** Makes ready for the replicates of a design point. */
    private void begin(long at) {
        point = at;
        flaw = null;
        simulator = null;
        readings = null;
        levels = points.at(at);
        try {
            world = worlds.at(at);
            simulator = new Simulator(world);
            readings = new Readings(world, study.outputs());
        } catch (InputException wrong) {
            flaw = shortened(wrong.problems().get(0).toString());
        } catch (RuntimeException e) {
            flaw = told(e);
        }
    }

    private static String told(Throwable e) {
        return shortened(e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_CAUSE ? text.substring(0, LONGEST_CAUSE) : text;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
