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
import java.util.Map;
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

    /** The problems of a study of a small scenario beside it. */
    private List<String> problemsOf(String blocs, String study) throws IOException {
        Files.writeString(folder.resolve("small.json"), """
                {"title": "Small", "focus": {"state": "BLR", "bloc": "AAA"},
                 "horizon": {"start": "2010-01-01", "end": "2015-12-31"},
                 "states": {"BLR": {}, "CHN": {}, "KAZ": {}, "RUS": {}}, "blocs": {%s}}
                """.formatted(blocs));
        return assertThrows(InputException.class, () -> Backtest.of(read(study), origin -> {})).problems().stream()
                .map(problem -> problem.pointer() + " " + problem.what())
                .toList();
    }

    private static String bloc(String code, String record, String rung) {
        return """
                "%s": {%s "founders": ["CHN", "KAZ", "RUS"], "ladder": {"%s": {"height": 1}, "member": {"height": 3}}}
                """.formatted(code, record.isEmpty() ? "" : "\"record\": \"" + record + "\",", rung);
    }

    @Test
    void aSearchNeedsTwoNumbersToMove() throws IOException {
        assertEquals(
                List.of("/factors the search needs two factors or efforts at least"),
                problemsOf(bloc("AAA", "SCO", "partner"), "{\"scenario\": \"small\", \"factors\": []}"));
    }

    @Test
    void aFitNeedsABlocOfTheRecord() throws IOException {
        assertEquals(
                List.of("/scenario no bloc of the scenario stands in the record"),
                problemsOf(bloc("AAA", "", "partner"), "{\"scenario\": \"small\"}"));
    }

    @Test
    void leavingAllBlocsOutLeavesNothingToLearnFrom() throws IOException {
        assertEquals(
                List.of("/backtest/leaveOut no bloc is left to learn from"),
                problemsOf(
                        bloc("AAA", "SCO", "partner"),
                        "{\"scenario\": \"small\", \"backtest\": {\"leaveOut\": [\"AAA\"]}}"));
    }

    @Test
    void theOnlyBlocCannotBeLeftOutInTurn() throws IOException {
        assertEquals(
                List.of("/backtest/transfer no bloc is left to learn from without the only one in the record, SCO"),
                problemsOf(
                        bloc("AAA", "SCO", "partner"),
                        "{\"scenario\": \"small\", \"backtest\": {\"transfer\": true}}"));
    }

    @Test
    void aBacktestForecastsOnlyStandingsOfTheRecord() throws IOException {
        assertEquals(
                List.of(
                        "/blocs/AAA/ladder/associate the record knows no such standing, so no forecast of it can be scored"),
                problemsOf(bloc("AAA", "SCO", "associate"), "{\"scenario\": \"small\"}"));
    }

    @Test
    void aBlocIsKnownByItsRecordHoweverAScenarioCodesIt() throws IOException, InputException {
        Files.writeString(folder.resolve("coded.json"), """
                {"title": "Coded", "focus": {"state": "BLR", "bloc": "AAA"},
                 "horizon": {"start": "2010-01-01", "end": "2015-12-31"},
                 "states": {"BLR": {}, "CHN": {}, "KAZ": {}, "RUS": {}}, "blocs": {%s, %s}}
                """.formatted(
                        bloc("AAA", "SCO", "partner"), bloc("BBB", "EAEU", "observer")));
        var study = read("{\"scenario\": \"coded\", \"backtest\": {\"blocs\": [\"SCO\"], \"transfer\": true}}");
        assertEquals(
                Map.of("SCO", List.of("AAA"), "EAEU", List.of("BBB")),
                Calibration.recorded(Calibration.scenario(study)));
    }

    @Test
    void aBacktestOfNoBlocIsAProblem() {
        assertEquals(
                List.of("/backtest/blocs no bloc is named"),
                problems("{\"scenario\": \"world\", \"backtest\": {\"blocs\": []}}"));
    }

    @Test
    void aFactorStandsOnce() {
        assertEquals(
                List.of("/factors/1 \"weightStatus\" is named twice"),
                problems("{\"scenario\": \"world\", \"factors\": [\"weightStatus\", \"weightStatus\"]}"));
    }

    @Test
    void aNameThatNoFileCanHaveIsAProblem() {
        assertEquals(
                List.of("/scenario there is no such scenario beside this file"),
                problems("{\"scenario\": \"a\\u0000b\"}"));
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
