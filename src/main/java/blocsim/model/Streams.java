package blocsim.model;

/**
 * The random numbers of one replicate: each is addressed by what it is for, never drawn in turn.
 *
 * <p>A draw is a hash of (seed, replicate, purpose, entities), so it does not depend on the order of draws, on threads or on
 * what else a scenario holds, and two scenarios share draws wherever they share addresses (common random numbers). Each
 * word of the address passes through the finaliser of SplitMix64 with the constants of Stafford's thirteenth variant
 * (Steele, Lea and Flood 2014, "Fast Splittable Pseudorandom Number Generators"). Immutable and thread-safe.
 */
public final class Streams {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1.0p-53;
    private static final double BELOW_ONE = 1 - TO_UNIT;

    private final long base;

    /**
     * @param seed the master seed
     * @param replicate the number of the replicate, from 0
     */
    public Streams(long seed, int replicate) {
        this.base = mix(mix(seed + GOLDEN) ^ (GOLDEN * (replicate + 1L)));
    }

    /** A number for a code, such as {@code BLR}: its part in the address of a draw. */
    public static long key(String code) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < code.length(); i++) {
            hash = (hash ^ code.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    /** A number uniform in (0, 1), never 0 and never 1, for a purpose and up to four keys. */
    public double uniform(Purpose purpose, long a, long b, long c, long d) {
        long hash = mix(base ^ purpose.key());
        hash = mix(hash ^ (a + GOLDEN));
        hash = mix(hash ^ (b + GOLDEN));
        hash = mix(hash ^ (c + GOLDEN));
        hash = mix(hash ^ (d + GOLDEN));
        return unit(hash);
    }

    /** The part that draws for one purpose and two keys have in common: the address without its last key. */
    public long prefix(Purpose purpose, long a, long b) {
        long hash = mix(base ^ purpose.key());
        hash = mix(hash ^ (a + GOLDEN));
        return mix(hash ^ (b + GOLDEN));
    }

    /** A number uniform in (0, 1), never 0 and never 1, for the last key of an address. */
    public static double uniform(long prefix, long key) {
        return unit(mix(prefix ^ (key + GOLDEN)));
    }

    private static double unit(long hash) {
        return Math.min(((hash >>> 11) + 0.5) * TO_UNIT, BELOW_ONE);
    }

    /** An exponential draw of mean 1. */
    public double exponential(Purpose purpose, long a, long b, long c, long d) {
        return -StrictMath.log(uniform(purpose, a, b, c, d));
    }

    /** A standard normal draw, by the inverse of its distribution function. */
    public double normal(Purpose purpose, long a, long b, long c, long d) {
        return Normal.quantile(uniform(purpose, a, b, c, d));
    }

    private static long mix(long word) {
        long z = word + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
