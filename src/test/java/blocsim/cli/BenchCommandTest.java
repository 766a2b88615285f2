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

class BenchCommandTest {
    private static final String WORLD = "scenarios/belarus-sco.json";

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theChartIsDrawnAnewToTheSameBytes() throws IOException {
        var drawn = folder.resolve("costs");
        assertEquals(0, bench("--worlds", WORLD, "--chart", drawn.toString()));
        Redrawn.same(drawn, drawn, folder.resolve("again"));
    }

    @Test
    void theTableHasALineAWorld() {
        assertEquals(0, bench("--worlds", WORLD));
        assertTrue(out.toString().lines().anyMatch(line -> line.startsWith("belarus-sco ")), out.toString());
    }

    @Test
    void theFiguresAreWrittenForPrograms() throws IOException {
        var file = folder.resolve("costs.json");
        assertEquals(0, bench("--worlds", WORLD, "--json", file.toString()));
        assertTrue(Files.readString(file).contains("\"runsPerSecond\""));
    }

    @Test
    void theChartIsDrawn() {
        assertEquals(0, bench("--worlds", WORLD, "--chart", folder.toString()));
        assertTrue(Files.exists(folder.resolve("cost-by-size.svg")));
    }

    @Test
    void aWorldThatIsTooSmallIsTheUsersError() {
        assertEquals(2, bench("--worlds", "synthetic-3"));
        assertTrue(err.toString().contains("names a world of 3 states"), err.toString());
    }

    private int bench(String... more) {
        var args = new String[more.length + 5];
        args[0] = "bench";
        args[1] = "--rounds";
        args[2] = "1";
        args[3] = "--seconds";
        args[4] = "0.01";
        System.arraycopy(more, 0, args, 5, more.length);
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
    }
}
