package blocsim.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioTest {
    private static final String RELIANCE = "/states/BLR/patrons/RUS";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private static Scenario belarus() throws InputException {
        return Scenario.read("scenarios/belarus-sco.json");
    }

    @Test
    void aScenarioStaysAsItIsWhenAnotherIsMadeOfIt() throws InputException {
        var before = belarus();
        String was = before.value(RELIANCE);
        before.with(RELIANCE, 0.35);
        assertEquals(was, before.value(RELIANCE));
    }

    @Test
    void aNumberStandsWhereItWasPut() throws InputException {
        assertEquals("0.35", belarus().with(RELIANCE, 0.35).value(RELIANCE));
    }

    @Test
    void aTextIsJson() throws InputException {
        assertEquals(
                "null",
                belarus().with("/events/china-guarantees-belarus", "null").value("/events/china-guarantees-belarus"));
    }

    @Test
    void settingsAreKeptAsTheCommandLineWritesThem() throws InputException {
        assertEquals(
                List.of(RELIANCE + "=0.35", "/replicates=10"),
                belarus().with(RELIANCE, 0.35).with("/replicates", 10).settings());
    }

    @Test
    void aValueOutOfRangeIsAProblemAtItsPointer() throws InputException {
        var scenario = belarus();
        var wrong = assertThrows(InputException.class, () -> scenario.with(RELIANCE, 7));
        assertEquals(RELIANCE, wrong.problems().get(0).pointer());
    }

    @Test
    void whatIsNoNumberIsAProblem() throws InputException {
        var scenario = belarus();
        assertThrows(InputException.class, () -> scenario.with(RELIANCE, Double.NaN));
    }

    @Test
    void everyProblemOfAFileIsTold() throws Exception {
        Path file = folder.resolve("wrong.json");
        Files.writeString(file, "{\"name\": 7, \"horizon\": {\"start\": \"soon\"}, \"blocks\": {}}");
        var wrong = assertThrows(InputException.class, () -> Scenario.read(file));
        assertTrue(wrong.problems().size() > 3, wrong.getMessage());
    }

    @Test
    void whatIfsStandOnTheSameSettings() throws InputException {
        var whatIfs = belarus().with("/replicates", 10).whatIfs();
        assertTrue(whatIfs.size() > 2 && whatIfs.stream().allMatch(other -> other.replicates() == 10));
    }

    @Test
    void aLadderBeginsWithOutsiders() throws InputException {
        assertEquals(List.of("none", "partner", "observer", "member"), belarus().ladder("SCO"));
    }
}
