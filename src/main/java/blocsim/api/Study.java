package blocsim.api;

import blocsim.experiment.Shard;
import blocsim.experiment.StudyFolder;
import blocsim.experiment.Sweep;
import blocsim.experiment.WholeRuns;
import blocsim.input.InputException;
import blocsim.input.Quote;
import blocsim.scenario.Factor;
import blocsim.scenario.Output;
import blocsim.scenario.StudyReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A scenario with factors varied by a design, as read from a file; immutable. */
public final class Study {
    /**
     * One run of a study.
     *
     * @param designPoint its number, from 0
     * @param replicate its number, from 0
     * @param ok whether it finished; else its outputs are missing
     * @param values by column, in the order of {@link Study#columns} and then of measures: {@link Double}, {@link Long}, {@link String} or
     *     {@link java.time.LocalDate}; null where there is none, such as the day of what never came
     */
    public record Row(long designPoint, int replicate, boolean ok, Map<String, @Nullable Object> values) {
        /** Wraps the map, which may hold null. */
        public Row {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /**
         * A value that is a number.
         *
         * @return {@link Double#NaN} where there is none
         * @throws IllegalArgumentException if there is no such column, or no number stands in it
         */
        public double number(String column) {
            var value = values.get(column);
            if (!values.containsKey(column) || (value != null && !(value instanceof Number))) {
                throw new IllegalArgumentException("there is no number in a column \"" + column + "\"; there are "
                        + String.join(", ", values.keySet()));
            }
            return value instanceof Number number ? number.doubleValue() : Double.NaN;
        }
    }

    private final blocsim.scenario.Study study;

    private Study(blocsim.scenario.Study study) {
        this.study = study;
    }

    /**
     * Reads a study.
     *
     * @param file JSON or YAML, such as {@code scenarios/studies/belarus-sweep.json}
     * @throws InputException with every problem in it and in its scenario
     */
    public static Study read(Path file) throws InputException {
        return new Study(StudyReader.read(file));
    }

    /** Like {@link #read(Path)}, by the file's name. */
    public static Study read(String file) throws InputException {
        return read(Path.of(file));
    }

    /** Its name, fit for a folder. */
    public String name() {
        return study.name();
    }

    /** What it is about, in one line. */
    public String title() {
        return study.title();
    }

    /** The names of its factors, in the order of the file. */
    public List<String> factors() {
        return study.factors().stream().map(Factor::name).toList();
    }

    /** The names of its outputs, in the order of the file. */
    public List<String> outputs() {
        return study.outputs().stream().map(Output::name).toList();
    }

    /** Factors, then outputs. */
    public List<String> columns() {
        var columns = new ArrayList<>(factors());
        columns.addAll(outputs());
        return List.copyOf(columns);
    }

    /** How many runs it has, or at most has where they end by an interval. */
    public long runs() {
        return StudyFolder.expected(study, Shard.WHOLE).runs();
    }

    /**
     * Runs what a folder lacks of the study, on all cores: the same rows as {@code blocsim sweep} keeps there, which goes on with them
     * and they with it. A run that fails is a row that says so.
     *
     * @param folder made if it is missing
     * @throws InputException if the folder holds something else, or a study begun with other inputs
     * @throws IOException if it cannot be written; what was kept is not lost
     */
    public StudyResults run(Path folder) throws InputException, IOException {
        return run(folder, Runtime.getRuntime().availableProcessors());
    }

    /** Like {@link #run(Path)} on a number of threads, at least 1; changes no row. */
    public StudyResults run(Path folder, int threads) throws InputException, IOException {
        String rerun = "./blocsim sweep " + Quote.forShell(study.file().toString()) + " --run ";
        try (var store = StudyFolder.open(study, Shard.WHOLE, folder, Version.text(), rerun, true, false)) {
            Sweep.run(study, Shard.WHOLE, store, threads, new AtomicBoolean(), new Sweep.Listener() {
                @Override
                public void begun(long runs) {}

                @Override
                public void committed(int runs) {}
            });
        }
        return new StudyResults(this, folder);
    }

    /**
     * Runs the study on all cores with measures of a user's own beside its outputs; nothing is kept on disk. Each design point is run as
     * often as {@code replicates} says, whatever interval the study asks for.
     *
     * @return by design point, then replicate
     * @throws IllegalStateException if a run fails
     */
    public List<Row> measure(Measure... measures) {
        var all = List.of(measures);
        var runs = WholeRuns.of(study, Runtime.getRuntime().availableProcessors(), (world, run, replicate) -> {
            var whole = new Trajectory(world, run, replicate);
            return all.stream().map(measure -> measure.of(whole)).toList();
        });
        return runs.stream()
                .map(run -> {
                    var cells = new ArrayList<@Nullable Object>();
                    run.levels().forEach(level -> cells.add(level.cell()));
                    cells.addAll(run.outputs());
                    var names = new ArrayList<>(columns());
                    for (int n = 0; n < all.size(); n++) {
                        names.add(all.get(n).name());
                        cells.add(run.read().get(n));
                    }
                    return row(run.designPoint(), run.replicate(), true, names, cells);
                })
                .toList();
    }

    static Row row(long designPoint, int replicate, boolean ok, List<String> names, List<@Nullable Object> cells) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (int n = 0; n < names.size(); n++) {
            values.put(names.get(n), cells.get(n));
        }
        return new Row(designPoint, replicate, ok, values);
    }

    blocsim.scenario.Study study() {
        return study;
    }
}
