package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.scenario.Level;
import blocsim.scenario.Study;
import blocsim.stats.UnitDesigns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignPointsTest {
    private static final String FACTORS = """
            "a": {"pointer": "/parameters/weightNetwork", "type": "range", "low": 0, "high": 1, "levels": 3},
            "b": {"pointer": "/parameters/weightAlignment", "type": "range", "low": 0, "high": 1, "levels": 3},
            "c": {"pointer": "/parameters/weightEconomy", "type": "range", "low": 0, "high": 1, "levels": 2}
            """;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private List<double[]> points(String design) throws IOException, InputException {
        Study study = SmallStudy.read(folder, """
                {"scenario": "small", "factors": {%s}, "design": %s,
                 "outputs": {"requests": {"type": "requests", "bloc": "SCO"}}}
                """.formatted(FACTORS, design));
        var points = new DesignPoints(study);
        var all = new ArrayList<double[]>();
        for (long n = 0; n < points.size(); n++) {
            all.add(points.at(n).stream()
                    .map(Level::cell)
                    .mapToDouble(cell -> (Double) cell)
                    .toArray());
        }
        return all;
    }

    @Test
    void aFactorialHasEveryCombinationOnce() throws IOException, InputException {
        var seen = new HashSet<List<Double>>();
        for (double[] point : points("{\"type\": \"factorial\"}")) {
            seen.add(List.of(point[0], point[1], point[2]));
        }
        assertEquals(18, seen.size());
    }

    @Test
    void aLatinHypercubeHasEachStratumOfEachFactorOnce() throws IOException, InputException {
        var points = points("{\"type\": \"latin-hypercube\", \"points\": 40}");
        for (int f = 0; f < 3; f++) {
            var strata = new TreeSet<Integer>();
            for (double[] point : points) {
                strata.add((int) (point[f] * 40));
            }
            assertEquals(40, strata.size());
        }
    }

    @Test
    void aBlockOfTheSobolSequenceHasEachStratumOfEachFactorOnce() throws IOException, InputException {
        var points = points("{\"type\": \"sobol\", \"points\": 64}");
        for (int f = 0; f < 3; f++) {
            var strata = new TreeSet<Integer>();
            for (double[] point : points) {
                strata.add((int) (point[f] * 64));
            }
            assertEquals(64, strata.size());
        }
    }

    @Test
    void saltelliRowsExchangeOneFactorAtATime() throws IOException, InputException {
        var points = points("{\"type\": \"saltelli\", \"baseRows\": 8}");
        assertEquals(40, points.size());
        for (int row = 0; row < 8; row++) {
            double[] a = points.get(5 * row);
            double[] b = points.get(5 * row + 4);
            for (int f = 0; f < 3; f++) {
                double[] mixed = points.get(5 * row + 1 + f);
                for (int g = 0; g < 3; g++) {
                    assertEquals(f == g ? b[g] : a[g], mixed[g]);
                }
            }
        }
    }

    @Test
    void saltelliRowsAreThoseThatIndicesAreTestedOn() throws IOException, InputException {
        var points = points("{\"type\": \"saltelli\", \"baseRows\": 24}");
        assertArrayEquals(
                UnitDesigns.saltelli(24, 3, UnitDesigns.balancedSkip(24), false), points.toArray(double[][]::new));
    }

    @Test
    void aTrajectoryMovesEachFactorOnceByHalfTheLevels() throws IOException, InputException {
        var points = points("{\"type\": \"morris\", \"trajectories\": 10, \"levels\": 4}");
        for (int row = 0; row < 10; row++) {
            var moved = new TreeSet<Integer>();
            for (int step = 0; step < 3; step++) {
                for (int f = 0; f < 3; f++) {
                    double by = Math.abs(points.get(4 * row + step + 1)[f] - points.get(4 * row + step)[f]);
                    if (by > 0) {
                        assertEquals(2.0 / 3, by, 1e-12);
                        assertTrue(moved.add(f), "factor " + f + " moves twice");
                    }
                }
            }
            assertEquals(3, moved.size());
        }
    }
}
