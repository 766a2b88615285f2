package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyKindTest {
    private static final String STUDIES = "scenarios/studies/";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private static String refused(String command, String study) {
        var told = new StringWriter();
        var writer = new PrintWriter(told);
        int status = Main.commandLine(writer, writer).execute(command, study);
        return status + " " + told.toString().strip();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sweep       | sco-hindcast.json    | is a study of a fit, without design and outputs; give it to ./blocsim calibrate or ./blocsim backtest.
            sensitivity | sco-hindcast.json    | is a study of a fit, without design and outputs; give it to ./blocsim calibrate or ./blocsim backtest.
            calibrate   | admission-rules.json | is a study of runs; give it to ./blocsim sweep, or to ./blocsim sensitivity if its design is morris or saltelli.
            backtest    | belarus-morris.json  | is a study of runs; give it to ./blocsim sweep, or to ./blocsim sensitivity if its design is morris or saltelli.
            """)
    void aStudyForAnotherCommandIsRefusedInOneLineWithThatCommand(String command, String study, String what) {
        assertEquals("2 " + STUDIES + study + ": " + what, refused(command, STUDIES + study));
    }

    @ParameterizedTest
    @CsvSource({"sweep", "calibrate"})
    void aBacktestOfJoiningsIsForBacktestAlone(String command) throws IOException {
        var study = Files.writeString(
                folder.resolve("own.json"), "{\"scenario\": \"world\", \"memberships\": \"igo.csv\"}");
        assertEquals(
                "2 " + study + ": is a back-test of joinings; give it to ./blocsim backtest.",
                refused(command, study.toString()));
    }

    @Test
    void aStudyOfRunsThatLacksItsDesignIsStillOne() throws IOException {
        var study = Files.writeString(folder.resolve("half.json"), "{\"scenario\": \"world\", \"factors\": {}}");
        assertTrue(refused("calibrate", study.toString()).contains("is a study of runs"));
    }
}
