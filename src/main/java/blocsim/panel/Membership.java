package blocsim.panel;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.Nearest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a state was in an organisation in a year, by a user's own file.
 *
 * @param year the year
 * @param organisation code of the organisation
 * @param iso3 code of the state
 * @param level how it belonged
 */
public record Membership(int year, String organisation, String iso3, Level level) {
    private static final List<String> COLUMNS = List.of("year", "igo", "iso3", "status");
    private static final String CODE = "[A-Z][A-Za-z0-9-]{0,15}";
    private static final int GZIP = 0x1f8b;
    private static final int FEWEST_YEARS = 2;

    /** How a state belongs to an organisation, with the codes of the Correlates of War (Pevehouse and others 2020). */
    public enum Level {
        /** A full member. */
        FULL("1"),
        /** An associate. */
        ASSOCIATE("2"),
        /** An observer. */
        OBSERVER("3"),
        /** Not known. */
        UNKNOWN("-9");

        private final String code;

        Level(String code) {
            this.code = code;
        }
    }

    /**
     * Reads a file with the columns {@code year,igo,iso3,status}, plain or packed by gzip. Who has no row in a year does not belong.
     *
     * @param csv the file
     * @param panel that knows the states
     * @return in the order of the file
     * @throws InputException with every problem in it
     */
    public static List<Membership> read(Path csv, Panel panel) throws InputException {
        var problems = new ArrayList<InputProblem>();
        var rows = new ArrayList<Membership>();
        if (!Files.isRegularFile(csv)) {
            problems.add(file(csv, "there is no such file", "Name a CSV file with the columns " + columns() + "."));
            throw new InputException(problems);
        }
        var seen = new HashMap<String, Integer>();
        try (InputStream in = unpacked(csv)) {
            Rows.read(
                    csv.toString(),
                    in,
                    COLUMNS,
                    false,
                    code -> panel.country(code).isPresent(),
                    problems,
                    row -> rows.add(of(row, panel, seen)));
        } catch (IOException unreadable) {
            problems.add(file(
                    csv,
                    "the file cannot be read (" + unreadable.getMessage() + ")",
                    "Give CSV in UTF-8, plain or packed by gzip."));
        }
        if (problems.isEmpty()) {
            checkYears(csv, rows, problems);
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return List.copyOf(rows);
    }

    private static InputStream unpacked(Path csv) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(csv));
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP ? new GZIPInputStream(in) : in;
    }

    private static Membership of(Row row, Panel panel, HashMap<String, Integer> seen) {
        int year = row.year("year");
        String organisation = row.code("igo");
        if (!organisation.isEmpty() && !organisation.matches(CODE)) {
            row.problem(
                    "igo",
                    "\"" + organisation + "\" is not a code",
                    "Write a capital letter, then letters, digits or hyphens, at most 16.");
        }
        String iso3 = row.code("iso3");
        if (!iso3.isEmpty() && panel.country(iso3).isEmpty()) {
            var codes = panel.countries().stream().map(Country::iso3).toList();
            row.problem(
                    "iso3",
                    "no state has the code \"" + iso3 + "\"",
                    Nearest.hint(iso3, codes) + "Codes are ISO 3166-1 alpha-3, Kosovo XKX.");
        }
        String status = row.text("status");
        Level level = null;
        for (Level one : Level.values()) {
            level = one.code.equals(status) ? one : level;
        }
        if (level == null) {
            row.problem(
                    "status",
                    "\"" + status + "\" is no status",
                    "Give 1 (full), 2 (associate), 3 (observer) or -9 (not known), and no row for who does not belong.");
        }
        String key = organisation + " " + iso3 + " " + year;
        @Nullable Integer before = seen.putIfAbsent(key, row.line());
        if (before != null) {
            row.problem("year", "line " + before + " already gives " + key, "Keep one of the two.");
        }
        return new Membership(year, organisation, iso3, level == null ? Level.UNKNOWN : level);
    }

    private static void checkYears(Path csv, List<Membership> rows, List<InputProblem> problems) {
        var counts = new TreeMap<Integer, Integer>();
        rows.forEach(row -> counts.merge(row.year, 1, Integer::sum));
        if (counts.size() < FEWEST_YEARS) {
            problems.add(
                    file(csv, "the file has " + counts.size() + " years", "Give two at least, to see who joined."));
            return;
        }
        var missing = new TreeSet<Integer>();
        for (int year = counts.firstKey(); year <= counts.lastKey(); year++) {
            if (!counts.containsKey(year)) {
                missing.add(year);
            }
        }
        if (!missing.isEmpty()) {
            problems.add(file(
                    csv,
                    "no row is of the years " + missing,
                    "Give every year from the first to the last, or cut the file."));
        }
    }

    private static String columns() {
        return String.join(",", COLUMNS);
    }

    private static InputProblem file(Path csv, String what, String remedy) {
        return new InputProblem(csv.toString(), 0, "", what, remedy);
    }
}
