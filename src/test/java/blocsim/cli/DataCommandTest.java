package blocsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.panel.SourceFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DataCommandTest {
    @TempDir
    private Path from;

    @TempDir
    private Path tables;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int data(String... arguments) {
        return new CommandLine(new DataCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private void publish() throws Exception {
        SourceFolder.write(from);
        Files.writeString(
                from.resolve("countries.csv"),
                Files.readString(from.resolve("countries.csv")) + "EEE,,5,,,E,,,,,,\nFFF,,6,,,F,,,,,,\n");
    }

    @Test
    void checkFindsNothingInWhatBuildWrote() throws Exception {
        publish();
        assertEquals(0, data("build", "--from", from.toString(), "--to", tables.toString()));
        assertEquals(0, data("check", "--from", from.toString(), "--against", tables.toString()));
    }

    @Test
    void checkEndsWithStatusOneAndSaysWhatDiffers() throws Exception {
        publish();
        data("build", "--from", from.toString(), "--to", tables.toString());
        Path gdp = tables.resolve("gdp.csv");
        Files.writeString(gdp, Files.readString(gdp).replace("BBB,2000", "BBB,2001"));
        assertEquals(1, data("check", "--from", from.toString(), "--against", tables.toString()));
        assertTrue(out.toString().contains("gdp BBB 1995: was 2001, is 2000"));
    }

    @Test
    void buildSaysWhatItLeavesOut() throws Exception {
        publish();
        data("build", "--from", from.toString(), "--to", tables.toString());
        assertTrue(out.toString().contains("Left out: border_distance"));
    }

    @Test
    void aFolderWithoutTheDataIsTheUsersError() {
        assertEquals(2, data("build", "--from", from.toString(), "--to", tables.toString()));
        assertTrue(err.toString().contains("macro.csv: there is no such file"));
    }

    @Test
    void listNamesTableYearsAndLicence() {
        assertEquals(0, data("list"));
        assertTrue(out.toString().contains("unit: 0 to 1, 1995-2025"));
        assertTrue(out.toString().contains("licence: CC-BY-SA-4.0"));
    }

    @Test
    void nothingToDoIsTheUsersError() {
        assertEquals(2, data());
    }
}
