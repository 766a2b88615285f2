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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that say what decides an output, and where an outcome happens, on a small world. */
class SensitivityCommandTest {
    private static final String SCENARIO = """
            {
              "focus": {"state": "BLR", "bloc": "SCO"},
              "horizon": {"start": "2001-01-01", "end": "2012-12-31"},
              "states": {"BLR": {}, "CHN": {}, "KAZ": {}, "UZB": {}},
              "blocs": {"SCO": {
                "founders": ["CHN", "UZB"], "effort": -6,
                "ladder": {"partner": {"height": 1}, "member": {"height": 3}}}}
            }
            """;
    private static final String STUDY = """
            {
              "scenario": "small",
              "replicates": 4,
              "factors": {
                "effort": {"pointer": "/blocs/SCO/effort", "type": "range", "low": -9, "high": 3},
                "rule": {"pointer": "/blocs/SCO/admission", "type": "list", "values": {
                  "all": {"rule": "no-objection"}, "most": {"rule": "majority", "share": 0.5}}},
                "sponsor": {"pointer": "/parameters/objectionSponsor", "type": "range", "low": 0, "high": 3}
              },
              "design": %s,
              "outputs": {
                "member_from": {"type": "first-date", "bloc": "SCO", "state": "BLR", "status": "member"},
                "reached": {"type": "reached", "bloc": "SCO", "state": "BLR", "status": "partner", "date": "2010-01-01"},
                "final": {"type": "status", "bloc": "SCO", "state": "BLR", "date": "2012-12-31"},
                "requests": {"type": "requests", "bloc": "SCO"}
              }
            }
            """;

    @TempDir
    private static Path folder = Path.of("set by JUnit");

    private static final StringWriter SHARES = new StringWriter();
    private static final StringWriter EFFECTS = new StringWriter();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void twoAnalyses() throws IOException {
        Files.writeString(folder.resolve("small.json"), SCENARIO);
        study("shares", "{\"type\": \"saltelli\", \"baseRows\": 32}");
        study("effects", "{\"type\": \"morris\", \"trajectories\": 6}");
        study("cube", "{\"type\": \"latin-hypercube\", \"points\": 8}");
        var err = new StringWriter();
        assertEquals(
                0, execute(SHARES, err, "sensitivity", file("shares.json"), "--out", file("shares")), err::toString);
        assertEquals(
                0, execute(EFFECTS, err, "sensitivity", file("effects.json"), "--out", file("effects")), err::toString);
    }

    private static void study(String name, String design) throws IOException {
        Files.writeString(folder.resolve(name + ".json"), STUDY.formatted(design));
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static int execute(StringWriter out, StringWriter err, String... arguments) {
        return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    }

    private String refused(String... arguments) {
        assertEquals(2, execute(out, err, arguments), err::toString);
        return err.toString().strip();
    }

    private static List<String> table(String study) throws IOException {
        return Files.readAllLines(folder.resolve(study).resolve("sensitivity/sensitivity.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shares/sensitivity/sensitivity.csv",
                "shares/sensitivity/sensitivity.html",
                "shares/sensitivity/datapackage.json",
                "shares/sensitivity/manifest.json",
                "shares/sensitivity/charts/reached-sobol-indices.svg",
                "shares/sensitivity/charts/reached-tornado.png",
                "effects/sensitivity/charts/requests-morris-effects.svg",
                "effects/sensitivity/charts/reached-morris-effects.png"
            })
    void everyFileIsWritten(String name) throws IOException {
        assertTrue(Files.size(folder.resolve(name)) > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shares", "effects"})
    void chartsAreDrawnAnewToTheSameBytes(String study) throws IOException {
        var analysis = folder.resolve(study).resolve("sensitivity");
        Redrawn.same(analysis, analysis.resolve("charts"), folder.resolve("again-" + study));
    }

    @Test
    void theFolderOfAStudyStandsForItsAnalysis() throws IOException {
        var study = folder.resolve("shares");
        Redrawn.same(study, study.resolve("sensitivity/charts"), folder.resolve("again-study"));
    }

    @Test
    void theColumnsAreThoseOfTheDataDictionary() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/sensitivity.md"));
        String section = page.substring(page.indexOf("### sensitivity.csv")).split("\n\n(?=#|<!)", 2)[0];
        var described = section.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`", 3)[1])
                .toList();
        assertEquals(String.join(",", described), table("shares").get(0));
    }

    @Test
    void eachNumberHasIndicesOfEachFactor() throws IOException {
        for (String output : List.of("reached", "requests")) {
            for (String factor : List.of("effort", "rule", "sponsor")) {
                String start = output + ",sobol," + factor + ",total,";
                assertEquals(
                        1,
                        table("shares").stream()
                                .filter(row -> row.startsWith(start))
                                .count(),
                        start);
            }
        }
    }

    @Test
    void aFactorOfTextsHasNoLowEnd() throws IOException {
        assertTrue(table("shares").stream().anyMatch(row -> row.startsWith("reached,swings,effort,low,")));
        assertFalse(table("shares").stream().anyMatch(row -> row.startsWith("reached,swings,rule,")));
    }

    @Test
    void pawnAndSwingsRestOnThePointsOfAAndBAlone() throws IOException {
        var swing = table("shares").stream()
                .filter(row -> row.startsWith("reached,swings,effort,swing,"))
                .toList();
        assertEquals("64", swing.get(0).split(",", -1)[7]);
    }

    @Test
    void whatDecidesIsNamed() {
        assertTrue(
                SHARES.toString()
                        .contains(
                                "What most decides whether Belarus is a partner of the SCO or higher by 1 January 2010 is"
                                        + " effort ("),
                SHARES::toString);
    }

    @Test
    void theScreeningNamesItToo() {
        assertTrue(EFFECTS.toString().contains("is effort ("), EFFECTS::toString);
    }

    @Test
    void datesAreSaidToBeLeftAside() {
        assertTrue(
                SHARES.toString()
                        .contains(
                                "member_from is left aside, since it is a date that may never come. Use an output of type"
                                        + " reached"),
                SHARES::toString);
    }

    @Test
    void aFinishedStudyIsReadAndGivesTheSameTable() throws IOException {
        var before = table("shares");
        assertEquals(0, execute(out, err, "sensitivity", file("shares.json"), "--out", file("shares"), "--quiet"));
        assertEquals(before, table("shares"));
        assertEquals("", out.toString() + err);
    }

    @Test
    void aSweepIsReadWhereItStands() throws IOException {
        assertEquals(0, execute(out, err, "sweep", file("effects.json"), "--out", file("swept"), "--quiet"));
        assertEquals(0, execute(out, err, "sensitivity", file("effects.json"), "--out", file("swept"), "--quiet"));
        assertEquals(table("effects"), table("swept"));
    }

    @Test
    void onlyOutputsAskedForAreAnalysed() throws IOException {
        assertEquals(
                0,
                execute(out, err, "sensitivity", file("effects.json"), "--out", file("one"), "--output", "requests"),
                err::toString);
        assertTrue(table("one").stream().skip(1).allMatch(row -> row.startsWith("requests,")));
    }

    @Test
    void anotherDesignIsRefusedWithItsLineBeforeAnythingIsRun() {
        String said = refused("sensitivity", file("cube.json"), "--out", file("cube"));
        assertTrue(said.contains("cube.json:10 /design/type: the design latin-hypercube tells no effects"), said);
        assertFalse(Files.exists(folder.resolve("cube")));
    }

    @Test
    void anOutputThatIsADateIsRefusedWithARemedy() {
        String said = refused("sensitivity", file("shares.json"), "--out", file("no"), "--output", "member_from");
        assertEquals(
                "--output: member_from is a date that may never come; use an output of type reached: whether the status is"
                        + " held by a day.",
                said);
    }

    @Test
    void anUnknownOutputIsRefusedWithTheNearest() {
        String said = refused("sensitivity", file("shares.json"), "--out", file("no"), "--output", "reeched");
        assertTrue(said.contains("did you mean \"reached\"?"), said);
    }

    @Test
    void whatIsNoAnalysisIsNotTouched() throws IOException {
        var letter = Files.createDirectories(folder.resolve("mine/sensitivity")).resolve("letter.txt");
        Files.writeString(letter, "dear");
        refused("sensitivity", file("shares.json"), "--out", file("mine"));
        assertEquals("dear", Files.readString(letter));
    }

    private String discovered(String outcome) {
        assertEquals(0, execute(out, err, "results", "discover", file("shares"), "--outcome", outcome), err::toString);
        return out.toString();
    }

    @Test
    void aBoxIsToldInWordsAndWritten() throws IOException {
        String said = discovered("reached");
        assertTrue(
                said.startsWith("Belarus is a partner of the SCO or higher by 1 January 2010 when effort is at"), said);
        var rows = Files.readAllLines(folder.resolve("shares/discovery/reached-is-1/boxes.csv"));
        assertTrue(rows.get(1).startsWith("1,effort,"), rows::toString);
    }

    @Test
    void theOppositeIsToldInWords() {
        assertTrue(
                discovered("reached = false").startsWith("Belarus is not a partner of the SCO or higher by 1 January"));
    }

    @Test
    void aStatusIsToldInWords() {
        assertTrue(discovered("final = none").startsWith("Belarus is outside the SCO on 31 December 2012 "));
    }

    @Test
    void aDateThatNeverCameIsToldInWords() {
        assertTrue(discovered("member_from = never").startsWith("Belarus is never a member of the SCO "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requests;requests is not 0 or 1",
                "final;final is not 0 or 1",
                "final > partner;final is a text, which has no order",
                "final = pardner;did you mean \"partner\"?",
                "member_from = soon;member_from is a date, and \"soon\" is none",
                "reached = maybe;reached is a number, and \"maybe\" is none",
                "reeched;did you mean \"reached\"?",
                "= 3;is no condition on an output"
            })
    void aWrongConditionIsRefused(String conditionAndMessage) {
        String[] both = conditionAndMessage.split(";", 2);
        String said = refused("results", "discover", file("shares"), "--outcome", both[0]);
        assertTrue(said.contains(both[1]), said);
    }

    @Test
    void aFolderWithoutAStudyIsRefused() {
        assertTrue(refused("results", "discover", file("nowhere"), "--outcome", "reached")
                .contains("holds no study"));
    }

    private static Path analysed(String name) throws IOException {
        var err = new StringWriter();
        for (String command : List.of(
                "sensitivity " + file("effects.json") + " --out " + file(name),
                "results discover " + file(name) + " --outcome reached",
                "results export " + file(name))) {
            assertEquals(0, execute(new StringWriter(), err, command.split(" ", -1)), err::toString);
        }
        return folder.resolve(name);
    }

    private static List<String> left(Path study) throws IOException {
        try (Stream<Path> files = Files.walk(study)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> study.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatWasMadeOfRunsGoesWithThem() throws IOException {
        var study = analysed("replaced");
        assertEquals(
                0, execute(out, err, "sweep", file("cube.json"), "--out", study.toString(), "--force"), err::toString);
        assertEquals(List.of("progress.json", "study.duckdb", "study.lock"), left(study));
    }

    @Test
    void whatOthersPutBesideARunStays() throws IOException {
        var study = analysed("kept");
        Files.writeString(study.resolve("notes.txt"), "mine");
        Files.writeString(study.resolve("sensitivity/charts/mine.svg"), "<svg/>");
        assertEquals(
                0, execute(out, err, "sweep", file("cube.json"), "--out", study.toString(), "--force"), err::toString);
        assertEquals(
                List.of("notes.txt", "progress.json", "sensitivity/charts/mine.svg", "study.duckdb", "study.lock"),
                left(study));
    }

    @Test
    void anExportOutlivesASweepThatOnlyGoesOn() throws IOException {
        var study = analysed("resumed");
        assertEquals(
                0,
                execute(out, err, "sweep", file("effects.json"), "--out", study.toString(), "--resume"),
                err::toString);
        assertTrue(left(study).contains("runs.csv"));
    }

    @Test
    void aUnionThatReplacesAStudyTakesItsExportAway() throws IOException {
        var study = folder.resolve("united");
        for (String shard : List.of("1/2", "2/2")) {
            assertEquals(
                    0,
                    execute(
                            out,
                            err,
                            "sweep",
                            file("effects.json"),
                            "--out",
                            study.toString(),
                            "--shard",
                            shard,
                            "--quiet"),
                    err::toString);
        }
        assertEquals(0, execute(out, err, "results", "merge", study.toString()), err::toString);
        assertEquals(0, execute(out, err, "results", "export", study.toString()), err::toString);
        assertEquals(0, execute(out, err, "results", "merge", study.toString(), "--force"), err::toString);
        assertFalse(left(study).contains("runs.csv"), err::toString);
    }

    /** A study whose points go on until an output is known well: those where it is not 0 or 1 throughout have more runs. */
    private static String uneven() throws IOException {
        var file = folder.resolve("uneven.json");
        Files.writeString(
                file,
                STUDY.formatted("{\"type\": \"sobol\", \"points\": 64}")
                        .replace(
                                "\"replicates\": 4",
                                "\"replicates\": 10, \"until\": {\"output\": \"reached\", \"halfWidth\": 0.16, \"most\": 40}"));
        var err = new StringWriter();
        assertEquals(
                0,
                execute(
                        new StringWriter(),
                        err,
                        "sweep",
                        file.toString(),
                        "--out",
                        file("uneven"),
                        "--resume",
                        "--quiet"),
                err::toString);
        return file("uneven");
    }

    private double asked(String study, String sql) {
        var answer = new StringWriter();
        assertEquals(0, execute(answer, err, "results", "query", study, sql), err::toString);
        return Double.parseDouble(answer.toString().lines().skip(1).findFirst().orElse(""));
    }

    @Test
    void aPointCountsOnceHoweverManyRunsItHas() throws IOException {
        String study = uneven();
        double ofPoints =
                asked(study, "select avg(share) from (select avg(reached) as share from runs group by design_point)");
        assertTrue(Math.abs(ofPoints - asked(study, "select avg(reached) from runs")) > .01);
        assertEquals(0, execute(out, err, "results", "discover", study, "--outcome", "reached"), err::toString);
        var row = Files.readAllLines(Path.of(study, "discovery/reached-is-1/boxes.csv"))
                .get(1)
                .split(",", -1);
        assertEquals(ofPoints, Double.parseDouble(row[7]), 1e-6);
    }

    @Test
    void unequalNumbersOfRunsAreTold() throws IOException {
        assertEquals(0, execute(out, err, "results", "discover", uneven(), "--outcome", "reached"), err::toString);
        assertTrue(
                out.toString().contains("Design points have from 10 to 40 finished runs, and each counts once"),
                out::toString);
    }
}
