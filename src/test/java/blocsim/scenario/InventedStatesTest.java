package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.model.World;
import blocsim.panel.Panel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios whose states no panel knows. */
class InventedStatesTest {
    private static final String JSON = """
            {
              "focus": {"state": "X03", "bloc": "B1"},
              "horizon": {"start": "2001-01-01", "end": "2002-12-31"},
              "states": {
                "X01": {"idealPoint": 0, "gdp": 3e12, "polyarchy": 0.5, "tradeShares": {"X02": 0.6, "X03": 0.3},
                        "borders": ["X02"], "near": ["X03"], "bodies": ["O1", "O2"]},
                "X02": {"idealPoint": {"2002": 1}, "gdp": 1e12, "polyarchy": 0.5, "rivals": ["X03"], "bodies": ["O1"]},
                "X03": {"idealPoint": 0, "gdp": 1e12, "polyarchy": 0.5, "bodies": ["O2"]}
              },
              "blocs": {"B1": {"founders": ["X01", "X02"], "ladder": {"member": {"height": 3}}}}
            }
            """;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private World world() throws IOException, InputException {
        var file = SmallScenario.write(folder, "invented.json", JSON);
        return WorldBuilder.build(new ScenarioReader().read(file, List.of()), Panel.bundled())
                .world();
    }

    private List<String> problems(String json) throws IOException {
        return SmallScenario.problemsOf(SmallScenario.write(folder, "wrong.json", json));
    }

    private void isProblem(String json, String message) throws IOException {
        var problems = problems(json);
        assertTrue(problems.size() == 1 && problems.get(0).contains(message), problems.toString());
    }

    @Test
    void theWorldsGdpIsTheSumOfTheStates() throws IOException, InputException {
        assertEquals(5e12, world().figures().get(0).worldGdp());
    }

    @Test
    void reliesOnTheLargestPartnerUnlessGivenPatrons() throws IOException, InputException {
        assertEquals(0.6, world().figures().get(0).reliance(0, 1));
    }

    @Test
    void concentrationIsThatOfTheSharesGiven() throws IOException, InputException {
        assertEquals(StrictMath.sqrt(0.36 + 0.09), world().figures().get(0).concentration(0), 1e-15);
    }

    @Test
    void whatStandsWithOneHoldsForBoth() throws IOException, InputException {
        assertTrue(world().figures().get(0).rival(2, 1));
    }

    @Test
    void aLandNeighbourIsNear() throws IOException, InputException {
        assertEquals(2, world().geography().nearCount(0));
    }

    @Test
    void aBodyCountsByOneOverItsMembers() throws IOException, InputException {
        assertEquals(0.5 / StrictMath.sqrt(1.0 * 0.5), world().figures().get(0).sharedBodies(0, 1), 1e-15);
    }

    @Test
    void theFirstValueHoldsBeforeItsDay() throws IOException, InputException {
        assertEquals(1, world().figures().get(0).idealPoint(1));
    }

    @Test
    void aMissingFigureIsAProblem() throws IOException {
        isProblem(JSON.replace("\"gdp\": 3e12, ", ""), "the key \"gdp\" is missing");
    }

    @Test
    void countriesDoNotStandBesideInventedStates() throws IOException {
        isProblem(JSON.replace("\"states\": {", "\"states\": {\"BLR\": {},"), "stand beside countries");
    }

    @Test
    void aCountrysNeighboursAreThePanels() throws IOException {
        isProblem(
                SmallScenario.JSON.replace("\"BLR\": {}", "\"BLR\": {\"near\": [\"UZB\"]}"),
                "the panel knows this of BLR");
    }

    @Test
    void aNeighbourMustBeAState() throws IOException {
        isProblem(JSON.replace("[\"X03\"], \"bodies\": [\"O1\"]", "[\"X04\"], \"bodies\": [\"O1\"]"), "\"X04\"");
    }

    @Test
    void noStateIsItsOwnRival() throws IOException {
        isProblem(JSON.replace("\"rivals\": [\"X03\"]", "\"rivals\": [\"X02\"]"), "cannot stand here for itself");
    }

    @Test
    void anInventedBlocHasNoRecord() throws IOException {
        isProblem(JSON.replace("\"founders\"", "\"record\": \"SCO\", \"founders\""), "has no record");
    }

    @Test
    void nothingIsKnownUntilADayInAnInventedWorld() throws IOException {
        isProblem(JSON.replace("\"states\": {", "\"dataUntil\": \"2001-12-31\", \"states\": {"), "is on record");
    }
}
