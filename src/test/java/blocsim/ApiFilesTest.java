package blocsim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blocsim.api.Ensemble;
import blocsim.api.Scenario;
import blocsim.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API and the command line are two ways to the same bits. */
class ApiFilesTest {
    private static final String FILE = "scenarios/belarus-sco.json";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void filesAreThoseOfTheCommandLine() throws Exception {
        var told = new StringWriter();
        var writer = new PrintWriter(told);
        int status = Main.commandLine(writer, writer)
                .execute(
                        "run",
                        FILE,
                        "--set",
                        "/states/BLR/patrons/RUS=0.35",
                        "--replicates",
                        "20",
                        "--seed",
                        "7",
                        "--quiet",
                        "--out",
                        folder.resolve("line").toString());
        assertEquals(0, status, told.toString());
        Ensemble.of(Scenario.read(FILE).with("/states/BLR/patrons/RUS", 0.35))
                .replicates(20)
                .seed(7)
                .run()
                .write(folder.resolve("api"));
        assertEquals(files(folder.resolve("line")), files(folder.resolve("api")));
    }

    /** Every file by its name with its text; pictures whose bytes hang on the Java version, and the manifest, which has times, by name. */
    private static List<String> files(Path results) throws IOException {
        try (Stream<Path> all = Files.walk(results)) {
            return all.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> results.relativize(file)
                            + (file.toString().matches(".*(png|manifest.json)") ? "" : "\n" + text(file)))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("a result cannot be read", e);
        }
    }
}
