package blocsim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryForecastsTest {
    private static BinaryForecasts forecasts(ReferenceFile file) {
        double[][] rows = file.rows();
        var p = new double[rows.length];
        var event = new boolean[rows.length];
        for (int k = 0; k < rows.length; k++) {
            p[k] = rows[k][0];
            event[k] = rows[k][1] == 1;
        }
        return new BinaryForecasts(p, event);
    }

    private static double score(BinaryForecasts forecasts, String name) {
        return switch (name) {
            case "brier" -> forecasts.brier();
            case "log" -> forecasts.log();
            case "average_precision" -> forecasts.averagePrecision();
            default -> forecasts.auroc();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"brier", "log", "average_precision", "auroc"})
    void scoresAgreeWithAnotherProgram(String name) throws IOException {
        var file = new ReferenceFile("binary-forecasts.csv");
        assertEquals(file.figures(name)[0], score(forecasts(file), name), 1e-12);
    }

    /** Two events above one other and level with one: (2 + 1 + ½ + 1) of 2 × 3 pairs, by hand. */
    @Test
    void aTieCountsHalf() {
        var tied =
                new BinaryForecasts(new double[] {.9, .5, .5, .7, .1}, new boolean[] {true, true, false, false, false});
        assertEquals((3 + 1.5) / 6, tied.auroc(), 1e-15);
    }

    @Test
    void whatKnowsNothingHasTheShareOfEventsForItsPrecision() {
        var flat = new BinaryForecasts(new double[] {.2, .2, .2, .2}, new boolean[] {false, true, false, false});
        assertEquals(.25, flat.averagePrecision(), 1e-15);
    }

    @Test
    void aWeightOfTwoCountsAsTwoForecasts() {
        var once = new BinaryForecasts(new double[] {.8, .3, .4}, new boolean[] {true, false, true});
        var twice = new BinaryForecasts(new double[] {.8, .3, .3, .4}, new boolean[] {true, false, false, true});
        assertEquals(twice.auroc(), once.auroc(new int[] {1, 2, 1}), 1e-15);
        assertEquals(twice.averagePrecision(), once.averagePrecision(new int[] {1, 2, 1}), 1e-15);
        assertEquals(twice.log(), once.log(new int[] {1, 2, 1}), 1e-15);
    }

    @Test
    void anImpossibleEventCostsTheFloor() {
        var wrong = new BinaryForecasts(new double[] {0}, new boolean[] {true});
        assertEquals(-Math.log(BinaryForecasts.FLOOR), wrong.log(), 1e-12);
    }

    @Test
    void whatExpectsTwiceTheEventsIsBiasedByOne() {
        var eager = new BinaryForecasts(new double[] {.5, .5, .5, .5}, new boolean[] {true, false, false, false});
        assertEquals(1, eager.bias(eager.once()), 1e-15);
    }

    @Test
    void aProbabilityAboveOneIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new BinaryForecasts(new double[] {1.1}, new boolean[] {true}));
    }
}
