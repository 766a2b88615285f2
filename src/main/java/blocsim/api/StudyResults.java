package blocsim.api;

import blocsim.experiment.Sensitivity;
import blocsim.input.InputException;
import blocsim.report.SensitivityResults;
import blocsim.store.Column;
import blocsim.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The runs of a study that a folder keeps. */
public final class StudyResults {
    private final Study study;
    private final Path folder;

    StudyResults(Study study, Path folder) {
        this.study = study;
        this.folder = folder;
    }

    /** Where they are kept. */
    public Path folder() {
        return folder;
    }

    /**
     * Every run, by design point, then replicate.
     *
     * @throws InputException if the folder no longer holds the study
     * @throws IOException if it cannot be read
     */
    public List<Study.Row> rows() throws InputException, IOException {
        var rows = new ArrayList<Study.Row>();
        try (var store = RunStore.read(folder)) {
            var names = store.columns().stream().map(Column::name).toList();
            store.values(
                    store.columns(),
                    (point, replicate, ok, cells) -> rows.add(Study.row(point, replicate, ok, names, cells)));
        }
        return List.copyOf(rows);
    }

    /**
     * Writes every run into one file.
     *
     * @param file CSV, or Parquet if its name ends with {@code .parquet}
     * @throws InputException if the folder no longer holds the study
     * @throws IOException if the file cannot be written
     */
    public void export(Path file) throws InputException, IOException {
        try (var store = RunStore.read(folder)) {
            store.export(file, file.toString().endsWith(".parquet"));
        }
    }

    /**
     * What decides the outputs that are numbers: Morris's elementary effects, or Sobol' indices, by the study's design.
     *
     * @throws InputException if the design is neither of the two, or the folder no longer holds the study
     * @throws IOException if the folder cannot be read
     */
    public Sensitivity sensitivity() throws InputException, IOException {
        var outputs = Sensitivity.outputs(study.study(), List.of());
        try (var store = RunStore.read(folder)) {
            return Sensitivity.of(study.study(), store, outputs);
        }
    }

    /**
     * What {@link #sensitivity} says, in sentences.
     *
     * @throws InputException as {@link #sensitivity}
     * @throws IOException if the folder cannot be read
     */
    public List<String> told() throws InputException, IOException {
        return SensitivityResults.lines(sensitivity());
    }

    /**
     * The charts of {@link #sensitivity}, as {@code blocsim sensitivity} draws them.
     *
     * @throws InputException if the design is neither Morris's nor Saltelli's, or the folder no longer holds the study
     * @throws IOException if the folder cannot be read
     */
    public Charts charts() throws InputException, IOException {
        return Charts.of(sensitivity());
    }
}
