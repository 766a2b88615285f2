package blocsim.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RequestTest {
    @Test
    void withoutSharpnessEachMoveAndStayingAreEquallyLikely() {
        double[] utilities = {3, -2};
        assertEquals(2.0 / 3, Request.choose(utilities, 2, 0), 1e-15);
        assertArrayEquals(new double[] {1.0 / 3, 1.0 / 3}, utilities, 1e-15);
    }

    @Test
    void withBoundlessSharpnessTheBestReplyIsChosen() {
        double[] utilities = {0.1, 0.2};
        assertEquals(1, Request.choose(utilities, 2, 1e6), 1e-12);
        assertArrayEquals(new double[] {0, 1}, utilities, 1e-12);
    }

    @Test
    void withBoundlessSharpnessNobodyAsksForWhatIsWorthLessThanStaying() {
        assertEquals(0, Request.choose(new double[] {-0.1, -3}, 2, 1e6), 1e-12);
    }

    /** exp(-1), exp(.5) over 1 + exp(-1) + exp(.5), by hand. */
    @Test
    void probabilitiesAreTheLogit() {
        double[] utilities = {-1, 0.5};
        Request.choose(utilities, 2, 1);
        assertArrayEquals(new double[] {0.121952, 0.546549}, utilities, 1e-6);
    }

    @Test
    void aRequestWithoutHopeCostsFaceAndEffort() {
        assertEquals(-0.5 - 2, Request.utility(0, Request.worth(1, 10, 0.5), 0.5, 2), 1e-15);
    }

    @Test
    void aCertainRequestBringsTheDiscountedGainLessTheEffort() {
        assertEquals(0.81 * 10 - 2, Request.utility(1, Request.worth(0.81, 10, 0.5), 0.5, 2), 1e-15);
    }
}
