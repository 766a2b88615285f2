package blocsim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.cli.Main;
import blocsim.input.InputException;
import blocsim.model.Parameter;
import blocsim.report.CalibrationResults;
import blocsim.report.ComparisonResults;
import blocsim.report.DiscoveryResults;
import blocsim.report.ForecastTables;
import blocsim.report.InputTables;
import blocsim.report.ResultTable;
import blocsim.report.RunResults;
import blocsim.report.SensitivityResults;
import blocsim.scenario.Bibliography;
import blocsim.scenario.ScenarioReader;
import blocsim.scenario.StudyKeys;
import blocsim.scenario.Work;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages show is what the program does; {@code mvn test -Dtest=DocsTest -Dupdate=true} writes it anew.
 *
 * <p>A {@code console} block is run line by line, and what it shows under {@code $} compared. A block under a {@code file}
 * comment is that file. Between {@code generated} comments stand tables written out of the code. Figures in the text of a
 * lesson stand between {@code figure} comments ({@link LessonFigures}).
 */
class DocsTest {
    private static final Path SITE = Path.of("src", "site", "markdown");
    private static final Pattern CONSOLE = Pattern.compile("(?<=\n```console\n).*?(?=```\n)", Pattern.DOTALL);
    private static final Pattern QUOTED =
            Pattern.compile("(?<=<!-- file: )(\\S+)( -->\n```[a-z]+\n).*?(?=```\n)", Pattern.DOTALL);
    private static final Pattern GENERATED =
            Pattern.compile("(<!-- generated: (\\S+) -->\n).*?(?=<!-- end -->\n)", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");

    private static final List<String> DOCUMENTS = List.of("D0", "D1", "D2", "D3", "D4");
    private static final List<String> CARDS = List.of(
            "S4",
            "S5",
            "S8",
            "S9",
            "A1",
            "A2",
            "A3",
            "A5",
            "A6",
            "A8",
            "A9",
            "A12",
            "I1",
            "I2",
            "I7",
            "I8",
            "R-SCO-2002",
            "R-SCO-2006",
            "R-SCO-2010",
            "R-SCO-2014",
            "R-SCO-2015");
    private static final Path LESSON = SITE.resolve("teaching");
    private static final Path FIGURES = LESSON.resolve("figures.md");

    /** What was said already, by command: pages show the same commands, and a lesson takes its figures out of their results. */
    private static final Map<String, Said> SAID = new HashMap<>();

    @TempDir
    private static Path folder = Path.of("set by JUnit");

    static List<Path> pages() throws IOException {
        var pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
        try (Stream<Path> site = Files.walk(SITE)) {
            site.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void consoleBlocksShowWhatTheProgramSays(Path page) throws IOException {
        same(page, text -> replace(CONSOLE, text, block -> session(block.group())));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void quotedFilesAreTheFiles(Path page) throws IOException {
        same(page, text -> replace(QUOTED, text, block -> block.group(1) + block.group(2) + read(block.group(1))));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void generatedTablesAreThoseOfTheCode(Path page) throws IOException {
        same(page, text -> replace(GENERATED, text, block -> block.group(1) + generated(block.group(2))));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToFiles(Path page) throws IOException {
        LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http"))
                .forEach(link -> assertTrue(Files.exists(page.resolveSibling(link)), page + " links to " + link));
    }

    @Test
    void figuresOfTheLessonAreThoseOfTheProgram() throws IOException {
        var figures = LessonFigures.read(Files.readString(FIGURES), DocsTest::said);
        same(FIGURES, figures::tables);
        for (Path page : lesson()) {
            same(page, figures::spans);
        }
    }

    @Test
    void whatTheLessonSaysOfItsFiguresHolds() throws IOException {
        var page = Files.readString(FIGURES);
        assertEquals(List.of(), LessonFigures.read(page, DocsTest::said).broken(page));
    }

    @Test
    void everyFigureOfTheLessonIsUsed() throws IOException {
        var text = new StringBuilder();
        for (Path page : lesson()) {
            text.append(Files.readString(page));
        }
        var page = Files.readString(FIGURES);
        assertEquals(List.of(), LessonFigures.read(page, DocsTest::said).unused(text.toString(), page));
    }

    @Test
    void everyCommandStandsInTheReadme() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var commands = Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()))
                .getSubcommands()
                .keySet();
        for (String command : commands) {
            assertTrue(command.equals("help") || readme.contains("| `blocsim " + command), command);
        }
    }

    private static List<Path> lesson() throws IOException {
        return pages().stream().filter(page -> page.startsWith(LESSON)).toList();
    }

    private static void same(Path page, UnaryOperator<String> renewed) throws IOException {
        var text = Files.readString(page);
        var expected = renewed.apply(text);
        if (Boolean.getBoolean("update")) {
            Files.writeString(page, expected);
        } else {
            assertEquals(expected, text, page + " is stale: run this test with -Dupdate=true");
        }
    }

    private interface Renewal {
        String of(MatchResult found);
    }

    private static String replace(Pattern pattern, String text, Renewal renewal) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(renewal.of(found)));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError("a page quotes " + file + ", which cannot be read", e);
        }
    }

    /** What a command said, and where its results are. */
    record Said(String text, Path results) {}

    /** The block with what its commands say now. */
    private static String session(String block) {
        var now = new StringBuilder();
        for (String line : block.lines().toList()) {
            if (line.startsWith("$ ./blocsim ")) {
                now.append(line)
                        .append('\n')
                        .append(said(line.substring("$ ./blocsim ".length())).text());
            } else if (line.startsWith("$")) {
                throw new AssertionError("a console block runs something else than ./blocsim: " + line);
            }
        }
        return now.toString();
    }

    private static Said said(String command) {
        return SAID.computeIfAbsent(command, DocsTest::run);
    }

    /** Runs a command with results in a folder of its own that is thrown away, in place of {@code results/}. */
    private static Said run(String command) {
        var results = folder.resolve(String.valueOf(SAID.size()));
        var arguments = new ArrayList<String>();
        for (String argument : command.split(" ", -1)) {
            arguments.add(
                    argument.startsWith("results/")
                            ? results.resolve(argument.substring("results/".length()))
                                    .toString()
                            : argument);
        }
        if (arguments.get(0).equals("run")) {
            var name = nameOf(Path.of(arguments.get(1)));
            arguments.addAll(List.of("--out", results.resolve(name).toString()));
        }
        var told = new StringWriter();
        var writer = new PrintWriter(told);
        Main.commandLine(writer, writer).execute(arguments.toArray(String[]::new));
        return new Said(told.toString().replace(results.toString(), "results").replace("\r\n", "\n"), results);
    }

    private static String nameOf(Path scenario) {
        try {
            return new ScenarioReader().read(scenario, List.of()).name();
        } catch (InputException e) {
            throw new AssertionError("a page runs " + scenario + ", which is no valid scenario", e);
        }
    }

    private static String generated(String what) {
        return switch (what) {
            case "parameters" -> parameters();
            case "study-keys" -> studyKeys();
            case "columns" -> columns(RunResults.tables());
            case "inputs" -> columns(InputTables.tables());
            case "evidence-cards" -> evidence();
            case "documents" -> documents();
            case "comparison" -> columns(ComparisonResults.tables());
            case "calibration-columns" -> columns(CalibrationResults.tables());
            case "sensitivity-columns" -> columns(SensitivityResults.tables());
            case "discovery-columns" -> columns(DiscoveryResults.tables());
            case "forecast-columns" -> columns(ForecastTables.tables());
            default -> throw new AssertionError("no table is called " + what);
        };
    }

    private static String parameters() {
        var text = new StringBuilder("| key | symbol | default | range | unit | meaning | source |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        for (Parameter p : Parameter.values()) {
            text.append("| `%s` | %s | %s | %s to %s | %s | %s | %s |%n"
                    .formatted(
                            p.key(),
                            p.symbol(),
                            number(p.standard()),
                            number(p.least()),
                            number(p.most()),
                            p.unit(),
                            p.meaning(),
                            p.source() + " [" + String.join(", ", p.works()) + "]")
                    .replace(System.lineSeparator(), "\n"));
        }
        return text.toString();
    }

    /** The facts and rules of the lesson's cards, with the documents that they are out of and the dates of those. */
    private static String evidence() {
        var works = Bibliography.bundled();
        var text = new StringBuilder("| card | what it says | out of | written |\n|---|---|---|---|\n");
        for (String id : CARDS) {
            var card = Objects.requireNonNull(works.get(id), id);
            var documents = card.kind().equals("rule")
                    ? List.of(card)
                    : card.cites().stream()
                            .map(document -> Objects.requireNonNull(works.get(document), document))
                            .toList();
            text.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            id,
                            card.title(),
                            card.kind().equals("rule")
                                    ? "rule of the bloc"
                                    : documents.stream().map(Work::id).collect(Collectors.joining(", ")),
                            documents.stream().map(Work::date).collect(Collectors.joining(", "))));
        }
        return text.toString();
    }

    private static String documents() {
        var works = Bibliography.bundled();
        var text = new StringBuilder("| document | title | by | written | to know |\n|---|---|---|---|---|\n");
        for (String id : DOCUMENTS) {
            var work = Objects.requireNonNull(works.get(id), id);
            text.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(id, work.title(), work.author(), work.date(), work.note()));
        }
        return text.toString();
    }

    private static String studyKeys() {
        var text = new StringBuilder("| key | what stands there | meaning | default |\n|---|---|---|---|\n");
        for (var key : StudyKeys.all()) {
            String meaning =
                    key.meaning() + (key.types().isEmpty() ? "" : " (type " + String.join(", ", key.types()) + ")");
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            key.pointer(), key.expected(), meaning, key.required() ? "must be given" : key.standard()));
        }
        return text.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    private static String columns(List<ResultTable> tables) {
        var text = new StringBuilder();
        for (ResultTable table : tables) {
            text.append("\n### ").append(table.file()).append("\n\nA row is ").append(table.row());
            text.append(".\n\n| column | type | meaning |\n|---|---|---|\n");
            for (var column : table.columns()) {
                text.append("| `%s` | %s | %s |\n".formatted(column.name(), column.type(), column.meaning()));
            }
        }
        return text.append('\n').toString();
    }
}
