package blocsim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExponentialTest {
    private static final double STEP = 0.00137;

    @Test
    void itLiesWithinItsErrorOfTheStrictFunction() {
        for (double x = -707.9; x < 708.9; x += STEP) {
            double strict = StrictMath.exp(x);
            double off = Math.abs(Exponential.of(x) - strict) / Math.ulp(strict);
            assertTrue(off <= Exponential.ERROR_IN_ULPS + 1, x + " is off by " + off);
        }
    }

    /** The reference was worked out with Python's doubles, and its powers of two with mpmath to 120 bits. */
    @Test
    void itsBitsAreThoseOfAnotherProgram() {
        long bits = 1;
        for (double x = -40; x < 40; x += STEP) {
            bits = 31 * bits + Double.doubleToLongBits(Exponential.of(x));
        }
        assertEquals(0xbf9006e88183f5a3L, bits);
    }

    @Test
    void nothingIsOne() {
        assertEquals(1, Exponential.of(0));
    }

    @Test
    void whatIsTooLargeIsInfinite() {
        assertEquals(Double.POSITIVE_INFINITY, Exponential.of(1000));
    }

    @Test
    void whatIsTooSmallIsNothing() {
        assertEquals(0, Exponential.of(-1000));
    }

    @Test
    void whatIsNoNumberStaysNone() {
        assertEquals(Double.NaN, Exponential.of(Double.NaN));
    }
}
