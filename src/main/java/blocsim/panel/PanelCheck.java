package blocsim.panel;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares the tables that stand in the project with those that published data sets give. */
public final class PanelCheck {
    /** The columns that name a row, by table; the first one or two of all others. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "alliances", List.of("iso3_a", "iso3_b", "from_year"),
            "rivalries", List.of("iso3_a", "iso3_b", "from_year"),
            "sanctions", List.of("year", "iso3"),
            "standings", List.of("bloc", "iso3", "from_date"),
            "requests", List.of("bloc", "iso3", "rung_sought", "applied_date"),
            "decisions", List.of("bloc", "iso3", "decided"),
            "rules", List.of("bloc", "from_date", "rule"));

    private PanelCheck() {}

    /**
     * A cell that differs.
     *
     * @param table name of the table
     * @param row what names the row; empty where the whole table is meant
     * @param column name of the column; empty where the whole row is meant
     * @param was what stands in the project; empty if nothing
     * @param is what the published data give; empty if nothing
     */
    public record Difference(String table, String row, String column, String was, String is) {
        @Override
        public String toString() {
            return (table + " " + row + " " + column).strip().replace("  ", " ") + ": was " + orNothing(was) + ", is "
                    + orNothing(is);
        }

        private static String orNothing(String text) {
            return text.isEmpty() ? "nothing" : text;
        }
    }

    /**
     * What differs between the tables of the project and those built from published data sets.
     *
     * @param from the folder of the published data sets
     * @throws InputException with every problem found in the folder
     * @throws IOException if a file cannot be read
     */
    public static List<Difference> differences(Path from) throws InputException, IOException {
        return differences(from, Tables.bundled());
    }

    /**
     * What differs between the tables of a folder and those built from published data sets.
     *
     * @param from the folder of the published data sets
     * @param against the folder of the tables
     * @throws InputException with every problem found in the data sets
     * @throws IOException if a file cannot be read
     */
    public static List<Difference> differences(Path from, Path against) throws InputException, IOException {
        return differences(from, Tables.in(against));
    }

    private static List<Difference> differences(Path from, Tables tables) throws InputException, IOException {
        SortedMap<String, String> built = PanelBuilder.build(from);
        var differences = new ArrayList<Difference>();
        for (String table : PanelBuilder.DERIVED) {
            String is = built.getOrDefault(table, "");
            String was = text(tables, table);
            if (was == null) {
                differences.add(new Difference(table, "", "", "", "a table"));
            } else if (!was.equals(is)) {
                compare(table, was, is, differences);
            }
        }
        return List.copyOf(differences);
    }

    private static @Nullable String text(Tables tables, String table) throws IOException {
        try (InputStream in = tables.open(table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (NoSuchFileException | java.io.FileNotFoundException missing) {
            return null;
        }
    }

    private static void compare(String table, String was, String is, List<Difference> differences)
            throws InputException, IOException {
        List<String> before = header(was);
        List<String> after = header(is);
        if (!before.equals(after)) {
            differences.add(new Difference(table, "", "", String.join(",", before), String.join(",", after)));
            return;
        }
        SortedMap<String, Map<String, String>> old = rows(table, was, before);
        SortedMap<String, Map<String, String>> now = rows(table, is, after);
        int found = differences.size();
        old.forEach((row, cells) -> {
            @Nullable Map<String, String> others = now.get(row);
            if (others == null) {
                differences.add(new Difference(table, row, "", "a row", ""));
            } else {
                for (String column : before) {
                    String left = cells.getOrDefault(column, "");
                    String right = others.getOrDefault(column, "");
                    if (!left.equals(right)) {
                        differences.add(new Difference(table, row, column, left, right));
                    }
                }
            }
        });
        now.forEach((row, cells) -> {
            if (!old.containsKey(row)) {
                differences.add(new Difference(table, row, "", "", "a row"));
            }
        });
        if (differences.size() == found) {
            differences.add(new Difference(table, "", "", "the same cells", "in another order or form"));
        }
    }

    private static List<String> header(String text) {
        int end = text.indexOf('\n');
        return List.of((end < 0 ? text : text.substring(0, end)).split(",", -1));
    }

    private static SortedMap<String, Map<String, String>> rows(String table, String text, List<String> columns)
            throws InputException, IOException {
        List<String> keys = KEYS.getOrDefault(
                table, columns.subList(0, columns.size() > 1 && columns.get(1).equals("iso3_b") ? 2 : 1));
        var rows = new TreeMap<String, Map<String, String>>();
        var problems = new ArrayList<InputProblem>();
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        Rows.read(table, in, columns, false, code -> true, problems, row -> {
            var cells = new TreeMap<String, String>();
            columns.forEach(column -> cells.put(column, row.text(column)));
            String name = String.join(" ", keys.stream().map(row::text).toList());
            String key = name;
            for (int copy = 2; rows.containsKey(key); copy++) {
                key = name + " #" + copy;
            }
            rows.put(key, cells);
        });
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return rows;
    }
}
