package blocsim.panel;

import blocsim.input.InputProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A table of the panel whose rows are records, read when first asked for.
 *
 * @param <T> the record
 */
final class RecordTable<T> {
    private final String name;
    private final List<String> columns;
    private final Function<Row, T> reader;
    private final Lazy<List<T>> rows;

    private RecordTable(String name, List<String> columns, Function<Row, T> reader, Lazy<List<T>> rows) {
        this.name = name;
        this.columns = columns;
        this.reader = reader;
        this.rows = rows;
    }

    static <T> RecordTable<T> of(String name, String[] columns, Function<Row, T> reader, Tables tables) {
        List<String> header = List.of(columns);
        return new RecordTable<>(name, header, reader, new Lazy<>(() -> shipped(name, header, reader, tables)));
    }

    private static <T> List<T> shipped(String name, List<String> columns, Function<Row, T> reader, Tables tables) {
        var problems = new ArrayList<InputProblem>();
        var all = new ArrayList<T>();
        try {
            Rows.read(
                    name, tables.open(name), columns, false, code -> true, problems, row -> all.add(reader.apply(row)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("a table of the panel is broken: " + problems);
        }
        return List.copyOf(all);
    }

    /** All rows in the order of the table; what users added comes last. */
    List<T> rows() {
        return rows.get();
    }

    /** This table with the rows of the overrides that name it; their problems are noted. */
    RecordTable<T> with(List<PanelOverride> overrides, Predicate<String> isState, List<InputProblem> problems) {
        var more = new ArrayList<T>();
        for (PanelOverride override : overrides) {
            if (override.table().equals(name)) {
                Path csv = override.csv();
                OverrideFiles.read(csv, columns, isState, problems, row -> more.add(reader.apply(row)));
            }
        }
        if (more.isEmpty()) {
            return this;
        }
        return new RecordTable<>(name, columns, reader, new Lazy<>(() -> {
            var all = new ArrayList<>(rows.get());
            all.addAll(more);
            return List.copyOf(all);
        }));
    }
}
