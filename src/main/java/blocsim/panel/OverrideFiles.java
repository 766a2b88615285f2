package blocsim.panel;

import blocsim.input.InputProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the tables that users bring, and notes every problem in them. */
final class OverrideFiles {
    private OverrideFiles() {}

    /** The bounds within which the figures of a table make sense. */
    record Bounds(double low, double high) {}

    static void read(
            Path csv,
            List<String> columns,
            Predicate<String> isState,
            List<InputProblem> problems,
            Consumer<Row> each) {
        if (!Files.isRegularFile(csv)) {
            problems.add(new InputProblem(
                    csv.toString(), 0, "", "there is no such file", "the path is taken from where the program runs."));
            return;
        }
        try (InputStream in = Files.newInputStream(csv)) {
            Rows.read(csv.toString(), in, columns, false, isState, problems, each);
        } catch (IOException unreadable) {
            problems.add(new InputProblem(
                    csv.toString(), 0, "", "the file cannot be read", String.valueOf(unreadable.getMessage())));
        }
    }

    static List<YearTable.Cell> states(
            List<Path> files, Bounds bounds, Predicate<String> isState, List<InputProblem> problems) {
        var cells = new ArrayList<YearTable.Cell>();
        for (Path csv : files) {
            var seen = new HashMap<String, Integer>();
            read(csv, List.of("iso3", "year", "value"), isState, problems, row -> {
                var cell = new YearTable.Cell(
                        row.state("iso3"), row.year("year"), row.number("value", bounds.low(), bounds.high()));
                once(row, seen, cell.iso3() + " " + cell.year());
                cells.add(cell);
            });
        }
        return List.copyOf(cells);
    }

    static List<PairTable.Cell> pairs(
            List<Path> files, Bounds bounds, Predicate<String> isState, List<InputProblem> problems) {
        var cells = new ArrayList<PairTable.Cell>();
        for (Path csv : files) {
            var seen = new HashMap<String, Integer>();
            read(csv, List.of("iso3_a", "iso3_b", "year", "value"), isState, problems, row -> {
                var cell = new PairTable.Cell(
                        row.first(), row.second(), row.year("year"), row.number("value", bounds.low(), bounds.high()));
                once(row, seen, cell.a() + " and " + cell.b() + " " + cell.year());
                cells.add(cell);
            });
        }
        return List.copyOf(cells);
    }

    private static void once(Row row, Map<String, Integer> seen, String key) {
        @Nullable Integer before = seen.putIfAbsent(key, row.line());
        if (before != null) {
            row.problem("year", "line " + before + " already gives " + key, "keep one of the two.");
        }
    }
}
