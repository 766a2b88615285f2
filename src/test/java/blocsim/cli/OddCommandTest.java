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

/** The ODD text from the command line. */
class OddCommandTest {
    private static final String SCENARIO = "scenarios/belarus-sco.json";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private int odd(String... arguments) {
        var all = new java.util.ArrayList<>(java.util.List.of("odd"));
        all.addAll(java.util.List.of(arguments));
        return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(all.toArray(String[]::new));
    }

    @Test
    void withoutAPlaceTheTextGoesToStandardOutput() {
        odd(SCENARIO);
        assertTrue(out.toString().startsWith("# Belarus"), err.toString());
    }

    @Test
    void aFolderGetsBothForms() {
        odd(SCENARIO, "--out", folder.resolve("new").toString());
        assertTrue(
                Files.exists(folder.resolve("new").resolve("odd.md"))
                        && Files.exists(folder.resolve("new").resolve("odd.html")),
                err.toString());
    }

    @Test
    void theEndingOfAFileSaysItsForm() throws IOException {
        var page = folder.resolve("page.html");
        odd(SCENARIO, "--out", page.toString());
        assertTrue(Files.readString(page).startsWith("<!DOCTYPE html>"));
    }

    @Test
    void aFileOfAnotherKindIsTheUsersErrorAndNoFolder() {
        assertEquals(2, odd(SCENARIO, "--out", folder.resolve("odd.pdf").toString()));
        assertTrue(
                Files.notExists(folder.resolve("odd.pdf")) && err.toString().contains("ends in .md or .html"),
                err.toString());
    }

    @Test
    void aScenarioThatIsWrongIsTheUsersError() {
        assertEquals(2, odd("scenarios/nothing.json"));
    }
}
