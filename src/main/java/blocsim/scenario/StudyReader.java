package blocsim.scenario;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import blocsim.input.JsonText;
import blocsim.input.Nearest;
import blocsim.input.Quote;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads study files, with every problem in them and in their scenario at once. */
public final class StudyReader {
    /** The columns that every study's table has; no factor or output takes their names. */
    public static final List<String> OWN_COLUMNS = List.of(
            "design_point", "replicate", "seed", "status", "cause", "rerun", "started", "finished", "duration_ms");

    /** Where a scenario names tables that replace the panel's. */
    private static final String PANEL = "/panel";

    private static final int LEVELS = 5;
    private static final int MORRIS_LEVELS = 4;
    private static final int REPLICATES = 100;
    private static final int MOST_REPLICATES = 10_000;
    private static final int MOST_FACTORS = 200;
    private static final double MOST_POINTS = 1e9;
    private static final int MOST_LISTED = 1_000_000;
    private static final int MOST_STRATA = 1_000_000;

    private final Path file;
    private final Problems problems = new Problems();

    private StudyReader(Path file) {
        this.file = file;
    }

    /**
     * Whether a file is a study of runs: it has a design or outputs, and no horizon. What cannot be read is none.
     *
     * @param file JSON or YAML
     */
    public static boolean isStudy(Path file) {
        try {
            return JsonSource.read(file) instanceof JsonSource.Members tree
                    && (tree.get("design") != null || tree.get("outputs") != null)
                    && tree.get("horizon") == null;
        } catch (InputException unreadable) {
            return false;
        }
    }

    /**
     * Reads a study with its scenario.
     *
     * @param file JSON, or YAML by its ending
     * @throws InputException with every problem in the study and its scenario
     */
    public static Study read(Path file) throws InputException {
        return new StudyReader(file).read();
    }

    private Study read() throws InputException {
        var read = JsonSource.read(file);
        Shape.check(StudyKeys.ROOT, read, problems);
        if (!(read instanceof JsonSource.Members tree)) {
            problems.throwIfAny();
            throw new IllegalStateException("a tree that is no object has a problem");
        }
        var scenario = scenario(tree);
        var factors = factors(tree);
        var outputs = outputs(tree);
        names(tree);
        var design = design(tree, factors);
        List<List<Level>> listed =
                design instanceof StudyDesign.Listed list ? listed(list.file(), tree, factors) : List.of();
        var until = until(tree, outputs);
        if (scenario != null) {
            fit(scenario, factors, outputs, tree);
        }
        problems.throwIfAny();
        var name = Tree.text(tree, "name", Extended.nameOf(file));
        var seed = Tree.number(tree, "seed");
        var varied = Objects.requireNonNull(scenario);
        return new Study(
                file,
                name,
                Tree.text(tree, "title", name),
                Tree.text(tree, "description", ""),
                varied,
                seed == null ? varied.seed() : seed.longValueExact(),
                factors,
                Objects.requireNonNull(design),
                listed,
                Tree.count(tree, "replicates", REPLICATES),
                until,
                outputs,
                tree);
    }

    private @Nullable Scenario scenario(JsonSource.Members tree) {
        if (!(tree.get("scenario") instanceof JsonSource.Text text)) {
            return null;
        }
        try {
            for (var ending : List.of("", ".json", ".yaml", ".yml")) {
                var path = file.resolveSibling(text.text() + ending).normalize();
                if (Files.isRegularFile(path)) {
                    return new ScenarioReader().read(path, List.of());
                }
            }
            problems.at(
                    text,
                    "there is no scenario " + Quote.of(text.text()) + " beside this file",
                    "Give a path from this file, such as \"../belarus-sco\".");
        } catch (InvalidPathException unusable) {
            problems.at(text, Quote.of(text.text()) + " is no path", "Give a path such as \"../belarus-sco\".");
        } catch (InputException wrong) {
            problems.addAll(wrong.problems());
        }
        return null;
    }

    private List<Factor> factors(JsonSource.Members tree) {
        var factors = new ArrayList<Factor>();
        Tree.objects(tree, "factors").forEach((name, json) -> {
            var spread = spread(json);
            var pointer = Tree.text(json, "pointer", "");
            if (spread != null && !pointer.isEmpty()) {
                factors.add(new Factor(
                        name,
                        pointer,
                        spread,
                        Tree.count(json, "levels", LEVELS),
                        Tree.text(json, "meaning", pointer),
                        Tree.text(json, "unit", "")));
            }
        });
        if (Tree.object(tree, "factors").members().size() > MOST_FACTORS) {
            problems.at(
                    Tree.object(tree, "factors"),
                    "there are more than " + MOST_FACTORS + " factors",
                    "Screen fewer at a time.");
        }
        return factors;
    }

    private @Nullable Spread spread(JsonSource.Members json) {
        double low = Tree.number(json, "low", Double.NaN);
        double high = Tree.number(json, "high", Double.NaN);
        if (low >= high) {
            problems.at(
                    Objects.requireNonNull(json.get("low")),
                    "the least value is not below the greatest",
                    "Give a \"low\" below " + Numbers.plain(high) + ".");
            return null;
        }
        double sd = Tree.number(json, "sd", Double.NaN);
        @Nullable Spread spread = switch (Tree.text(json, "type", "")) {
            case "range" -> new Spread.Range(low, high, false);
            case "log-range" -> logRange(json, low, high);
            case "integers" -> integers(json, low, high);
            case "list" -> values(json);
            case "normal" -> new Spread.Gauss(Tree.number(json, "mean", Double.NaN), sd);
            case "log-normal" -> new Spread.LogNormal(Tree.number(json, "median", Double.NaN), sd);
            case "beta" ->
                new Spread.Beta(
                        Tree.number(json, "alpha", Double.NaN), Tree.number(json, "beta", Double.NaN), low, high);
            case "triangular" -> triangle(json, low, high);
            default -> null;
        };
        return whole(json) ? spread : null;
    }

    /** Whether every number that its type of spread needs is there. */
    private static boolean whole(JsonSource.Members json) {
        var type = Tree.text(json, "type", "");
        return StudyKeys.all().stream()
                .filter(key -> key.parent().equals("/factors/{factor}"))
                .filter(key -> key.kind() == Kind.NUMBER && key.types().contains(type))
                .allMatch(key -> json.get(key.name()) instanceof JsonSource.Numeral);
    }

    private @Nullable Spread logRange(JsonSource.Members json, double low, double high) {
        if (!(json.get("low") instanceof JsonSource.Numeral)) {
            return null;
        }
        if (low <= 0) {
            problems.at(
                    Objects.requireNonNull(json.get("low")),
                    "a range on the log scale cannot begin at " + Numbers.plain(low),
                    "Give a \"low\" above 0.");
            return null;
        }
        return new Spread.Range(low, high, true);
    }

    private @Nullable Spread integers(JsonSource.Members json, double low, double high) {
        for (String key : List.of("low", "high")) {
            if (json.get(key) instanceof JsonSource.Numeral number
                    && (!number.whole() || Math.abs(number.value()) > 1e9)) {
                problems.at(number, number.described() + " is no whole number up to a thousand million", "Give one.");
                return null;
            }
        }
        return new Spread.Integers((long) low, (long) high);
    }

    private @Nullable Spread triangle(JsonSource.Members json, double low, double high) {
        double mode = Tree.number(json, "mode", Double.NaN);
        if (mode < low || mode > high) {
            problems.at(
                    Objects.requireNonNull(json.get("mode")),
                    "the most likely value lies outside",
                    "Give one from " + Numbers.plain(low) + " to " + Numbers.plain(high) + ".");
            return null;
        }
        return new Spread.Triangle(low, mode, high);
    }

    private @Nullable Spread values(JsonSource.Members json) {
        var levels = new ArrayList<Level>();
        if (json.get("values") instanceof JsonSource.Members labelled) {
            labelled.members().forEach((label, value) -> {
                named(label, value);
                levels.add(new Level(label, value));
            });
            return new Spread.Values(levels, ColumnType.TEXT);
        }
        var type = ColumnType.TEXT;
        for (var item : Tree.items(json, "values")) {
            if (item instanceof JsonSource.Numeral number) {
                levels.add(new Level(number.value(), number));
                type = ColumnType.NUMBER;
            } else if (item instanceof JsonSource.Text text) {
                named(text.text(), text);
                levels.add(new Level(text.text(), text));
            }
        }
        return levels.isEmpty() ? null : new Spread.Values(levels, type);
    }

    /** An empty text in a table of results could not be told from a missing value. */
    private void named(String label, JsonSource value) {
        if (label.isBlank()) {
            problems.at(value, "the value has an empty label", "Give it a name that can stand in a table.");
        }
    }

    private List<Output> outputs(JsonSource.Members tree) {
        var outputs = new ArrayList<Output>();
        Tree.objects(tree, "outputs").forEach((name, json) -> {
            var measure = measure(json);
            if (measure != null) {
                outputs.add(new Output(name, measure, Tree.text(json, "meaning", measure.told())));
            }
        });
        return outputs;
    }

    private @Nullable Measure measure(JsonSource.Members json) {
        var type = Tree.text(json, "type", "");
        var bloc = Tree.text(json, "bloc", "");
        var state = Tree.text(json, "state");
        var status = Tree.text(json, "status", "");
        var date = Tree.day(json, "date");
        boolean alone = List.of("first-date", "reached", "status", "first-objector", "years-at")
                .contains(type);
        if (alone && state == null) {
            if (json.get("state") == null) {
                problems.missing(json, "state", "the key \"state\" is missing", "Give the code of a state.");
            }
            return null;
        }
        return switch (type) {
            case "first-date" -> new Measure.FirstDate(bloc, Objects.requireNonNull(state), status);
            case "reached" ->
                date == null ? null : new Measure.Reached(bloc, Objects.requireNonNull(state), status, date);
            case "status" -> date == null ? null : new Measure.StatusOn(bloc, Objects.requireNonNull(state), date);
            case "size" -> date == null ? null : new Measure.Size(bloc, status, date);
            case "first-objector" -> new Measure.FirstObjector(bloc, Objects.requireNonNull(state));
            case "years-at" -> new Measure.YearsAt(bloc, Objects.requireNonNull(state), status);
            case "requests", "stops", "approvals" ->
                new Measure.Count(Measure.Count.Kind.valueOf(type.toUpperCase(Locale.ROOT)), bloc, state);
            default -> null;
        };
    }

    private void names(JsonSource.Members tree) {
        var taken = new LinkedHashSet<>(OWN_COLUMNS);
        for (var table : List.of("factors", "outputs")) {
            Tree.object(tree, table).members().forEach((name, json) -> {
                if (!taken.add(name)) {
                    problems.at(
                            json,
                            "there is another column " + Quote.of(name) + " in the table of runs",
                            "Give each factor and output a name of its own, and none of "
                                    + String.join(", ", OWN_COLUMNS) + ".");
                }
            });
            if (tree.get(table) instanceof JsonSource.Members empty
                    && empty.members().isEmpty()) {
                problems.at(empty, "there are no " + table, "Give at least one.");
            }
        }
    }

    private @Nullable StudyDesign design(JsonSource.Members tree, List<Factor> factors) {
        var json = Tree.object(tree, "design");
        switch (Tree.text(json, "type", "")) {
            case "factorial" -> {
                double points = 1;
                for (var factor : factors) {
                    points *= factor.gridSize();
                }
                few(json, points);
                return new StudyDesign.Factorial();
            }
            case "latin-hypercube" -> {
                int points = Tree.count(json, "points", 1);
                if (points > MOST_STRATA) {
                    problems.at(
                            Objects.requireNonNull(json.get("points")),
                            "a Latin hypercube of more than a million points is no better than a sequence",
                            "Give fewer points, or the type \"sobol\".");
                }
                return new StudyDesign.LatinHypercube(points);
            }
            case "sobol" -> {
                return new StudyDesign.Sobol(Tree.count(json, "points", 1));
            }
            case "saltelli" -> {
                int rows = Tree.count(json, "baseRows", 1);
                few(json, rows * (factors.size() + 2.0));
                return new StudyDesign.Saltelli(rows);
            }
            case "morris" -> {
                int levels = Tree.count(json, "levels", MORRIS_LEVELS);
                if (levels % 2 != 0) {
                    problems.at(
                            Objects.requireNonNull(json.get("levels")),
                            "the number of levels is odd",
                            "Give an even one, such as 4: a step is half of them.");
                }
                int trajectories = Tree.count(json, "trajectories", 1);
                few(json, trajectories * (factors.size() + 1.0));
                return new StudyDesign.Morris(trajectories, levels);
            }
            case "list" -> {
                return json.get("file") instanceof JsonSource.Text path
                        ? new StudyDesign.Listed(Consistency.beside(file, path))
                        : null;
            }
            default -> {
                return null;
            }
        }
    }

    private void few(JsonSource design, double points) {
        if (points > MOST_POINTS) {
            problems.at(
                    design,
                    "there would be more than a thousand million design points",
                    "Give fewer factors, levels or rows, or another design.");
        }
    }

    private @Nullable Until until(JsonSource.Members tree, List<Output> outputs) {
        if (!(tree.get("until") instanceof JsonSource.Members json)
                || !(json.get("output") instanceof JsonSource.Text name)) {
            return null;
        }
        var numbers = outputs.stream()
                .filter(output -> output.measure().type() == ColumnType.WHOLE
                        || output.measure().type() == ColumnType.NUMBER)
                .map(Output::name)
                .toList();
        if (!numbers.contains(name.text())) {
            problems.at(
                    name,
                    "there is no output " + Quote.of(name.text()) + " that is a number",
                    Nearest.hint(name.text(), numbers)
                            + (numbers.isEmpty()
                                    ? "Add one, such as one of type \"reached\"."
                                    : "Give one of " + String.join(", ", numbers) + "."));
        }
        return new Until(name.text(), Tree.number(json, "halfWidth", 1), Tree.count(json, "most", MOST_REPLICATES));
    }

    /** The rows of a list of design points. */
    private List<List<Level>> listed(Path csv, JsonSource.Members tree, List<Factor> factors) {
        var rows = new ArrayList<List<Level>>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (var row : reader) {
                if (rows.isEmpty()) {
                    for (var factor : factors) {
                        if (!row.getHeader().contains(factor.name())) {
                            problems.add(new InputProblem(
                                    csv.toString(),
                                    1,
                                    factor.name(),
                                    "there is no such column",
                                    "Give each factor of the study a column of its name."));
                            return List.of();
                        }
                    }
                }
                if (rows.size() >= MOST_LISTED) {
                    problems.add(new InputProblem(
                            csv.toString(), 0, "", "has more than a million rows", "Split it into several studies."));
                    return List.of();
                }
                rows.add(row(csv, row, factors));
            }
        } catch (IOException | RuntimeException unreadable) {
            problems.at(
                    Objects.requireNonNullElse(tree.at("/design/file"), tree),
                    "cannot read " + csv + " as CSV",
                    "Check the name, and that it has a header and rows of equal length.");
            return List.of();
        }
        if (rows.isEmpty()) {
            problems.add(new InputProblem(csv.toString(), 0, "", "has no rows", "Give each design point one."));
        }
        return rows;
    }

    private List<Level> row(Path csv, NamedCsvRecord row, List<Factor> factors) {
        var levels = new ArrayList<Level>();
        for (var factor : factors) {
            var text = row.getField(factor.name());
            var level = listed(factor, text);
            if (level == null) {
                problems.add(new InputProblem(
                        csv.toString(),
                        (int) row.getStartingLineNumber(),
                        factor.name(),
                        Quote.of(text) + " is no value of this factor",
                        factor.spread() instanceof Spread.Values values
                                ? "Give one of "
                                        + String.join(
                                                ", ",
                                                values.levels().stream()
                                                        .map(each -> String.valueOf(each.cell()))
                                                        .toList())
                                        + "."
                                : "Give a number, within its range if it has one."));
            } else {
                levels.add(level);
            }
        }
        return List.copyOf(levels);
    }

    private static @Nullable Level listed(Factor factor, String text) {
        if (factor.type() == ColumnType.TEXT) {
            return ((Spread.Values) factor.spread())
                    .levels().stream()
                            .filter(level -> level.cell().equals(text))
                            .findFirst()
                            .orElse(null);
        }
        try {
            var exact = new BigDecimal(text);
            double value = exact.doubleValue() + 0.0;
            if (!Double.isFinite(value)) {
                return null;
            }
            if (factor.spread() instanceof Spread.Values values) {
                return values.levels().stream()
                        .filter(level -> level.cell().equals(value))
                        .findFirst()
                        .orElse(null);
            }
            if (factor.spread() instanceof Spread.Integers whole) {
                long integer = exact.longValueExact();
                return integer < whole.low() || integer > whole.high() ? null : factor.whole(integer);
            }
            if (factor.spread() instanceof Spread.Range range && (value < range.low() || value > range.high())) {
                return null;
            }
            return factor.number(value);
        } catch (ArithmeticException | NumberFormatException wrong) {
            return null;
        }
    }

    /** Whether factors and outputs fit the scenario. */
    private void fit(Scenario scenario, List<Factor> factors, List<Output> outputs, JsonSource.Members tree) {
        for (var factor : factors) {
            for (var level : factor.extremes()) {
                try {
                    scenario.with(List.of(factor.set(level)));
                } catch (InputException wrong) {
                    var first = wrong.problems().get(0);
                    problems.at(
                            Objects.requireNonNullElse(tree.at("/factors/" + factor.name() + "/pointer"), tree),
                            "the scenario is not valid with " + Quote.of(cell(level)) + " here: " + first.pointer()
                                    + ": " + first.what(),
                            first.remedy());
                    break;
                }
            }
        }
        for (var output : outputs) {
            fit(scenario, output, Tree.object(Tree.object(tree, "outputs"), output.name()));
        }
    }

    private static String cell(Level level) {
        return level.value() instanceof JsonSource.Numeral
                ? JsonText.canonical(level.value())
                : String.valueOf(level.cell());
    }

    private void fit(Scenario scenario, Output output, JsonSource.Members json) {
        var bloc = scenario.blocs().get(output.measure().bloc());
        known(json, "bloc", scenario.blocs().keySet(), "the scenario");
        known(json, "state", scenario.states().keySet(), "the scenario");
        if (bloc != null) {
            known(
                    json,
                    "status",
                    bloc.ladder().rungs().stream().map(rung -> rung.id()).toList(),
                    "the bloc");
        }
        LocalDate day = Tree.day(json, "date");
        if (day != null
                && (day.isBefore(scenario.horizon().start())
                        || day.isAfter(scenario.horizon().end()))) {
            problems.at(
                    Objects.requireNonNull(json.get("date")),
                    day + " lies outside the horizon",
                    "Give a day from " + scenario.horizon().start() + " to "
                            + scenario.horizon().end() + ".");
        }
    }

    private void known(JsonSource.Members json, String key, Collection<String> known, String where) {
        if (json.get(key) instanceof JsonSource.Text text && !known.contains(text.text())) {
            problems.at(
                    text,
                    where + " has no " + key + " " + Quote.of(text.text()),
                    Nearest.hint(text.text(), known) + "Give one of its own.");
        }
    }

    /**
     * The files that a study is read from: its own, its list of design points, and those of its scenario, with tables and what-ifs.
     *
     * @throws InputException if a factor's value, a table of its own, has become unusable since the study was read
     */
    public static List<Path> files(Study study) throws InputException {
        var files = new LinkedHashSet<Path>();
        files.add(study.file());
        if (study.design() instanceof StudyDesign.Listed list) {
            files.add(list.file());
        }
        files.addAll(Extended.files(study.scenario().file()));
        files.addAll(study.scenario().panel().values());
        study.scenario().whatIfs().forEach(whatIf -> files.add(whatIf.file()));
        for (var factor : study.factors()) {
            if (factor.pointer().startsWith(PANEL)) {
                for (var level : factor.extremes()) {
                    files.addAll(study.scenario()
                            .with(List.of(factor.set(level)))
                            .panel()
                            .values());
                }
            }
        }
        return List.copyOf(files);
    }

    /**
     * The SHA-256 of the tables by which a study replaces the panel's, by table; those that a factor puts in place also by its value.
     *
     * @throws InputException if a factor's value, a table of its own, has become unusable since the study was read
     * @throws IOException if a table cannot be read
     */
    public static Map<String, String> tables(Study study) throws InputException, IOException {
        var digests = new TreeMap<String, String>();
        tables(study.scenario(), "", digests);
        for (var factor : study.factors()) {
            if (factor.pointer().startsWith(PANEL)) {
                for (var level : factor.extremes()) {
                    tables(
                            study.scenario().with(List.of(factor.set(level))),
                            " with " + factor.name() + " = " + cell(level),
                            digests);
                }
            }
        }
        return digests;
    }

    private static void tables(Scenario scenario, String with, Map<String, String> digests) throws IOException {
        for (var entry : scenario.panel().entrySet()) {
            digests.put(entry.getKey() + with, JsonText.sha256(Files.readString(entry.getValue())));
        }
    }
}
