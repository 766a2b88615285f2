package blocsim.model;

/** The standing of one state in one bloc on the first day of the horizon.
 *
 * @param bloc its index
 * @param state its index
 * @param rung the rung in force; 0 for an outsider
 * @param since the day since when
 * @param approved a rung approved and not in force, or 0
 * @param entryDay the day on which that comes into force
 */
public record Start(int bloc, int state, int rung, int since, int approved, int entryDay) {}
