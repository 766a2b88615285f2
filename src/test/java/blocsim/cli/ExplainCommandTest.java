package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command that says why. */
class ExplainCommandTest {
    private final StringWriter out = new StringWriter();

    @TempDir
    private Path home = Path.of("set by JUnit");

    private Path folder() {
        return home.resolve("new").resolve("charts");
    }

    private void explain(String... more) {
        var arguments = new ArrayList<>(List.of("scenarios/belarus-sco.json", "--date", "2012", "--replicates", "0"));
        arguments.addAll(List.of(more));
        int status = new CommandLine(new ExplainCommand())
                .setOut(new PrintWriter(out))
                .execute(arguments.toArray(String[]::new));
        assertEquals(0, status);
    }

    @Test
    void bothChartsAreDrawnIntoAFolderThatIsMade() throws IOException {
        explain("--chart", folder().toString());
        try (var files = Files.list(folder())) {
            assertEquals(
                    "[stances.png, stances.svg, waterfall.png, waterfall.svg]",
                    files.map(file -> String.valueOf(file.getFileName()))
                            .sorted()
                            .toList()
                            .toString());
        }
    }

    @Test
    void chartsReplaceTheirOwnFilesAndNoOthers() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("waterfall.svg"), "old");
        Files.writeString(folder().resolve("notes.txt"), "mine");
        explain("--chart", folder().toString());
        assertTrue(Files.readString(folder().resolve("waterfall.svg")).contains("<svg"));
        assertEquals("mine", Files.readString(folder().resolve("notes.txt")));
    }

    @Test
    void theStateOfTheRecordObjectsOnTop() throws IOException {
        explain("--chart", folder().toString());
        String svg = Files.readString(folder().resolve("stances.svg"));
        assertTrue(svg.contains("the likeliest to object on top: Uzbekistan objects with"));
    }

    @Test
    void jsonStaysJsonBesideCharts() {
        explain("--json", "--chart", folder().toString());
        assertTrue(out.toString().stripTrailing().endsWith("}"));
    }

    @Test
    void withoutTheOptionNothingIsDrawn() {
        explain();
        assertFalse(out.toString().contains("Charts:"));
    }
}
