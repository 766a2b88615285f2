package blocsim.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OutlookTest {
    @Test
    void oneSummitApprovesWhatItTakesUpAndLetsPass() {
        assertEquals(0.3 * 0.6, new Outlook(1, 1, 0.12).approved(0.3, 0.6), 1e-15);
    }

    @Test
    void stancesThatNeverChangeDecideOnceAndForAll() {
        double takenUpAtLeastOnce = 1 - Math.pow(0.7, 5);
        assertEquals(takenUpAtLeastOnce * 0.6, new Outlook(5, 1, 0).approved(0.3, 0.6), 1e-12);
    }

    @Test
    void stancesThatAlwaysChangeMakeSummitsIndependent() {
        assertEquals(1 - Math.pow(1 - 0.3 * 0.6, 5), new Outlook(5, 1, 1e9).approved(0.3, 0.6), 1e-12);
    }

    /** Drawn case by case: a stance is kept until a Poisson renewal. */
    @Test
    void theRecursionAgreesWithDrawnCases() {
        var random = new Random(4);
        int cases = 200_000;
        int approved = 0;
        for (int n = 0; n < cases; n++) {
            boolean objects = random.nextDouble() >= 0.4;
            for (int year = 0; year < 5; year++) {
                if (year > 0 && random.nextDouble() < -Math.expm1(-0.5)) {
                    objects = random.nextDouble() >= 0.4;
                }
                if (random.nextDouble() < 0.6 && !objects) {
                    approved++;
                    break;
                }
            }
        }
        assertEquals((double) approved / cases, new Outlook(5, 1, 0.5).approved(0.6, 0.4), 0.006);
    }
}
