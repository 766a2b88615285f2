package blocsim.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.experiment.StudyFolder;
import blocsim.input.InputException;
import blocsim.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Studies on Spark give the rows of one thread, whatever befalls the cluster. */
@Tag("spark")
@Timeout(150)
class SparkClusterTest {
    private static final String BASE = """
            {
              "focus": {"state": "BLR", "bloc": "SCO"},
              "horizon": {"start": "2001-01-01", "end": "2020-12-31"},
              "states": {"BLR": {}, "CHN": {}, "KAZ": {}, "TJK": {}, "UZB": {}},
              "panel": {"gdp": "gdp.csv"}
            }
            """;

    private static final String SCENARIO = """
            {
              "extends": "base/five",
              "blocs": {"SCO": {
                "founders": ["CHN", "UZB"], "effort": -6,
                "ladder": {"partner": {"height": 1}, "member": {"height": 3}}}}
            }
            """;

    private static final String STUDY = """
            {
              "scenario": "../small",
              "replicates": 400,
              "factors": {
                "network": {"pointer": "/parameters/weightNetwork", "type": "range", "low": 5, "high": 9},
                "effort": {"pointer": "/blocs/SCO/effort", "type": "integers", "low": -8, "high": -4},
                "rule": {"pointer": "/blocs/SCO/admission", "type": "list", "values": {
                  "all": {"rule": "no-objection"}, "most": {"rule": "majority", "share": 0.5}}}
              },
              "design": {"type": "latin-hypercube", "points": 300},
              "outputs": {
                "member_from": {"type": "first-date", "bloc": "SCO", "state": "BLR", "status": "member"},
                "reached": {"type": "reached", "bloc": "SCO", "state": "BLR", "status": "partner", "date": "2015-01-01"},
                "final": {"type": "status", "bloc": "SCO", "state": "BLR", "date": "2020-12-31"},
                "objector": {"type": "first-objector", "bloc": "SCO", "state": "BLR"},
                "years": {"type": "years-at", "bloc": "SCO", "state": "BLR", "status": "partner"}
              }
            }
            """;

    private static final String UNTIL = STUDY.replace(
                    "\"replicates\": 400",
                    "\"replicates\": 10, \"until\": {\"output\": \"years\", \"halfWidth\": 1.5, \"most\": 200}")
            .replace("300}", "60}");

    @TempDir
    private static Path folder = Path.of("set by JUnit");

    private static Path study = Path.of("set before the tests");
    private static RunStore.Status expected = new RunStore.Status(0, 0, 0, "");

    @TempDir
    private Path own = Path.of("set by JUnit");

    private SparkProcesses processes = new SparkProcesses(Path.of("set before each test"));

    @BeforeAll
    static void runsOnOneThread() throws IOException, InterruptedException, InputException {
        Files.createDirectories(folder.resolve("base"));
        Files.createDirectories(folder.resolve("studies"));
        Files.writeString(folder.resolve("base/gdp.csv"), "iso3,year,value\nBLR,2001,5.5e10\n");
        Files.writeString(folder.resolve("base/five.json"), BASE);
        Files.writeString(folder.resolve("small.json"), SCENARIO);
        study = Files.writeString(folder.resolve("studies/study.json"), STUDY);
        var whole = folder.resolve("whole");
        try (var alone = new SparkProcesses(folder)) {
            assertEquals(
                    0,
                    alone.run(
                            folder.resolve("said"),
                            "sweep",
                            study.toString(),
                            "--threads",
                            "1",
                            "--out",
                            whole.toString()),
                    () -> SparkProcesses.said(folder.resolve("said")));
        }
        expected = status(whole);
    }

    @BeforeEach
    void hasProcesses() {
        processes.close();
        processes = new SparkProcesses(own);
    }

    @AfterEach
    void stopsProcesses() {
        processes.close();
    }

    private static RunStore.Status status(Path out) throws IOException, InputException {
        try (var store = RunStore.read(out)) {
            return store.status();
        }
    }

    /** A study on a cluster, begun and some way on. */
    private Process underWay(String master, Path out) throws IOException, InterruptedException {
        var sweep = processes.start(
                own.resolve("said"),
                "sweep",
                study.toString(),
                "--engine",
                "spark",
                "--master",
                master,
                "--out",
                out.toString());
        SparkProcesses.await("runs", () -> {
            assertTrue(sweep.isAlive(), () -> SparkProcesses.said(own.resolve("said")));
            return StudyFolder.noted(out).matches("(?s).*\"runs\" : [1-9].*");
        });
        return sweep;
    }

    @Test
    void aKilledWorkerCostsNoRun() throws IOException, InterruptedException, InputException {
        processes.startCluster();
        var out = own.resolve("out");
        var sweep = underWay(processes.master(), out);
        SparkProcesses.cutOff(processes.member(1));
        int status = SparkProcesses.end(sweep);
        var said = SparkProcesses.said(own.resolve("said"));
        assertEquals(0, status, said);
        assertTrue(said.contains("A worker is lost"), said);
        assertEquals(expected, status(out));
    }

    @Test
    void aLostClusterLosesNothingThatIsFinished() throws IOException, InterruptedException, InputException {
        processes.startCluster();
        var out = own.resolve("out");
        var sweep = underWay(processes.master(), out);
        for (int n = 0; n < 3; n++) {
            SparkProcesses.cutOff(processes.member(n));
        }
        int status = SparkProcesses.end(sweep);
        var said = SparkProcesses.said(own.resolve("said"));
        assertEquals(1, status, said);
        assertTrue(said.contains("blocsim: the Spark master at " + processes.master() + " is lost"), said);
        assertTrue(status(out).runs() > 0 && status(out).runs() < expected.runs());
        assertEquals(
                0, processes.run(own.resolve("said"), "sweep", study.toString(), "--resume", "--out", out.toString()));
        assertEquals(expected, status(out));
    }

    @Test
    void whatIsInterruptedGoesOn() throws IOException, InterruptedException, InputException {
        var out = own.resolve("out");
        var sweep = underWay("local[2]", out);
        assertEquals(0, SparkProcesses.end(new ProcessBuilder("kill", "-INT", Long.toString(sweep.pid())).start()));
        int status = SparkProcesses.end(sweep);
        assertEquals(130, status, () -> SparkProcesses.said(own.resolve("said")));
        assertTrue(status(out).runs() > 0 && status(out).runs() < expected.runs());
        assertEquals(
                0,
                processes.run(
                        own.resolve("said"),
                        "sweep",
                        study.toString(),
                        "--engine",
                        "spark",
                        "--master",
                        "local[2]",
                        "--resume",
                        "--out",
                        out.toString()));
        assertEquals(expected, status(out));
    }

    @Test
    void batchesUntilAnIntervalIsNarrowAreTheSame() throws IOException, InterruptedException, InputException {
        var until =
                Files.writeString(folder.resolve("studies/until.json"), UNTIL).toString();
        var out = own.resolve("out").toString();
        assertEquals(0, processes.run(own.resolve("said"), "sweep", until, "--threads", "2", "--out", out));
        var local = status(own.resolve("out"));
        assertTrue(local.runs() > 600 && local.runs() < 12000, "runs: " + local.runs());
        assertEquals(
                0,
                processes.run(
                        own.resolve("said"),
                        "sweep",
                        until,
                        "--engine",
                        "spark",
                        "--master",
                        "local[2]",
                        "--force",
                        "--out",
                        out));
        assertEquals(local, status(own.resolve("out")));
    }
}
