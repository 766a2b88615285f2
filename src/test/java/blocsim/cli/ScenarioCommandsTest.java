package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.scenario.ScenarioSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands that speak of scenario files. */
class ScenarioCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void aValidScenarioIsOk() {
        assertEquals(0, run(new ValidateCommand(), "scenarios/belarus-sco.json"));
        assertEquals("scenarios/belarus-sco.json: ok, 65 states, 1 bloc\n", out.toString());
    }

    @Test
    void everyFileIsCheckedAndEveryProblemSaid() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.json"), "{\"extends\": 1, \"seed\": \"x\"}");
        var status = run(new ValidateCommand(), broken.toString(), folder.toString(), "scenarios/belarus-sco.json");
        assertEquals(2, status);
        assertTrue(err.toString().lines().count() >= 3, err.toString());
        assertTrue(out.toString().contains(": ok, "), out.toString());
    }

    @Test
    void problemsComeWithoutAStackTrace() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.json"), "[".repeat(10_000));
        assertEquals(2, run(new ValidateCommand(), broken.toString()));
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void theSchemaIsPrinted() {
        assertEquals(0, run(new SchemaCommand(), "scenario"));
        assertEquals(ScenarioSchema.json(), out.toString());
    }

    @Test
    void anotherSchemaIsTheUsersError() {
        assertEquals(2, run(new SchemaCommand(), "novel"));
    }

    @Test
    void scenariosAreListedWithTheirTitlesAndWhatIfs() {
        assertEquals(0, run(new ScenariosCommand()));
        var lines = out.toString().lines().toList();
        assertTrue(
                lines.stream()
                        .anyMatch(
                                line -> line.matches(
                                        "scenarios/belarus-sco\\.json +Belarus and the Shanghai Cooperation Organisation, 2001 to 2035")),
                out.toString());
        assertEquals(
                4,
                lines.stream()
                        .filter(line -> line.startsWith("  scenarios/belarus-sco/"))
                        .count());
    }

    @Test
    void aMissingFolderIsTheUsersError() {
        assertEquals(
                2, run(new ScenariosCommand(), "--dir", folder.resolve("none").toString()));
    }

    private static final String WORLD = """
            {
              "focus": {"state": "BLR", "bloc": "SCO"},
              "horizon": {"start": "2001-01-01", "end": "2010-12-31"},
              "states": {"BLR": {}, "CHN": {}, "UZB": {}},
              "blocs": {
                "SCO": {"founders": ["CHN", "UZB"], "ladder": {"partner": {"height": 1}, "member": {"height": 3}}, "gates": {}}
              },
              "events": {},
              "whatIfs": [
                {"file": "a.json", "expect": [%s]},
                {"file": "b.json", "expect": []}
              ]
            }
            """;

    private String problemsWith(String expectation, String a, String b) throws IOException {
        Files.writeString(folder.resolve("a.json"), a);
        Files.writeString(folder.resolve("b.json"), b);
        var file = Files.writeString(folder.resolve("world.json"), WORLD.formatted(expectation));
        assertEquals(2, run(new ValidateCommand(), file.toString()), out::toString);
        return err.toString().replace(folder + "/", "").stripTrailing();
    }

    @Test
    void twoWhatIfsOfOneNameAreAProblem() throws IOException {
        String whatIf = "{\"extends\": \"world.json\", \"name\": \"twin\"}";
        assertEquals(
                "world.json:11 /whatIfs/1/file: the what-if has the name \"twin\" of the one at /whatIfs/0; give each a name "
                        + "of its own in its file",
                problemsWith("", whatIf, whatIf).replaceAll("\\.$", ""));
    }

    @Test
    void aWhatIfThatTakesAwayTheStateExpectedOfIsAProblem() throws IOException {
        String expectation = """
                {"measure": "m", "state": "UZB", "bloc": "SCO", "status": "member", "by": "2005-01-01", "sign": "+",
                 "because": "b"}""";
        String without = """
                {"extends": "world.json", "name": "without", "states": {"UZB": null},
                 "blocs": {"SCO": {"founders": ["CHN"]}}}""";
        String said = problemsWith(expectation, without, "{\"extends\": \"world.json\", \"name\": \"other\"}");
        assertTrue(said.contains("/whatIfs/0/expect/0/state: the what-if \"without\" has no state \"UZB\""), said);
    }
}
