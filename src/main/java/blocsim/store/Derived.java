package blocsim.store;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is made of the runs of a study and stands beside them in its folder: exports and analyses. It goes when the runs are replaced, so
 * that none is taken for that of other runs. What goes is known by name; whatever else somebody has put there stays.
 */
public final class Derived {
    /** The folder within that of a study where its analysis of sensitivity stands. */
    public static final String SENSITIVITY = "sensitivity";

    /** The folder within that of a study where boxes stand, in a folder for each outcome. */
    public static final String DISCOVERY = "discovery";

    /** The table of runs as Parquet. */
    public static final String PARQUET = "runs.parquet";

    /** The table of runs as CSV. */
    public static final String CSV = "runs.csv";

    /** What stands in each column of the table of runs. */
    public static final String COLUMNS = "columns.csv";

    /** The same as a Data Package. */
    public static final String PACKAGE = "datapackage.json";

    private static final String CHARTS = "charts";
    private static final Pattern EXPORT = any(PARQUET, CSV, COLUMNS, PACKAGE);
    private static final Pattern ANALYSIS =
            any("sensitivity.csv", "sensitivity.html", "boxes.csv", "boxes.md", PACKAGE, "manifest.json");
    private static final Pattern CHART = Pattern.compile(".+-(morris-effects|sobol-indices|tornado)\\.(svg|png)");

    private Derived() {}

    private static Pattern any(String... names) {
        return Pattern.compile(
                String.join("|", Stream.of(names).map(Pattern::quote).toList()));
    }

    /** Removes what was made of the runs in a folder. Folders that are empty then go too; links are not followed. */
    static void discard(Path folder) throws IOException {
        remove(folder, EXPORT);
        analysis(folder.resolve(SENSITIVITY));
        var discovery = folder.resolve(DISCOVERY);
        for (var outcome : entries(discovery)) {
            analysis(outcome);
        }
        clear(discovery);
    }

    private static void analysis(Path folder) throws IOException {
        remove(folder.resolve(CHARTS), CHART);
        clear(folder.resolve(CHARTS));
        remove(folder, ANALYSIS);
        clear(folder);
    }

    private static void remove(Path folder, Pattern names) throws IOException {
        for (var entry : entries(folder)) {
            if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                    && names.matcher(String.valueOf(entry.getFileName())).matches()) {
                Files.delete(entry);
            }
        }
    }

    /** What stands in a folder; nothing if it is none. */
    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** Removes a folder in which nothing is left. */
    private static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException others) {
                // Somebody's own files.
            }
        }
    }
}
