package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.scenario.Study;
import blocsim.scenario.StudyReader;
import blocsim.store.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Studies that stand in a folder already, and whether they may be gone on with. */
class StudyFolderTest {
    private static final String BASE = """
            {
              "focus": {"state": "BLR", "bloc": "SCO"},
              "horizon": {"start": "2001-01-01", "end": "2020-12-31"},
              "states": {"BLR": {}, "CHN": {}, "KAZ": {}, "TJK": {}, "UZB": {}},
              "panel": {"gdp": "gdp.csv"}
            }
            """;

    private static final String PART = """
            {"blocs": {"SCO": {
              "founders": ["CHN", "UZB"], "effort": -6,
              "ladder": {"partner": {"height": 1}, "member": {"height": 3}}}}}
            """;

    private static final String FITTED = """
            {
              "extends": ["base", "part"],
              "parameters": {"weightNetwork": 4},
              "calibration": {
                "until": "2014-12-31",
                "factors": [
                  {"pointers": ["/parameters/weightNetwork"], "mode": [4], "scale": "log", "covariance": [0.25]}
                ]
              }
            }
            """;

    private static final String STUDY = """
            {
              "scenario": "fitted",
              "replicates": 2,
              "factors": {
                "network": {"pointer": "/parameters/weightNetwork", "type": "range", "low": 1, "high": 9},
                "wealth": {"pointer": "/panel/gdp", "type": "list", "values": ["poor.csv", "rich.csv"]}
              },
              "design": {"type": "list", "file": "points.csv"},
              "outputs": {"members": {"type": "size", "bloc": "SCO", "status": "member", "date": "2020-12-31"}}
            }
            """;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Path results = Path.of("set before each test");

    @BeforeEach
    void writesEveryFile() throws IOException {
        Files.writeString(folder.resolve("base.json"), BASE);
        Files.writeString(folder.resolve("part.json"), PART);
        Files.writeString(folder.resolve("fitted.json"), FITTED);
        Files.writeString(folder.resolve("study.json"), STUDY);
        Files.writeString(folder.resolve("points.csv"), "network,wealth\n2,poor.csv\n7,rich.csv\n");
        for (String table : List.of("gdp", "poor", "rich")) {
            Files.writeString(folder.resolve(table + ".csv"), "iso3,year,value\nBLR,2001,5.5e10\n");
        }
        results = folder.resolve("results");
    }

    private Study study() throws InputException {
        return StudyReader.read(folder.resolve("study.json"));
    }

    private RunStore open(boolean resume, boolean force) throws IOException, InputException {
        return StudyFolder.open(study(), Shard.WHOLE, results, "test", "sweep --run ", resume, force);
    }

    /** Begins the study and keeps one run of it. */
    private void begin() throws IOException, InputException {
        try (var store = open(false, false)) {
            store.append(List.of(Sweep.one(study(), 1, 0)));
        }
    }

    private long kept(boolean resume, boolean force) throws IOException, InputException {
        try (var store = open(resume, force)) {
            return store.size();
        }
    }

    private String refused(boolean resume, boolean force) {
        var wrong = assertThrows(InputException.class, () -> kept(resume, force));
        assertEquals(1, wrong.problems().size());
        return wrong.problems().get(0).what();
    }

    private void change(String file, String before, String after) throws IOException {
        var path = folder.resolve(file);
        var text = Files.readString(path);
        assertTrue(text.contains(before), text);
        Files.writeString(path, text.replace(before, after));
    }

    @Test
    void aStudyThatIsGoneOnWithHasItsRuns() throws IOException, InputException {
        begin();
        assertEquals(1, kept(true, false));
    }

    @Test
    void whereNoneStandsToGoOnIsToBegin() throws IOException, InputException {
        assertEquals(0, kept(true, false));
    }

    @Test
    void aStudyIsNotOverwrittenUnasked() throws IOException, InputException {
        begin();
        assertEquals("holds runs of a study already", refused(false, false));
    }

    @Test
    void aStudyThatIsForcedBeginsAnew() throws IOException, InputException {
        begin();
        assertEquals(0, kept(false, true));
    }

    @Test
    void aStudyThatIsForcedMayBeAnother() throws IOException, InputException {
        begin();
        change("study.json", "\"replicates\": 2", "\"replicates\": 3");
        assertEquals(0, kept(false, true));
    }

    @Test
    void toGoOnAndToBeginAnewAreOpposites() throws IOException, InputException {
        begin();
        assertEquals("--resume and --force ask for opposites", refused(true, true));
    }

    @Test
    void whatIsNoStudyIsLeftAsItIs() throws IOException {
        Files.createDirectories(results);
        Files.writeString(results.resolve("letter.txt"), "dear");
        assertEquals("holds something that is no study, so it is left as it is", refused(false, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            base.json   | 2020-12-31              | 2021-12-31              | the scenario (/horizon)
            base.json   | "KAZ": {},              | "KAZ": {}, "KGZ": {},   | the scenario (/states)
            part.json   | "effort": -6            | "effort": -5            | the scenario (/blocs/SCO)
            fitted.json | [0.25]                  | [0.5]                   | the scenario (/calibration/factors)
            fitted.json | {"weightNetwork": 4}    | {"weightStatus": 3}     | the scenario (/parameters/weightNetwork, /parameters/weightStatus)
            gdp.csv     | 5.5e10                  | 5.6e10                  | the scenario's own tables (gdp)
            rich.csv    | 5.5e10                  | 5.6e10                  | the scenario's own tables (gdp with wealth = rich.csv)
            points.csv  | 7                       | 8                       | the list of design points
            study.json  | "high": 9               | "high": 8               | the factors (network)
            study.json  | "seed": 1               | "seed": 2               | the seed (1, now 2)
            study.json  | "replicates": 2         | "replicates": 3         | the number of replicates (2, now 3)
            study.json  | "date": "2020-12-31"    | "date": "2019-12-31"    | the outputs (members)
            """)
    void aChangedStudyIsRefusedWithWhatChanged(String file, String before, String after, String changed)
            throws IOException, InputException {
        change("study.json", "\"replicates\"", "\"seed\": 1, \"replicates\"");
        begin();
        change(file, before, after);
        assertEquals("was begun with other inputs; changed since: " + changed, refused(true, false));
    }

    @Test
    void twoChangesAreBothNamed() throws IOException, InputException {
        begin();
        change("part.json", "\"effort\": -6", "\"effort\": -5");
        change("points.csv", "7", "8");
        assertEquals(
                "was begun with other inputs; changed since: the scenario (/blocs/SCO); the list of design points",
                refused(true, false));
    }

    @Test
    void anotherProgramIsRefused() throws IOException, InputException {
        begin();
        var wrong = assertThrows(
                InputException.class,
                () -> StudyFolder.open(study(), Shard.WHOLE, results, "other", "sweep --run ", true, false)
                        .close());
        assertTrue(
                wrong.problems().get(0).what().contains("changed since: the program (test"),
                wrong.problems().get(0).what());
    }

    @Test
    void anotherShardIsRefused() throws IOException, InputException {
        begin();
        var wrong = assertThrows(
                InputException.class,
                () -> StudyFolder.open(study(), new Shard(1, 2), results, "test", "sweep --run ", true, false)
                        .close());
        assertEquals(
                "was begun with other inputs; changed since: the shard (1/1, now 1/2)",
                wrong.problems().get(0).what());
    }

    @Test
    void theSameInAnotherFormIsTheSame() throws IOException, InputException {
        begin();
        change("fitted.json", "\"parameters\": {\"weightNetwork\": 4},", "\"parameters\": { \"weightNetwork\": 4.0 },");
        change("study.json", "\"scenario\"", "\"description\": \"the same\", \"scenario\"");
        assertEquals(1, kept(true, false));
    }

    @Test
    void aRefusedStudyIsNotHeld() throws IOException, InputException {
        begin();
        change("points.csv", "7", "8");
        refused(true, false);
        assertFalse(RunStore.isBusy(results));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSecondOpeningIsToldOfTheFirst(boolean resume) throws IOException, InputException {
        begin();
        try (var held = open(true, false)) {
            assertEquals(
                    "another process (" + ProcessHandle.current().pid() + ") works on this study",
                    refused(resume, !resume));
            assertEquals(1, held.size());
        }
    }

    @Test
    void aSecondProcessIsToldOfTheFirst() throws IOException, InputException, InterruptedException {
        begin();
        try (var held = open(true, false)) {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
            command.addAll(List.of(
                    "blocsim.cli.Main", "sweep", folder.resolve("study.json").toString()));
            command.addAll(List.of("--force", "--out", results.toString()));
            var second = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(
                    "2 " + results + ": another process ("
                            + ProcessHandle.current().pid()
                            + ") works on this study; wait until it is done, or end it first: what it has finished is kept.",
                    second.waitFor() + " " + said.strip());
            assertEquals(1, held.size());
        }
    }

    @Test
    void aDamagedStudyIsToldByItsFileAndNotHeld() throws IOException, InputException {
        begin();
        var file = results.resolve(RunStore.FILE);
        Files.writeString(file, "no database");
        var wrong = assertThrows(IOException.class, () -> kept(true, false));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith(file + ": "), wrong::toString);
        assertFalse(RunStore.isBusy(results));
    }

    @Test
    void aDamagedStudyMayBeBegunAnew() throws IOException, InputException {
        begin();
        Files.writeString(results.resolve(RunStore.FILE), "no database");
        assertEquals(0, kept(false, true));
    }

    @Test
    void anUnfinishedShardIsNotMerged() throws IOException, InputException {
        for (int n = 1; n <= 2; n++) {
            var shard = new Shard(n, 2);
            StudyFolder.open(study(), shard, StudyFolder.of(results, shard), "test", "sweep --run ", false, false)
                    .close();
        }
        var wrong = assertThrows(InputException.class, () -> StudyFolder.merge(results, List.of(), false));
        assertEquals("is not finished", wrong.problems().get(0).what());
    }

    @Test
    void aMissingShardIsNamed() throws IOException, InputException {
        var shard = new Shard(1, 2);
        SmallStudy.run(study(), shard, StudyFolder.of(results, shard), 1);
        var wrong = assertThrows(InputException.class, () -> StudyFolder.merge(results, List.of(), false));
        assertEquals("shard 2 of 2 is missing", wrong.problems().get(0).what());
    }

    @Test
    void aShardOfAnotherStudyIsRefusedWithWhatDiffers() throws IOException, InputException {
        SmallStudy.run(study(), new Shard(1, 2), StudyFolder.of(results, new Shard(1, 2)), 1);
        change("points.csv", "7", "8");
        SmallStudy.run(study(), new Shard(2, 2), StudyFolder.of(results, new Shard(2, 2)), 1);
        var wrong = assertThrows(InputException.class, () -> StudyFolder.merge(results, List.of(), false));
        assertTrue(
                wrong.problems().get(0).what().endsWith("shard-1-of-2: the list of design points"),
                wrong.problems().get(0).what());
    }
}
