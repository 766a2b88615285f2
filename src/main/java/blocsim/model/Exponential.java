package blocsim.model;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * e^x, the same to the last bit on every machine, and several times as fast as {@link StrictMath#exp}, whose code is made for the last
 * half of a unit.
 *
 * <p>e^x = 2^k · 2^(j/64) · e^r with |r| at most ln 2/128: the first factor by bits, the second from a table, the third by its
 * series (Tang 1989, "Table-Driven Implementation of the Exponential Function in IEEE Floating-Point Arithmetic"). Only sums and
 * products of doubles are used, which Java rounds alike everywhere; the error is below {@value #ERROR_IN_ULPS} units in the last place.
 */
public final class Exponential {
    /** The largest error, in units in the last place of the result, for results that are normal numbers. */
    public static final double ERROR_IN_ULPS = 1.5;

    private static final int STEPS = 64;
    private static final int STEP_BITS = 6;
    private static final double STEPS_PER_LN_2 = STEPS / StrictMath.log(2);

    /** ln 2/64, its leading bits, of which a product with a whole number up to 2^17 is exact, and the rest. */
    private static final double STEP_HIGH = 0x1.62e42fef8p-7;

    private static final double STEP_LOW = 0x1.1cf79abc9e3b4p-42;

    /** Added and taken away again, it rounds to a whole number. */
    private static final double ROUND = 0x1.8p52;

    /** Beyond these e^x is no normal number, and left to {@link StrictMath}. */
    private static final double LEAST = -708;

    private static final double MOST = 709;

    private static final MathContext DIGITS = new MathContext(40);

    /** 2^(j/64), each rounded once: {@link StrictMath#pow} misses a last bit here and there. */
    private static final double[] POWERS = new double[STEPS];

    static {
        var root = BigDecimal.valueOf(2);
        for (int n = 0; n < STEP_BITS; n++) {
            root = root.sqrt(DIGITS);
        }
        var power = BigDecimal.ONE;
        for (int j = 0; j < STEPS; j++) {
            POWERS[j] = power.doubleValue();
            power = power.multiply(root, DIGITS);
        }
    }

    private Exponential() {}

    /** e^x. */
    public static double of(double x) {
        if (!(x > LEAST && x < MOST)) {
            return StrictMath.exp(x);
        }
        double shifted = x * STEPS_PER_LN_2 + ROUND;
        double whole = shifted - ROUND;
        int steps = (int) whole;
        double r = x - whole * STEP_HIGH - whole * STEP_LOW;
        double square = r * r;
        double grown = r + square * (0.5 + r * (1.0 / 6) + square * (1.0 / 24 + r * (1.0 / 120)));
        double power = POWERS[steps & STEPS - 1];
        return (power + power * grown) * Double.longBitsToDouble((steps >> STEP_BITS) + 1023L << 52);
    }
}
