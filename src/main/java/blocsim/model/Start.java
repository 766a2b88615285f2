package blocsim.model;

/**
 * The standing of one state in one bloc on the first day of the horizon.
 *
 * @param bloc its index
 * @param state its index
 * @param rung the rung in force; 0 for an outsider
 * @param since the day since when
 * @param approved a rung approved and not in force, or 0
 * @param entryDay the day on which that comes into force
 * @param asked the rung of a request pending, or 0
 * @param askedDay the day on which that was made
 */
public record Start(int bloc, int state, int rung, int since, int approved, int entryDay, int asked, int askedDay) {
    /** A standing without a request or an approval. */
    public static Start holding(int bloc, int state, int rung, int since) {
        return new Start(bloc, state, rung, since, 0, 0, 0, 0);
    }
}
