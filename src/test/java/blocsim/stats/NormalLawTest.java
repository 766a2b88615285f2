package blocsim.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NormalLawTest {
    @Test
    void numbersAreTheCholeskyFactorTimesIndependentOnes() throws NormalLaw.NotPositive {
        // Covariance (4, 2; 2, 3) is L·L' of L = (2, 0; 1, √2).
        var law = NormalLaw.of(new double[][] {{4}, {2, 3}});
        assertArrayEquals(new double[] {2, 1 + Math.sqrt(2)}, law.of(new double[] {1, 1}), 1e-12);
    }

    @Test
    void numbersBeforeDoNotHangOnThoseAfter() throws NormalLaw.NotPositive {
        double[] both = NormalLaw.of(new double[][] {{4}, {2, 3}}).of(new double[] {.7, -2});
        assertEquals(NormalLaw.of(new double[][] {{4}}).of(new double[] {.7})[0], both[0]);
    }

    @Test
    void theRowThatIsLeftNoVarianceIsNamed() {
        var wrong =
                assertThrows(NormalLaw.NotPositive.class, () -> NormalLaw.of(new double[][] {{1}, {0, 1}, {1, 0, .9}}));
        assertEquals(2, wrong.row());
    }
}
