package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** A small back-test: the SCO in two years, two factors fitted to two others of all blocs but it. */
class BacktestCommandTest {
    @TempDir
    private static Path folder = Path.of("set by JUnit");

    private static int run(StringWriter out, String... arguments) {
        var writer = new PrintWriter(out);
        return Main.commandLine(writer, writer).execute(arguments);
    }

    private static Path study(String name, String backtest) throws IOException {
        Path file = folder.resolve(name);
        String scenario = folder.relativize(Path.of("scenarios/eurasia.json").toAbsolutePath())
                .toString()
                .replace('\\', '/');
        Files.writeString(
                file,
                "{\"title\": \"Small\", \"scenario\": \"" + scenario
                        + "\", \"factors\": [\"effortOutsider\", \"agendaBase\"], \"blocEfforts\": [\"SCO\"], "
                        + "\"from\": 2012, \"to\": 2013, \"starts\": 1, \"evaluations\": 100, \"backtest\": {"
                        + backtest
                        + "}}");
        return file;
    }

    @BeforeAll
    static void backtest() throws IOException {
        var out = new StringWriter();
        Path file = study(
                "small.json",
                "\"first\": 2014, \"last\": 2015, \"draws\": 2, \"blocs\": [\"SCO\"], \"leaveOut\": [\"SCO\"]");
        int status = run(
                out, "backtest", file.toString(), "--out", folder.resolve("out").toString());
        assertEquals(0, status, out.toString());
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file));
    }

    @Test
    void onlyTheNamedBlocIsForecast() throws IOException {
        assertTrue(lines("forecasts.csv").stream().skip(1).allMatch(line -> line.split(",", -1)[2].equals("SCO")));
    }

    @Test
    void forecastsStandForBothHorizons() throws IOException {
        assertTrue(lines("forecasts.csv").stream().anyMatch(line -> line.startsWith("2015-12-31,2016-12-31,SCO,")));
        assertTrue(lines("far/forecasts.csv").stream().anyMatch(line -> line.startsWith("2014-12-31,2016-12-31,SCO,")));
    }

    @Test
    void thePageSaysWhoseRecordWasLeftOut() throws IOException {
        assertTrue(lines("backtest.md").stream().anyMatch(line -> line.startsWith("| 2014 | SCO | yes |")));
    }

    @Test
    void everyBlocThatIsNotThereIsToldAtOnce() throws IOException {
        var out = new StringWriter();
        Path file = study("wrong.json", "\"blocs\": [\"SOC\"], \"leaveOut\": [\"BRCS\"]");
        assertEquals(2, run(out, "validate", file.toString()));
        assertTrue(out.toString().contains("/backtest/blocs") && out.toString().contains("/backtest/leaveOut"));
    }

    @Test
    void validateKnowsAStudyOfFits() throws IOException {
        var out = new StringWriter();
        assertEquals(0, run(out, "validate", study("right.json", "").toString()), out.toString());
        assertTrue(out.toString().contains("ok, a fit of eurasia with 2 factors to the years from 2013 to 2014"));
    }
}
