package blocsim.experiment;

/**
 * A part of a study's design points: every so many, so that each part has some from everywhere.
 *
 * @param index which part, from 1
 * @param of how many parts there are, at least {@code index}
 */
public record Shard(int index, int of) {
    /** The whole study. */
    public static final Shard WHOLE = new Shard(1, 1);

    /** @throws IllegalArgumentException if there is no such part */
    public Shard {
        if (index < 1 || of < index) {
            throw new IllegalArgumentException("shard " + index + " of " + of + "; give 1/1 to n/n");
        }
    }

    /** The number of design points, of so many, that are its own. */
    public long share(long points) {
        return points < index ? 0 : (points - index) / of + 1;
    }

    /** Its nth design point, from 0. */
    public long point(long n) {
        return n * of + index - 1;
    }

    @Override
    public String toString() {
        return index + "/" + of;
    }
}
