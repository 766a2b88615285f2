package blocsim.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import blocsim.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
