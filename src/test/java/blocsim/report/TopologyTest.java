package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.input.JsonSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTest {
    /** Two squares side by side that share the arc 0, upwards; the second one has an island. */
    private static final String SQUARES = """
            {"type": "Topology",
             "transform": {"scale": [0.5, 2], "translate": [10, -4]},
             "arcs": [[[2, 0], [0, 2]], [[2, 2], [-2, 0], [0, -2], [2, 0]], [[2, 0], [2, 0], [0, 2], [-2, 0]],
                      [[8, 8], [1, 0], [0, 1], [-1, -1]]],
             "objects": {"countries": {"type": "GeometryCollection", "geometries": [
               {"type": "Polygon", "id": "004", "properties": {"name": "West"}, "arcs": [[0, 1]]},
               {"type": "MultiPolygon", "properties": {"name": "East"}, "arcs": [[[2, -1]], [[3]]]}]}}}
            """;

    private static List<Outline> outlines(String text) throws InputException {
        return Topology.outlines(JsonSource.parse(text, "squares.json"), "countries");
    }

    @Test
    void aQuantisedArcIsStepsFromThePlaceBefore() throws InputException {
        assertArrayEquals(
                new double[] {11, -4, 11, 0, 10, 0, 10, -4},
                outlines(SQUARES).get(0).rings().get(0));
    }

    @Test
    void aBorderIsReadBackwardsByTheNeighbour() throws InputException {
        assertArrayEquals(
                new double[] {11, -4, 12, -4, 12, 0, 11, 0},
                outlines(SQUARES).get(1).rings().get(0));
    }

    @Test
    void anIslandIsARingOfItsOwn() throws InputException {
        assertEquals(2, outlines(SQUARES).get(1).rings().size());
    }

    @Test
    void aCountryWithoutANumberKeepsItsName() throws InputException {
        var east = outlines(SQUARES).get(1);
        assertEquals("0 East", east.isoNumber() + " " + east.name());
    }

    @Test
    void withoutATransformArcsArePlaces() throws InputException {
        var plain = SQUARES.replaceFirst("\"transform\": .*\n", "");
        assertArrayEquals(
                new double[] {2, 0, 0, 2, 2, 2, -2, 0, 0, -2},
                outlines(plain.replace("[[[2, 0], [0, 2]], [[2, 2]", "[[[2, 0], [0, 2]], [[0, 2], [2, 2]"))
                        .get(0)
                        .rings()
                        .get(0));
    }

    @Test
    void anArcThatIsNotThereIsRefusedWithItsPlace() {
        var refused = assertThrows(InputException.class, () -> outlines(SQUARES.replace("[[0, 1]]", "[[0, 9]]")));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("/objects/countries/geometries/0/arcs/0/1"),
                refused::toString);
    }

    @Test
    void theWorldsOutlinesAreThereWithoutAntarctica() {
        assertTrue(Outlines.of(643, "") != null && Outlines.of(10, "") == null);
    }

    @Test
    void aCountryWithoutANumberIsFoundByItsName() {
        assertTrue(Outlines.of(0, "Kosovo") != null);
    }
}
