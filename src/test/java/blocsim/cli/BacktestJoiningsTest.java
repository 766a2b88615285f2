package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.fit.MadeMemberships;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on a file of memberships. */
class BacktestJoiningsTest {
    private static final String STUDY = "scenarios/studies/igo-world.json";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final StringWriter out = new StringWriter();

    private int run(String... arguments) {
        var writer = new PrintWriter(out);
        return Main.commandLine(writer, writer).execute(arguments);
    }

    @Test
    void aFileOfMembershipsIsForecastAndScored() throws IOException {
        Path file = MadeMemberships.write(folder.resolve("made.csv"), Integer.MAX_VALUE);
        int status = run(
                "backtest",
                STUDY,
                "--set=/memberships=" + file,
                "--set=/factors=[\"effortOutsider\",\"weightNetwork\"]",
                "--set=/from=2004",
                "--set=/starts=1",
                "--set=/evaluations=100",
                "--set=/backtest/first=2006",
                "--set=/backtest/last=2006",
                "--out=" + folder.resolve("out"));
        assertEquals(0, status, out.toString());
        String page = Files.readString(folder.resolve("out/backtest.md"));
        assertTrue(page.contains("Regional by the end of 2006: EAST, WEST."), page);
        assertTrue(page.contains("| logit-structure |"), page);
        assertTrue(page.contains(" --set '/factors=[\"effortOutsider\",\"weightNetwork\"]'"), page);
        assertTrue(Files.readString(folder.resolve("out/forecasts.csv")).contains("2006-12-31,2007-12-31,EAST,"));
    }

    @Test
    void withoutAFileTheUserIsToldHowToNameOne() {
        assertEquals(2, run("backtest", STUDY, "--out", folder.resolve("none").toString()));
        assertTrue(out.toString().contains("as --set /memberships="), out.toString());
    }

    @Test
    void aStudyOfJoiningsIsCheckedWithItsFile() throws IOException {
        Path file = MadeMemberships.write(folder.resolve("made.csv"), Integer.MAX_VALUE);
        assertEquals(0, run("validate", STUDY, "--set=/memberships=" + file), out.toString());
        assertTrue(out.toString().contains("ok, a back-test of joinings"), out.toString());
    }

    @Test
    void aStudyOfJoiningsWithoutAFileIsNoScenario() {
        assertEquals(2, run("validate", STUDY));
        assertTrue(out.toString().contains("as --set /memberships="), out.toString());
    }

    @Test
    void aStudyOfTheRecordTakesNoSettings() {
        assertEquals(2, run("backtest", "scenarios/studies/all-blocs-hindcast.json", "--set=/from=2000"));
        assertTrue(out.toString().contains("this study takes no settings"), out.toString());
    }
}
