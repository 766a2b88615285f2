package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command that sets scenarios side by side: a small world, and the same with a dispute. */
class CompareCommandTest {
    private static final String BASE = """
            {
              "name": "plain",
              "title": "A plain world",
              "focus": {"state": "BLR", "bloc": "SCO"},
              "horizon": {"start": "2001-01-01", "end": "2006-12-31"},
              "replicates": 30,
              "states": {"BLR": {}, "CHN": {}, "UZB": {}},
              "blocs": {
                "SCO": {
                  "founders": ["CHN", "UZB"],
                  "effort": -9,
                  "summits": {"usual": "06-15"},
                  "ladder": {"partner": {"height": 1}, "member": {"height": 3}},
                  "gates": {}
                }
              },
              "events": {}
            }
            """;
    private static final String DISPUTED = """
            {
              "extends": "plain.json",
              "name": "plain-disputed",
              "title": "A world with a dispute",
              "events": {
                "dispute": {
                  "type": "objection", "bloc": "SCO", "objector": "UZB", "candidate": "BLR", "from": "2001-01-01",
                  "strength": 1, "rungs": ["partner", "member"]
                }
              }
            }
            """;

    @TempDir
    private static Path folder = Path.of("set by JUnit");

    private static final StringWriter TOLD = new StringWriter();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void aComparison() throws IOException {
        Files.writeString(folder.resolve("plain.json"), BASE);
        Files.writeString(folder.resolve("disputed.json"), DISPUTED);
        var wrong = new StringWriter();
        int status = Main.commandLine(new PrintWriter(TOLD), new PrintWriter(wrong))
                .execute("compare", file("plain.json"), file("disputed.json"), "--out", file("out"), "--seed", "5");
        assertEquals(0, status, wrong::toString);
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    private String refused(String... files) {
        var arguments = new java.util.ArrayList<>(List.of("compare", "--out", file("refused")));
        arguments.addAll(List.of(files));
        int status =
                Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments.toArray(String[]::new));
        assertEquals(2, status, err::toString);
        return err.toString().stripTrailing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status_differences.csv",
                "motive_differences.csv",
                "manifest.json",
                "charts/plain/rung-probabilities.svg",
                "charts/plain/motives.png",
                "charts/plain-disputed/rung-probabilities.png",
                "charts/plain-disputed/rung-differences.svg"
            })
    void everyFileIsWritten(String name) throws IOException {
        assertTrue(Files.size(out(name)) > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status_differences.csv", "motive_differences.csv"})
    void theColumnsAreThoseOfTheDataDictionary(String table) throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/results.md"));
        String section = page.substring(page.indexOf("### " + table)).split("\n\n(?=#|<!)", 2)[0];
        var described = section.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`", 3)[1])
                .toList();
        assertEquals(String.join(",", described), Files.readAllLines(out(table)).get(0));
    }

    @Test
    void chartsAreDrawnAnewToTheSameBytes() throws IOException {
        Redrawn.same(folder.resolve("out"), out("charts"), folder.resolve("again"));
    }

    @Test
    void eachStatusAtEachYearsEndHasARow() throws IOException {
        assertEquals(
                1 + 6 * 3 * 3, Files.readAllLines(out("status_differences.csv")).size());
    }

    @Test
    void eachMotiveOfEachYearHasARow() throws IOException {
        assertEquals(
                1 + 6 * 7, Files.readAllLines(out("motive_differences.csv")).size());
    }

    @Test
    void theFirstLineSaysHowManyPairsAndWhatIsTheBase() {
        assertEquals(
                "30 pairs of runs; the base is A plain world",
                TOLD.toString().lines().findFirst().orElse(""));
    }

    @Test
    void theObjectorOfTheDisputeIsNamed() {
        assertTrue(
                TOLD.toString().contains("The objector that differs most is UZB: first to object in +"),
                TOLD::toString);
    }

    @Test
    void theLastLineSaysWhereTheTablesAre() {
        assertTrue(TOLD.toString().endsWith("Tables and charts: " + file("out") + "\n"), TOLD::toString);
    }

    @Test
    void theManifestTellsTheCommandThatMakesItAgain() throws IOException {
        String manifest = Files.readString(out("manifest.json"));
        assertTrue(manifest.contains("--replicates 30 --seed 5\""), manifest);
    }

    @Test
    void anotherHorizonIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("longer.json"),
                "{\"extends\": \"plain.json\", \"name\": \"longer\", \"horizon\": {\"end\": \"2007-12-31\"}}");
        assertEquals(
                file("longer.json") + " /horizon: is not the horizon of the first scenario; give both the same",
                refused(file("plain.json"), file("longer.json")));
    }

    @Test
    void aScenarioWithoutTheFirstOnesFocusIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("elsewhere.json"),
                BASE.replace("\"plain\"", "\"elsewhere\"").replace("BLR", "ARM"));
        assertEquals(
                file("elsewhere.json")
                        + " /states: lacks BLR or SCO, the focus of the first scenario; compare scenarios "
                        + "that share it",
                refused(file("plain.json"), file("elsewhere.json")));
    }

    @Test
    void twoScenariosOfOneNameAreRefused() {
        assertEquals(
                file("plain.json") + " /name: another scenario here has the name \"plain\", too; give each its own",
                refused(file("plain.json"), file("plain.json")));
    }

    @Test
    void everyUnreadableFileIsTold() {
        assertEquals(
                2, refused(file("no-such.json"), file("nor-this.json")).lines().count(), err::toString);
    }

    @Test
    void nothingIsLeftOfARefusedComparison() {
        refused(file("plain.json"), file("plain.json"));
        assertFalse(Files.exists(folder.resolve("refused")));
    }
}
