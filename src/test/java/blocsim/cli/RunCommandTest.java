package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "scenarios/belarus-sco.json, scenarios/belarus-sco.json",
                "my scenarios/a.json, 'my scenarios/a.json'",
                "it's.json, 'it'\\''s.json'",
                "/states/BLR/patrons/RUS=0.2, '/states/BLR/patrons/RUS=0.2'"
            })
    void aWordThatAShellWouldChangeIsQuoted(String word, String quoted) {
        assertEquals(quoted, RunCommand.quoted(word));
    }

    @Test
    void drawnParametersCannotBeDumped() {
        var told = new StringWriter();
        var writer = new PrintWriter(told);
        int status = Main.commandLine(writer, writer)
                .execute("run", "scenarios/forecast-2035.json", "--dump-inputs", "--replicates", "1", "--quiet");
        assertEquals(2, status);
        assertTrue(told.toString().contains("/calibration: each replicate draws its own parameters"), told.toString());
    }
}
