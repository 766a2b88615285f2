package blocsim.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelCheckTest {
    @TempDir
    private Path from;

    @TempDir
    private Path tables;

    @BeforeEach
    void build() throws Exception {
        SourceFolder.write(from);
        Files.writeString(
                from.resolve("countries.csv"),
                Files.readString(from.resolve("countries.csv")) + "EEE,,5,,,E,,,,,,\nFFF,,6,,,F,,,,,,\n");
        PanelBuilder.write(PanelBuilder.build(from), tables);
    }

    private void plant(String table, String was, String is) throws IOException {
        Path file = tables.resolve(table + ".csv");
        Files.writeString(file, Files.readString(file).replace(was, is));
    }

    private List<String> found() throws Exception {
        return PanelCheck.differences(from, tables).stream()
                .map(PanelCheck.Difference::toString)
                .toList();
    }

    @Test
    void whatWasJustBuiltDoesNotDiffer() throws Exception {
        assertEquals(List.of(), found());
    }

    @Test
    void aPlantedFigureIsFound() throws Exception {
        plant("trade", "AAA,BBB,1235", "AAA,BBB,1236");
        assertEquals(List.of("trade AAA BBB 1995: was 1236, is 1235"), found());
    }

    @Test
    void aPlantedWordIsFound() throws Exception {
        plant("standings", "XYZ,BBB,partner", "XYZ,BBB,observer");
        assertEquals(List.of("standings XYZ BBB 2000-01-01 status: was observer, is partner"), found());
    }

    @Test
    void rowsThatWentAndCameAreFound() throws Exception {
        plant("gdp", "BBB,2000", "CCC,2000");
        assertEquals(List.of("gdp CCC: was a row, is nothing", "gdp BBB: was nothing, is a row"), found());
    }

    @Test
    void aMissingTableIsFound() throws Exception {
        Files.delete(tables.resolve("cinc.csv"));
        assertEquals(List.of("cinc: was nothing, is a table"), found());
    }

    @Test
    void anotherOrderOfRowsIsFound() throws Exception {
        plant("gdp", "AAA,1001,,3000\nBBB,2000,,\n", "BBB,2000,,\nAAA,1001,,3000\n");
        assertEquals(List.of("gdp: was the same cells, is in another order or form"), found());
    }
}
