package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import blocsim.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
    private static final String MANIFEST = "{\"kind\": \"run\", \"program\": \"blocsim 1\"}";

    @TempDir
    private Path home;

    private Path target() {
        return home.resolve("results").resolve("one");
    }

    private void publish(String content) throws InputException, IOException {
        try (var folder = RunFolder.begin(target())) {
            write(folder, content);
            folder.publish();
        }
    }

    private static void write(RunFolder folder, String content) throws IOException {
        Files.writeString(folder.draft().resolve("manifest.json"), MANIFEST);
        Files.createDirectories(folder.draft().resolve("charts"));
        Files.writeString(folder.draft().resolve("charts").resolve("a.svg"), content);
    }

    private String published() throws IOException {
        return Files.readString(target().resolve("charts").resolve("a.svg"));
    }

    private List<String> siblings() throws IOException {
        try (var all = Files.list(home.resolve("results"))) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void resultsAreNotSeenBeforeTheyArePublished() throws Exception {
        try (var folder = RunFolder.begin(target())) {
            write(folder, "new");
            assertFalse(Files.exists(target()));
        }
    }

    @Test
    void aFailedRunLeavesNothing() throws Exception {
        try (var folder = RunFolder.begin(target())) {
            write(folder, "new");
        }
        assertEquals(List.of(), siblings());
    }

    @Test
    void closingAgainLeavesTheDraftOfAnotherRunAlone() throws Exception {
        var first = RunFolder.begin(target());
        first.close();
        try (var second = RunFolder.begin(target())) {
            write(second, "new");
            first.close();
            second.publish();
        }
        assertEquals("new", published());
    }

    @Test
    void aFailedRunLeavesTheLastResults() throws Exception {
        publish("old");
        try (var folder = RunFolder.begin(target())) {
            write(folder, "new");
        }
        assertEquals("old", published());
    }

    @Test
    void newResultsReplaceTheLastOnesWhole() throws Exception {
        publish("old");
        Files.writeString(target().resolve("left-over.csv"), "x");
        publish("new");
        assertEquals("new", published());
        assertFalse(Files.exists(target().resolve("left-over.csv")));
        assertEquals(List.of("one"), siblings());
    }

    @Test
    void anEmptyFolderMayBeUsed() throws Exception {
        Files.createDirectories(target());
        publish("new");
        assertEquals("new", published());
    }

    @Test
    void aFolderOfOtherThingsIsNotTouched() throws Exception {
        Files.createDirectories(target());
        Files.writeString(target().resolve("thesis.txt"), "mine");
        assertThrows(InputException.class, () -> publish("new"));
        assertEquals("mine", Files.readString(target().resolve("thesis.txt")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"name\": \"a web page\"}",
                "{\"kind\": \"run\"}",
                "{\"kind\": \"run\", \"program\": \"other\"}"
            })
    void anotherProgramsManifestMakesNoFolderOurs(String manifest) throws Exception {
        Files.createDirectories(target());
        Files.writeString(target().resolve("manifest.json"), manifest);
        assertThrows(InputException.class, () -> publish("new"));
        assertEquals(manifest, Files.readString(target().resolve("manifest.json")));
    }

    @Test
    void aFileIsNotTouched() throws Exception {
        Files.createDirectories(home.resolve("results"));
        Files.writeString(target(), "mine");
        assertThrows(InputException.class, () -> publish("new"));
        assertEquals("mine", Files.readString(target()));
    }

    @Test
    void whatCameWhileTheRunWentOnIsNotTouched() throws Exception {
        try (var folder = RunFolder.begin(target())) {
            write(folder, "new");
            Files.createDirectories(target());
            Files.writeString(target().resolve("thesis.txt"), "mine");
            assertThrows(InputException.class, folder::publish);
        }
        assertEquals("mine", Files.readString(target().resolve("thesis.txt")));
        assertEquals(List.of("one"), siblings());
    }

    @Test
    void ofTwoRunsAtOnceTheLastOneStands() throws Exception {
        try (var first = RunFolder.begin(target());
                var second = RunFolder.begin(target())) {
            write(first, "first");
            write(second, "second");
            second.publish();
            first.publish();
        }
        assertEquals("first", published());
        assertEquals(List.of("one"), siblings());
    }
}
