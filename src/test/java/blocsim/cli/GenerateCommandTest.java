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

/** Invented worlds from the command line. */
class GenerateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private int blocsim(String... arguments) {
        return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    }

    private Path generated(String... more) {
        var file = folder.resolve("deep").resolve("world.json");
        var arguments = new java.util.ArrayList<>(java.util.List.of("scenarios", "generate", "--out", file.toString()));
        arguments.addAll(java.util.List.of(more));
        assertEquals(0, blocsim(arguments.toArray(String[]::new)), err.toString());
        return file;
    }

    @Test
    void aGeneratedWorldIsValid() {
        var file = generated("--states", "40", "--blocs", "2");
        assertEquals(0, blocsim("validate", file.toString()), err.toString());
    }

    @Test
    void aGeneratedWorldRuns() {
        var file = generated("--states", "30", "--blocs", "2", "--years", "3");
        var results = folder.resolve("results");
        blocsim("run", file.toString(), "--replicates", "2", "--quiet", "--out", results.toString());
        assertTrue(Files.exists(results.resolve("report.html")), err.toString());
    }

    @Test
    void withoutAFileTheWorldGoesToStandardOutput() throws IOException {
        var file = generated("--states", "20", "--seed", "9");
        blocsim("scenarios", "generate", "--states", "20", "--seed", "9");
        assertEquals(Files.readString(file), out.toString());
    }

    @Test
    void aWorldTooLargeIsTheUsersError() {
        assertEquals(2, blocsim("scenarios", "generate", "--states", "1000000"));
    }

    @Test
    void nothingIsSaidOfAnOptionThatWasNotGiven() {
        blocsim("scenarios", "generate", "--states", "0");
        assertEquals(1, err.toString().lines().count(), err::toString);
    }
}
