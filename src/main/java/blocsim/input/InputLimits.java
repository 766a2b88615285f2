package blocsim.input;

/**
 * How much of a user's file is read before it is refused.
 *
 * @param bytes the largest file, in bytes
 * @param depth how many objects and lists may stand in each other
 * @param values how many keys, values and brackets there may be
 * @param textLength the longest string, in characters
 */
public record InputLimits(int bytes, int depth, int values, int textLength) {
    /** 16 MiB, 64 levels, 1,000,000 parts, strings of 100,000 characters: far beyond any scenario. */
    public static final InputLimits STANDARD = new InputLimits(16 << 20, 64, 1_000_000, 100_000);
}
