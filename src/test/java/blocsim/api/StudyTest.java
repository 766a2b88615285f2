package blocsim.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import blocsim.input.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    @SuppressWarnings("NullAway.Init") // set before each test
    private Study study;

    private record Asked(String state) implements Measure {
        @Override
        public String name() {
            return "asked";
        }

        @Override
        public double of(Trajectory run) {
            return run.events(state, "SCO").stream()
                    .filter(event -> event.cause().equals("asked"))
                    .count();
        }
    }

    @BeforeEach
    void read() throws Exception {
        Files.copy(Path.of("src/test/studies/small.json"), folder.resolve("small.json"));
        Path file = folder.resolve("study.json");
        Files.writeString(file, """
                {
                  "scenario": "small",
                  "replicates": 3,
                  "factors": {"network": {"pointer": "/parameters/weightNetwork", "type": "list", "values": [5, 9]}},
                  "design": {"type": "factorial"},
                  "outputs": {
                    "requests": {"type": "requests", "bloc": "SCO", "state": "BLR"},
                    "member_from": {"type": "first-date", "bloc": "SCO", "state": "BLR", "status": "member"}
                  }
                }
                """);
        study = Study.read(file);
    }

    @Test
    void everyRunIsARow() throws Exception {
        assertEquals(6, study.run(folder.resolve("runs")).rows().size());
    }

    @Test
    void rowsOfRunsInMemoryAreThoseOfTheFolder() throws Exception {
        assertEquals(study.run(folder.resolve("runs")).rows(), study.measure());
    }

    @Test
    void aMeasureStandsBesideTheOutputThatSaysTheSame() {
        for (var row : study.measure(new Asked("BLR"))) {
            assertEquals(row.number("requests"), row.number("asked"));
        }
    }

    @Test
    void aStudyThatIsCompleteIsNotRunAgain() throws Exception {
        var first = study.run(folder.resolve("runs"));
        assertEquals(first.rows(), study.run(folder.resolve("runs")).rows());
    }

    @Test
    void anExportHasALineARunAndOneOfNames() throws Exception {
        Path file = folder.resolve("runs.csv");
        study.run(folder.resolve("runs")).export(file);
        assertEquals(7, Files.readAllLines(file).size());
    }

    @Test
    void aScreeningHasAChartForAnOutput() throws Exception {
        Path file = folder.resolve("morris.json");
        Files.writeString(file, """
                {
                  "scenario": "small",
                  "replicates": 2,
                  "factors": {
                    "network": {"pointer": "/parameters/weightNetwork", "type": "range", "low": 5, "high": 9},
                    "prestige": {"pointer": "/parameters/weightStatus", "type": "range", "low": 0, "high": 3}
                  },
                  "design": {"type": "morris", "trajectories": 2, "levels": 4},
                  "outputs": {"requests": {"type": "requests", "bloc": "SCO", "state": "BLR"}}
                }
                """);
        var charts = Study.read(file).run(folder.resolve("screened")).charts();
        assertEquals(List.of("requests-morris-effects"), charts.names());
    }

    @Test
    void aFactorialStudyHasNoChartsOfWhatDecides() throws Exception {
        var results = study.run(folder.resolve("runs"));
        assertThrows(InputException.class, results::charts);
    }

    @Test
    void aDateIsNoNumber() {
        var row = study.measure().get(0);
        assertThrows(IllegalArgumentException.class, () -> row.number("nothing"));
    }
}
