package blocsim.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogisticFitTest {
    private static LogisticFit fit(ReferenceFile file, double ridge) {
        double[][] rows = file.rows();
        var x = new double[rows.length][];
        var event = new boolean[rows.length];
        for (int k = 0; k < rows.length; k++) {
            x[k] = Arrays.copyOf(rows[k], 3);
            event[k] = rows[k][3] == 1;
        }
        return LogisticFit.of(x, event, ridge);
    }

    @Test
    void thePlainFitAgreesWithAnotherProgram() throws IOException {
        var file = new ReferenceFile("logistic.csv");
        assertArrayEquals(file.figures("plain"), fit(file, 0).coefficients(), 1e-8);
    }

    @Test
    void theRidgeFitAgreesWithAnotherProgram() throws IOException {
        var file = new ReferenceFile("logistic.csv");
        assertArrayEquals(file.figures("ridge"), fit(file, 2.5).coefficients(), 1e-5);
    }

    @Test
    void aFitWithoutInputsIsTheShareOfEvents() {
        var fit = LogisticFit.of(new double[4][0], new boolean[] {true, false, false, false}, 1);
        assertEquals(.25, fit.probability(), 1e-12);
    }

    @Test
    void thePenaltyHoldsWhatWouldRunAway() {
        var fit = LogisticFit.of(new double[][] {{-1}, {1}}, new boolean[] {false, true}, 1);
        // By hand: the slope β solves 2(1 - p(β)) = β, p the logistic function.
        double slope = fit.coefficients()[1];
        assertEquals(slope, 2 * (1 - LogisticFit.logistic(slope)), 1e-10);
    }

    @Test
    void rowsWithoutEventsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> LogisticFit.of(new double[][] {{1}}, new boolean[0], 1));
    }
}
