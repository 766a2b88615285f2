package blocsim.scenario;

import blocsim.input.JsonSource;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A study as read: runs of one scenario with factors varied by a design.
 *
 * @param file the file it was read from, as the user named it
 * @param name its name, fit for a folder
 * @param title one line
 * @param description what it asks; may be empty
 * @param scenario what is varied
 * @param seed from which all luck is derived
 * @param factors what is varied, in the order of the file
 * @param design which combinations are run
 * @param listed the rows of a {@link StudyDesign.Listed}; none otherwise
 * @param replicates how often each design point is run, or how often before the interval is looked at
 * @param until when a design point has been run often enough; null where {@code replicates} says it
 * @param outputs what is read off each run, in the order of the file
 * @param tree the file
 */
public record Study(
        Path file,
        String name,
        String title,
        String description,
        Scenario scenario,
        long seed,
        List<Factor> factors,
        StudyDesign design,
        List<List<Level>> listed,
        int replicates,
        @Nullable Until until,
        List<Output> outputs,
        JsonSource.Members tree) {
    /** Copies the lists. */
    public Study {
        factors = List.copyOf(factors);
        listed = List.copyOf(listed);
        outputs = List.copyOf(outputs);
    }
}
