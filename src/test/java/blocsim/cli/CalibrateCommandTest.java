package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.model.Parameter;
import blocsim.model.Streams;
import blocsim.scenario.ScenarioReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
    @TempDir
    private static Path folder = Path.of("set by JUnit");

    private static String told = "";

    private static int run(StringWriter out, String... arguments) {
        var writer = new PrintWriter(out);
        return Main.commandLine(writer, writer).execute(arguments);
    }

    private static Path study(String more) throws IOException {
        Path file = folder.resolve("small.json");
        String scenario = folder.relativize(Path.of("scenarios/eurasia.json").toAbsolutePath())
                .toString()
                .replace('\\', '/');
        Files.writeString(
                file,
                "{\"title\": \"Small\", \"scenario\": \"" + scenario
                        + "\", \"factors\": [\"effortOutsider\", \"agendaBase\"], \"blocEfforts\": [\"SCO\"], "
                        + "\"starts\": 1, \"evaluations\": 100" + more + "}");
        return file;
    }

    @BeforeAll
    static void calibrate() throws IOException {
        var out = new StringWriter();
        Path file = study(", \"from\": 2008, \"to\": 2010");
        assertEquals(
                0,
                run(
                        out,
                        "calibrate",
                        file.toString(),
                        "--out",
                        folder.resolve("fit").toString()));
        told = out.toString();
    }

    @Test
    void theSearchConverges() {
        assertTrue(told.contains("The search converged"), told);
    }

    @Test
    void theCalibratedScenarioIsAScenarioWithTheFittedValues() throws Exception {
        var scenario = new ScenarioReader().read(folder.resolve("fit/calibrated.json"), List.of());
        String row = Files.readAllLines(folder.resolve("fit/estimates.csv")).get(1);
        double fitted = Double.parseDouble(row.split(",", -1)[1]);
        assertEquals(fitted, scenario.parameters().get(Parameter.EFFORT_OUTSIDER), 1e-4);
    }

    @Test
    void theCalibratedScenarioDrawsWhatWasFitted() throws Exception {
        var scenario = new ScenarioReader().read(folder.resolve("fit/calibrated.json"), List.of());
        assertEquals(3, Objects.requireNonNull(scenario.posterior()).drawn());
    }

    @Test
    void drawsOfTheCalibratedScenarioSpreadAsItsIntervals() throws Exception {
        var scenario = new ScenarioReader().read(folder.resolve("fit/calibrated.json"), List.of());
        var posterior = Objects.requireNonNull(scenario.posterior());
        double[] drawn = IntStream.range(0, 4000)
                .mapToDouble(n -> posterior
                        .draw(scenario.parameters(), new Streams(1, n))
                        .parameters()
                        .get(Parameter.EFFORT_OUTSIDER))
                .sorted()
                .toArray();
        String[] row =
                Files.readAllLines(folder.resolve("fit/estimates.csv")).get(1).split(",", -1);
        double width = Double.parseDouble(row[3]) - Double.parseDouble(row[2]);
        assertEquals(width, drawn[3800] - drawn[200], .1 * width);
    }

    @Test
    void theCalibratedScenarioCannotBeKnownBeforeTheYearsItWasFittedTo() throws Exception {
        var scenario =
                new ScenarioReader().read(folder.resolve("fit/calibrated.json"), List.of("/dataUntil=\"2011-12-30\""));
        assertEquals(Parameter.EFFORT_OUTSIDER.standard(), scenario.parameters().get(Parameter.EFFORT_OUTSIDER));
    }

    @Test
    void everyFactorHasARow() throws IOException {
        assertEquals(
                1 + 3 + 8,
                Files.readAllLines(folder.resolve("fit/estimates.csv")).size());
    }

    @Test
    void aBlocThatTheScenarioLacksIsTheUsersError() throws IOException {
        var out = new StringWriter();
        Path file = folder.resolve("wrong.json");
        Files.writeString(file, Files.readString(study("")).replace("\"SCO\"", "\"SOC\""));
        assertEquals(2, run(out, "calibrate", file.toString()), out.toString());
    }
}
