package blocsim.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RankedProbabilityTest {
    /** Cumulative .2, .7, 1 against 0, 1, 1: (.04 + .09)/2. */
    @Test
    void threeClassesAreScoredByHand() {
        assertEquals(.065, RankedProbability.score(new double[] {.2, .5, .3}, 1), 1e-15);
    }

    @Test
    void aMissByTwoCostsMoreThanAMissByOne() {
        double[] sure = {1, 0, 0};
        assertTrue(RankedProbability.score(sure, 2) > RankedProbability.score(sure, 1));
    }

    @Test
    void twoClassesScoreLikeBrier() {
        assertEquals(.09, RankedProbability.score(new double[] {.3, .7}, 1), 1e-15);
    }
}
