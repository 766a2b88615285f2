package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsCommandTest {
    private static final Path GALLERY = Path.of("results", "gallery", "sco-hindcast");

    @TempDir
    private static Path folder = Path.of("set by JUnit");

    @BeforeAll
    static void runAScenario() {
        assertEquals(
                0,
                told(
                                "run",
                                "scenarios/belarus-sco.json",
                                "--replicates",
                                "3",
                                "--quiet",
                                "--out",
                                folder.resolve("run").toString())
                        .status());
    }

    private record Told(int status, String text) {}

    private static Told told(String... words) {
        var text = new StringWriter();
        var writer = new PrintWriter(text);
        return new Told(Main.commandLine(writer, writer).execute(words), text.toString());
    }

    private static Told charts(Path of, String out, String... options) {
        var words = new ArrayList<>(
                List.of("charts", of.toString(), "--out", folder.resolve(out).toString()));
        words.addAll(List.of(options));
        return told(words.toArray(String[]::new));
    }

    private static Map<String, String> svgs(Path of) throws IOException {
        var found = new TreeMap<String, String>();
        try (var files = Files.list(of)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".svg")).toList()) {
                found.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return found;
    }

    @Test
    void chartsOfARunAreDrawnAgainToTheSameBytes() throws IOException {
        var said = charts(folder.resolve("run"), "again", "--format", "svg");
        assertEquals(0, said.status(), said.text());
        assertEquals(svgs(folder.resolve("run/charts")), svgs(folder.resolve("again")));
    }

    @Test
    void chartsOfABacktestAreDrawnFromItsTables() throws IOException {
        var said = charts(GALLERY, "scores", "--only", "scores-auroc,scores-log-skill", "--format", "svg");
        assertEquals(0, said.status(), said.text());
        var kept = svgs(GALLERY.resolve("charts"));
        kept.keySet().removeIf(name -> !name.startsWith("scores-"));
        assertEquals(kept, svgs(folder.resolve("scores")));
    }

    @Test
    void aChartOfAnotherSizeHasAnotherName() {
        charts(folder.resolve("run"), "print", "--only", "rung-probabilities", "--size", "print", "--scale", "2");
        assertTrue(Files.exists(folder.resolve("print/rung-probabilities-print.png")));
    }

    @Test
    void aChartThatIsNotThereIsNamedWithThoseThatAre() {
        var said = charts(folder.resolve("run"), "none", "--only", "motive");
        assertEquals(2, said.status());
        assertTrue(said.text().contains("there is no chart \"motive\""), said.text());
    }

    @Test
    void aFolderWithoutResultsIsAProblem() {
        var said = charts(Path.of("scenarios"), "nothing");
        assertEquals(2, said.status());
        assertTrue(said.text().startsWith("scenarios: holds no results of blocsim that have charts; "), said.text());
    }

    @Test
    void aFolderWhoseResultsHaveNoChartsIsAProblem() throws IOException {
        Path boxes = Files.createDirectory(folder.resolve("boxes"));
        Files.writeString(boxes.resolve("manifest.json"), "{\"kind\": \"discovery\", \"program\": \"blocsim 1\"}");
        var said = charts(boxes, "no-boxes");
        assertEquals(2, said.status());
        assertTrue(said.text().contains("/kind: is discovery, which has no charts; name the folder of"), said.text());
    }

    @Test
    void aStudyWithoutAnAnalysisIsAProblem() throws IOException {
        Path study = Files.createDirectory(folder.resolve("study"));
        Files.writeString(study.resolve("study.duckdb"), "");
        var said = charts(study, "no-analysis");
        assertEquals(2, said.status());
        assertTrue(said.text().contains("run blocsim sensitivity on the study"), said.text());
    }

    @Test
    void otherFiguresThanTheFoldersAreNotDrawn() throws IOException {
        Path changed = Files.createDirectory(folder.resolve("changed"));
        for (String file : List.of("manifest.json", "scenario.json", "summary.csv")) {
            Files.copy(folder.resolve("run").resolve(file), changed.resolve(file));
        }
        Files.writeString(changed.resolve("summary.csv"), "changed");
        var said = charts(changed, "other");
        assertEquals(2, said.status());
        assertTrue(said.text().contains("summary.csv: is not what this version"), said.text());
    }
}
