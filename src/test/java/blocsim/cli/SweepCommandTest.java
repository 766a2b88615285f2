package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.experiment.SmallStudy;
import blocsim.input.InputException;
import blocsim.input.JsonSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies by the command line, as a user gives it. */
class SweepCommandTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeStudy() throws IOException, InputException {
        SmallStudy.read(folder, SmallStudy.STUDY);
    }

    private int blocsim(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
    }

    /** Runs the study into a folder and gives that. */
    private String sweep(String name, String... more) {
        String to = folder.resolve(name).toString();
        var args = new String[more.length + 4];
        args[0] = "sweep";
        args[1] = folder.resolve("study.json").toString();
        args[2] = "--out";
        args[3] = to;
        System.arraycopy(more, 0, args, 4, more.length);
        assertEquals(0, blocsim(args), err.toString());
        return to;
    }

    private String status(String study) {
        assertEquals(0, blocsim("results", "status", study), err.toString());
        return out.toString();
    }

    @Test
    void twoThreadsGiveTheRowsOfOne() {
        assertEquals(status(sweep("one", "--threads", "1")), status(sweep("two", "--threads", "2")));
    }

    @Test
    void fourShardsMergedGiveTheRowsOfTheWhole() {
        for (int n = 1; n <= 4; n++) {
            sweep("parts", "--shard", n + "/4");
        }
        String parts = folder.resolve("parts").toString();
        assertEquals(0, blocsim("results", "merge", parts), err.toString());
        assertEquals(status(sweep("whole")), status(parts));
    }

    @Test
    void aFinishedStudyThatIsGoneOnWithIsAsItWas() {
        var before = status(sweep("whole"));
        assertEquals(before, status(sweep("whole", "--resume")));
    }

    @Test
    void aStudyWithAnotherFactorIsRefusedWithWhatChanged() throws IOException {
        sweep("whole");
        var file = folder.resolve("study.json");
        Files.writeString(file, Files.readString(file).replace("\"high\": 9", "\"high\": 8"));
        assertEquals(
                2,
                blocsim(
                        "sweep",
                        file.toString(),
                        "--resume",
                        "--out",
                        folder.resolve("whole").toString()));
        assertTrue(err.toString().contains("changed since: the factors (network);"), err.toString());
    }

    @Test
    void anExportHasTheTypeOfEveryColumn() throws IOException, InputException {
        assertEquals(0, blocsim("results", "export", sweep("whole")), err.toString());
        var header = Files.readAllLines(folder.resolve("whole/runs.csv")).get(0);
        int at = 0;
        var types = JsonSource.read(folder.resolve("whole/datapackage.json"));
        for (var name : header.split(",", -1)) {
            assertEquals(
                    name,
                    types.at("/resources/0/schema/fields/" + at++ + "/name") instanceof JsonSource.Text text
                            ? text.text()
                            : "");
        }
    }

    @Test
    void theDictionaryHasALineForEveryColumn() throws IOException {
        assertEquals(0, blocsim("results", "export", sweep("whole")), err.toString());
        var header = Files.readAllLines(folder.resolve("whole/runs.csv")).get(0);
        assertEquals(
                "column," + header,
                Files.readAllLines(folder.resolve("whole/columns.csv")).stream()
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .collect(Collectors.joining(",")));
    }

    private String refused(String... args) {
        assertEquals(2, blocsim(args), err.toString());
        return err.toString();
    }

    @Test
    void resultsDoNotGoToAFile() {
        String study = folder.resolve("study.json").toString();
        String said = refused("sweep", study, "--out", study);
        assertTrue(said.contains("is a file, not a folder"), said);
    }

    @Test
    void aUnionDoesNotGoToAFile() {
        String said = refused("results", "merge", folder.resolve("study.json").toString(), sweep("whole"));
        assertTrue(said.contains("is a file, not a folder"), said);
    }

    @Test
    void anExportDoesNotGoToAFile() {
        String said = refused(
                "results",
                "export",
                sweep("whole"),
                "--out",
                folder.resolve("study.json").toString());
        assertTrue(said.contains("--out: names the file"), said);
    }

    @Test
    void aFolderThatTheStoreCannotOpenIsRefused() {
        String said = refused(
                "sweep",
                folder.resolve("study.json").toString(),
                "--out",
                folder.resolve("a;b").toString());
        assertTrue(said.contains("has a semicolon in its path"), said);
    }
}
