package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.input.JsonSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command that says why. */
class ExplainCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path home = Path.of("set by JUnit");

    private Path folder() {
        return home.resolve("new").resolve("charts");
    }

    private void explain(String... more) {
        var arguments = new ArrayList<>(List.of("scenarios/belarus-sco.json"));
        arguments.addAll(List.of(more));
        for (var otherwise : List.of(List.of("--date", "2012"), List.of("--replicates", "0"))) {
            if (!arguments.contains(otherwise.get(0))) {
                arguments.addAll(otherwise);
            }
        }
        int status = new CommandLine(new ExplainCommand())
                .setOut(new PrintWriter(out))
                .execute(arguments.toArray(String[]::new));
        assertEquals(0, status);
    }

    @Test
    void bothChartsAreDrawnIntoAFolderThatIsMade() throws IOException {
        explain("--chart", folder().toString());
        try (var files = Files.list(folder())) {
            assertEquals(
                    "[stances.png, stances.svg, waterfall.png, waterfall.svg]",
                    files.map(file -> String.valueOf(file.getFileName()))
                            .sorted()
                            .toList()
                            .toString());
        }
    }

    @Test
    void chartsReplaceTheirOwnFilesAndNoOthers() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("waterfall.svg"), "old");
        Files.writeString(folder().resolve("notes.txt"), "mine");
        explain("--chart", folder().toString());
        assertTrue(Files.readString(folder().resolve("waterfall.svg")).contains("<svg"));
        assertEquals("mine", Files.readString(folder().resolve("notes.txt")));
    }

    @Test
    void theStateOfTheRecordObjectsOnTop() throws IOException {
        explain("--chart", folder().toString());
        String svg = Files.readString(folder().resolve("stances.svg"));
        assertTrue(svg.contains("the likeliest to object on top: Uzbekistan objects with"));
    }

    @Test
    void jsonStaysJsonBesideCharts() {
        explain("--json", "--chart", folder().toString());
        assertTrue(out.toString().stripTrailing().endsWith("}"));
    }

    @Test
    void withoutTheOptionNothingIsDrawn() {
        explain();
        assertFalse(out.toString().contains("Charts:"));
    }

    /** What the command says is wrong, with exit status 2. */
    private String refused(String... arguments) {
        int status =
                Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
        assertEquals(2, status, err::toString);
        return err.toString().stripTrailing();
    }

    private String refusedOf(String... more) {
        var arguments = new ArrayList<>(List.of("explain", "scenarios/belarus-sco.json", "--replicates", "0"));
        arguments.addAll(List.of(more));
        return refused(arguments.toArray(String[]::new));
    }

    private JsonSource.Members json(String... more) throws InputException {
        explain(Stream.concat(Stream.of("--json"), Stream.of(more)).toArray(String[]::new));
        return (JsonSource.Members) JsonSource.parse(out.toString(), "output");
    }

    private static String keys(JsonSource value) {
        return String.join(" ", ((JsonSource.Members) value).members().keySet());
    }

    private static JsonSource at(JsonSource tree, String pointer) {
        return Objects.requireNonNull(tree.at(pointer), pointer);
    }

    @Test
    void textTellsStandingMotivesGatesStancesAndEvidence() {
        explain();
        for (String part : List.of(
                "Belarus and the SCO on 2012-01-01, standings before it as on record\n",
                "Standing: partner, asks for observer\n",
                "\nMotives, in utility\n",
                "\nGates: all open\n",
                "\nObjectors: Uzbekistan\n",
                "\nEvidence\n")) {
            assertTrue(out.toString().contains(part), part + out);
        }
    }

    @Test
    void objectorsAreAListOfCodes() throws InputException {
        var objectors = ((JsonSource.Items) at(json(), "/objectors")).items();
        assertEquals(
                List.of("UZB"),
                objectors.stream().map(item -> ((JsonSource.Text) item).text()).toList());
    }

    @Test
    void gatesAreAListOfIds() throws InputException {
        var gates = ((JsonSource.Items) at(json("--rung", "member"), "/gates")).items();
        assertTrue(
                gates.stream().allMatch(gate -> gate instanceof JsonSource.Text) && !gates.isEmpty(), gates::toString);
    }

    @Test
    void motivesAreNumbersByLabel() throws InputException {
        assertEquals("network alignment economy status autonomy patrons cost", keys(at(json(), "/motives")));
    }

    @Test
    void stancesAreByCodeOfTheIncumbent() throws InputException {
        var tree = json();
        assertEquals("CHN KAZ KGZ RUS TJK UZB", keys(at(tree, "/stances")));
        assertEquals("objects first logIntensity terms", keys(at(tree, "/stances/UZB")));
    }

    @Test
    void withoutASearchTheFlipIsNull() throws InputException {
        json();
        assertTrue(out.toString().contains("\"flip\" : null"), out::toString);
    }

    @Test
    void theFlipTellsWhatChangesAndBetweenWhatChances() throws InputException {
        assertEquals(
                "pointer from to share turns before after difference", keys(at(json("--replicates", "20"), "/flip")));
    }

    @Test
    void everyKeyStandsOnThePageOfResults() throws IOException, InputException {
        String page = Files.readString(Path.of("src/site/markdown/results.md"));
        for (String key : keys(json("--date", "2031")).split(" ", -1)) {
            assertTrue(page.contains("`" + key + "`"), key);
        }
    }

    @Test
    void afterTheRecordJsonSaysThatStandingsAreSimulated() throws InputException {
        var tree = json("--date", "2031", "--rung", "member");
        assertEquals("simulation", ((JsonSource.Text) at(tree, "/conditionedOn")).text());
        assertEquals(
                200,
                ((JsonSource.Numeral) at(tree, "/simulated/replicates")).exact().intValue());
        assertEquals("count value lower upper", keys(at(tree, "/simulated/below")));
    }

    @Test
    void afterTheRecordTextSaysThatStandingsAreSimulatedAndInHowManyReplicates() {
        explain("--date", "2031", "--rung", "member");
        for (String part : List.of(
                "Belarus and the SCO on 2031-01-01, standings before it simulated\n",
                "Standing, simulated from 2001-01-01 on in 200 replicates\n",
                "What follows is a mean over the ")) {
            assertTrue(out.toString().contains(part), part + out);
        }
    }

    @Test
    void anUnknownStateAndAnUnknownBlocAreBothTold() {
        var told = refusedOf("--state", "BLX", "--bloc", "SCX").lines().toList();
        assertTrue(told.get(0)
                .startsWith("--state: the scenario has no state \"BLX\"; did you mean \"BLR\"? There are AFG, "));
        assertEquals("--bloc: the scenario has no bloc \"SCX\"; did you mean \"SCO\"? There are SCO.", told.get(1));
    }

    @Test
    void anUnknownRungIsTold() {
        assertEquals(
                "--rung: the scenario has no rung of SCO \"observr\"; did you mean \"observer\"? There are partner, "
                        + "observer, member.",
                refusedOf("--rung", "observr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999", "2036"})
    void aDayOutsideTheHorizonIsTold(String year) {
        assertEquals(
                "--date: " + year + "-01-01 is outside the horizon; give a day from 2001-01-01 to 2035-12-31, or set "
                        + "/horizon/start or /horizon/end",
                refusedOf("--date", year));
    }

    @Test
    void whatIsNoDateIsTold() {
        assertTrue(refusedOf("--date", "July").startsWith("--date: \"July\" is no date; "), err::toString);
    }
}
