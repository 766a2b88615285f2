package blocsim.api;

/** The luck of a rule in one tick of one replicate. Each number is addressed by what it is for, never drawn in turn. */
@FunctionalInterface
public interface Draws {
    /**
     * A number uniform in (0, 1), never 0 and never 1.
     *
     * @param what it is for, such as {@code "SCO BLR"}; the same word gives the same number again
     */
    double uniform(String what);
}
