package blocsim.panel;

import blocsim.input.InputProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A table of the panel whose rows are records, read when first asked for.
 *
 * @param <T> the record
 */
final class RecordTable<T extends Keyed> {
    private final String name;
    private final List<String> columns;
    private final Function<Row, T> reader;
    /** Where its rows stand; null for a table of rows that were given. */
    private final @Nullable Tables tables;
    /** What users added. */
    private final List<T> more;
    /** A row as it is to be seen; nothing if it is not. */
    private final Function<T, Optional<T>> view;

    private volatile @Nullable List<T> rows;
    private volatile @Nullable Map<String, List<T>> byKey;

    private RecordTable(
            String name,
            List<String> columns,
            Function<Row, T> reader,
            @Nullable Tables tables,
            List<T> more,
            Function<T, Optional<T>> view) {
        this.name = name;
        this.columns = columns;
        this.reader = reader;
        this.tables = tables;
        this.more = more;
        this.view = view;
    }

    static <T extends Keyed> RecordTable<T> of(String name, String[] columns, Function<Row, T> reader, Tables tables) {
        return new RecordTable<>(name, List.of(columns), reader, tables, List.of(), Optional::of);
    }

    /** A table of the same name and columns with other rows, seen whole. */
    RecordTable<T> instead(List<T> other) {
        return new RecordTable<>(name, columns, reader, null, List.copyOf(other), Optional::of);
    }

    /** All rows in the order of the table; what users added comes last. */
    List<T> rows() {
        List<T> seen = rows;
        if (seen == null) {
            synchronized (this) {
                seen = rows;
                if (seen == null) {
                    seen = read();
                    rows = seen;
                }
            }
        }
        return seen;
    }

    /** The rows of a key in their order. */
    List<T> of(String key) {
        Map<String, List<T>> seen = byKey;
        if (seen == null) {
            // Two threads may both do this; they come to the same.
            var groups = new HashMap<String, List<T>>();
            for (T row : rows()) {
                groups.computeIfAbsent(row.key(), unused -> new ArrayList<>(2)).add(row);
            }
            seen = groups;
            byKey = seen;
        }
        List<T> group = seen.get(key);
        return group == null ? List.of() : Collections.unmodifiableList(group);
    }

    private List<T> read() {
        var problems = new ArrayList<InputProblem>();
        var all = new ArrayList<T>();
        if (tables != null) {
            try {
                Rows.shipped(name, tables.open(name), columns, problems, row -> all.add(reader.apply(row)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("a table of the panel is broken: " + problems);
        }
        all.addAll(more);
        return all.stream().map(view).flatMap(Optional::stream).toList();
    }

    /** This table with each row as {@code narrower} shows what this table shows. */
    RecordTable<T> seen(Function<T, Optional<T>> narrower) {
        return new RecordTable<>(
                name, columns, reader, tables, more, row -> view.apply(row).flatMap(narrower));
    }

    /** This table with the rows of the overrides that name it; their problems are noted. */
    RecordTable<T> with(List<PanelOverride> overrides, Predicate<String> isState, List<InputProblem> problems) {
        var added = new ArrayList<>(more);
        for (PanelOverride override : overrides) {
            if (override.table().equals(name)) {
                OverrideFiles.read(override.csv(), columns, isState, problems, row -> added.add(reader.apply(row)));
            }
        }
        return added.size() == more.size()
                ? this
                : new RecordTable<>(name, columns, reader, tables, List.copyOf(added), view);
    }
}
