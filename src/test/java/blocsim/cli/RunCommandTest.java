package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RunCommandTest {
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
