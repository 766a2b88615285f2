package blocsim.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitStudyTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void scenario() throws IOException {
        Files.writeString(folder.resolve("world.json"), "{}");
    }

    private FitStudy read(String text) throws IOException, InputException {
        Path file = folder.resolve("study.json");
        Files.writeString(file, text);
        return FitStudy.read(file);
    }

    private List<String> problems(String text) {
        return assertThrows(InputException.class, () -> read(text)).problems().stream()
                .map(problem -> problem.pointer() + " " + problem.what())
                .toList();
    }

    @Test
    void aStudyThatNamesOnlyItsScenarioFitsTheStandardFactors() throws IOException, InputException {
        assertEquals(Factor.STANDARD, read("{\"scenario\": \"world\"}").factors());
    }

    @Test
    void aStudyIsCalledAsItsFile() throws IOException, InputException {
        assertEquals("study", read("{\"scenario\": \"world\"}").name());
    }

    @Test
    void everyProblemIsToldAtOnce() {
        assertEquals(
                List.of(
                        "/factor a study has no key \"factor\"",
                        "/factors there is no parameter \"weightNetwrk\"",
                        "/to the last origin 2000 is before the first, 2005",
                        "/recorded/1 is the number 2"),
                problems("{\"scenario\": \"world\", \"factor\": 1, \"factors\": [\"weightNetwrk\"], "
                        + "\"from\": 2005, \"to\": 2000, \"recorded\": [0.5, 2]}"));
    }

    @Test
    void aSearchNeedsTwoNumbersToMove() {
        assertEquals(
                List.of("/factors the search needs two factors or efforts at least"),
                problems("{\"scenario\": \"world\", \"factors\": [\"weightNetwork\"], \"blocEfforts\": []}"));
    }

    @Test
    void aScenarioThatIsNotThereIsAProblem() {
        assertEquals(
                List.of("/scenario there is no such scenario beside this file"), problems("{\"scenario\": \"x\"}"));
    }

    @Test
    void aBacktestBeginsAfterTheFirstYearFitted() {
        assertEquals(
                List.of("/backtest origins 2003 to 2024 do not follow 2005"),
                problems("{\"scenario\": \"world\", \"from\": 2005, \"backtest\": {\"first\": 2003}}"));
    }

    @Test
    void leavingEachOutAndLeavingSomeOutDoNotGoTogether() {
        assertEquals(
                List.of("/backtest/transfer leaves each bloc out in turn, and leaveOut names some"),
                problems("{\"scenario\": \"world\", \"backtest\": {\"transfer\": true, \"leaveOut\": [\"EU\"]}}"));
    }

    @Test
    void aStudyOfRunsIsNoFit() throws IOException {
        Path file = folder.resolve("runs.json");
        Files.writeString(file, "{\"scenario\": \"world\", \"design\": {}, \"outputs\": {}}");
        assertFalse(FitStudy.isFit(file));
    }

    @Test
    void theCommittedSchemaIsThatOfTheKeys() throws IOException {
        Path file = Path.of("scenarios", "schema", "fit.schema.json");
        if (Boolean.getBoolean("update")) {
            Files.writeString(file, FitStudy.schema());
        }
        assertEquals(FitStudy.schema(), Files.readString(file), file + " is stale: run this test with -Dupdate=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-blocs-hindcast", "sco-hindcast", "brics-2023-25", "transfer"})
    void aBundledStudyNamesWhatItsScenarioHas(String name) throws InputException {
        Path file = Path.of("scenarios", "studies", name + ".json");
        assertTrue(FitStudy.isFit(file));
        assertEquals("world", Calibration.scenario(FitStudy.read(file)).name());
    }
}
