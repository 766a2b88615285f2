package blocsim;

import blocsim.DocsTest.Said;
import blocsim.input.InputException;
import blocsim.input.JsonSource;
import blocsim.report.Estimate;
import blocsim.report.Numbers;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The figures that the text of a lesson names, each with the command that gives it.
 *
 * <p>A page defines them. Under a heading {@code ### `./blocsim COMMAND`} each row of a table is a figure: its name, its value, how it
 * is written (percent, points, decimal, day, month, year or verdict), and where it stands: a JSON pointer into what the command says,
 * or a file of the project or of the command's results, what the row has to hold ({@code column=value}) and the column, or three, of
 * which the others are the ends of its interval; a verdict says in words whether that leaves out 0. In place of a column
 * {@code share of runs} is the share of the replicates that have such a row; {@code column<value} compares in the order of text, as fits dates. A table of
 * {@code sentence | `figure` < `figure or number`} says what the text takes for granted. Elsewhere a figure stands between
 * {@code <!-- figure: NAME -->} and {@code <!-- /figure -->}.
 */
final class LessonFigures {
    private static final String COMMAND = "### `./blocsim ";
    private static final Pattern ROW = Pattern.compile(
            "\\| `([a-z][a-z0-9-]*)` \\| (.*) \\| (percent|points|decimal|day|month|year|verdict) \\| (.*) \\|");
    private static final Pattern CLAIM =
            Pattern.compile("\\| (.*) \\| `([a-z][a-z0-9-]*)` ([<>]) `([a-z][a-z0-9-]*|-?[0-9.]+)` \\|");
    private static final Pattern SPAN =
            Pattern.compile("<!-- figure: ([a-z0-9-]+) -->(.*?)<!-- /figure -->", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CONDITION = Pattern.compile("([a-z_0-9]+)([=<])(.*)");
    private static final String SHARE = "share of runs";

    /** A value as a reader sees it and as a number; a date's number is its day since 1970. */
    private record Figure(String shown, double value) {}

    private final Map<String, Figure> figures;

    private LessonFigures(Map<String, Figure> figures) {
        this.figures = figures;
    }

    /** Works out the figures that a page defines. */
    static LessonFigures read(String page, Function<String, Said> program) {
        var figures = new TreeMap<String, Figure>();
        var command = "";
        for (String line : page.lines().toList()) {
            if (line.startsWith(COMMAND)) {
                command = line.substring(COMMAND.length(), line.length() - 1);
            }
            var row = ROW.matcher(line);
            if (row.matches()) {
                var places = CODE.matcher(row.group(4))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                var figure = figure(found(places, command, program), row.group(3));
                if (figures.put(row.group(1), figure) != null) {
                    throw new AssertionError("two figures are called " + row.group(1));
                }
            }
        }
        return new LessonFigures(figures);
    }

    /** The page that defines the figures, with their values. */
    String tables(String page) {
        return lines(page)
                .map(line -> {
                    var row = ROW.matcher(line.stripTrailing());
                    return row.matches()
                            ? line.substring(0, row.start(2))
                                    + figure(row.group(1)).shown()
                                    + line.substring(row.end(2))
                            : line;
                })
                .reduce("", String::concat);
    }

    /** A page that names figures, with their values. */
    String spans(String page) {
        lines(page).filter(line -> line.strip().startsWith("<!-- figure")).forEach(line -> {
            throw new AssertionError("a figure begins a line, which Markdown takes for HTML: " + line);
        });
        return SPAN.matcher(page)
                .replaceAll(span -> Matcher.quoteReplacement("<!-- figure: " + span.group(1) + " -->"
                        + figure(span.group(1)).shown() + "<!-- /figure -->"));
    }

    /** Sentences that the figures no longer bear out, with the figures. */
    List<String> broken(String page) {
        var broken = new ArrayList<String>();
        int claims = 0;
        for (String line : page.lines().toList()) {
            var claim = CLAIM.matcher(line);
            if (!claim.matches() && line.matches(".*` [<>=]+ `.*")) {
                broken.add("cannot be read: " + line);
            }
            if (claim.matches()) {
                claims++;
                double left = figure(claim.group(2)).value();
                double right = Character.isLetter(claim.group(4).charAt(0))
                        ? figure(claim.group(4)).value()
                        : Double.parseDouble(claim.group(4));
                if (!(claim.group(3).equals("<") ? left < right : left > right)) {
                    broken.add(claim.group(1) + " (" + left + " against " + right + ")");
                }
            }
        }
        if (claims == 0) {
            broken.add("the page says nothing of what its text takes for granted");
        }
        return broken;
    }

    /** Names of figures that neither the text nor a sentence of the page uses. */
    List<String> unused(String text, String page) {
        var claims = String.join(
                "\n", page.lines().filter(line -> CLAIM.matcher(line).matches()).toList());
        return figures.keySet().stream()
                .filter(name -> !text.contains("<!-- figure: " + name + " -->") && !claims.contains("`" + name + "`"))
                .toList();
    }

    private Figure figure(String name) {
        var figure = figures.get(name);
        if (figure == null) {
            throw new AssertionError("no figure is called " + name);
        }
        return figure;
    }

    /** @param found the value, or the value and the ends of its interval */
    private static Figure figure(List<String> found, String form) {
        if (List.of("day", "month", "year").contains(form)) {
            return date(found.get(0), form);
        }
        var numbers = found.stream().map(Double::valueOf).toList();
        double value = numbers.get(0);
        if (numbers.size() == 1) {
            return new Figure(
                    switch (form) {
                        case "percent" -> Numbers.percent(value);
                        case "points" -> Numbers.points(value);
                        default -> Numbers.decimal(value);
                    },
                    value);
        }
        var estimate = new Estimate(value, numbers.get(1), numbers.get(2));
        return switch (form) {
            case "percent" -> new Figure(Numbers.percent(estimate), value);
            case "points" -> new Figure(Numbers.points(estimate), value);
            case "verdict" -> verdict(estimate);
            default -> throw new AssertionError("no interval can be written as " + form);
        };
    }

    /** A day that half of the runs or more never reach stands empty in the tables. */
    private static Figure date(String found, String form) {
        if (found.isEmpty()) {
            return new Figure("never", Double.POSITIVE_INFINITY);
        }
        var date = LocalDate.parse(found);
        return new Figure(
                switch (form) {
                    case "day" -> Numbers.day(date);
                    case "month" -> Numbers.month(date);
                    default -> String.valueOf(date.getYear());
                },
                date.toEpochDay());
    }

    /** Its number is -1 for a clear fall, 1 for a clear rise, else 0. */
    private static Figure verdict(Estimate difference) {
        if (difference.upper() < 0) {
            return new Figure("a clear fall", -1);
        }
        return difference.lower() > 0 ? new Figure("a clear rise", 1) : new Figure("no clear change", 0);
    }

    private static List<String> found(List<String> places, String command, Function<String, Said> program) {
        try {
            var place = places.get(0);
            if (Files.exists(Path.of(place))) {
                return inTable(Path.of(place), places);
            }
            var said = program.apply(command);
            return place.startsWith("/")
                    ? List.of(inText(said.text(), place))
                    : inTable(table(said.results(), place), places);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + places, e);
        }
    }

    private static String inText(String text, String pointer) {
        try {
            if (JsonSource.parse(text, "output").at(pointer) instanceof JsonSource.Numeral number) {
                return number.exact().toPlainString();
            }
        } catch (InputException e) {
            throw new AssertionError("the output is no JSON", e);
        }
        throw new AssertionError("no number stands under " + pointer + " of " + text);
    }

    /** What the one row that fulfils every condition has in the columns named, or the share of the replicates that have such rows. */
    private static List<String> inTable(Path table, List<String> places) throws IOException {
        var conditions = places.stream()
                .skip(1)
                .map(CONDITION::matcher)
                .filter(Matcher::matches)
                .toList();
        var columns = places.stream()
                .skip(1)
                .filter(place -> !CONDITION.matcher(place).matches())
                .toList();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            var found = rows.stream()
                    .filter(row -> conditions.stream().allMatch(each -> holds(row.getField(each.group(1)), each)))
                    .toList();
            if (columns.equals(List.of(SHARE))) {
                long with = found.stream()
                        .map(row -> row.getField("replicate"))
                        .distinct()
                        .count();
                var manifest = Files.readString(table.resolveSibling("manifest.json"));
                return List.of(Double.toString(with / Double.parseDouble(inText(manifest, "/replicates"))));
            }
            if (found.size() != 1) {
                throw new AssertionError(found.size() + " rows, not one, hold " + places);
            }
            return columns.stream().map(found.get(0)::getField).toList();
        }
    }

    private static boolean holds(String field, Matcher condition) {
        return condition.group(2).equals("=")
                ? field.equals(condition.group(3))
                : field.compareTo(condition.group(3)) < 0;
    }

    private static Path table(Path results, String name) throws IOException {
        try (Stream<Path> files = Files.walk(results)) {
            return files.filter(file -> file.endsWith(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no results are in " + name));
        }
    }

    private static Stream<String> lines(String page) {
        return Pattern.compile("(?<=\n)").splitAsStream(page);
    }
}
