package blocsim.panel;

/**
 * A figure read off the panel, and where it comes from.
 *
 * @param value the figure in the unit of its table; not a number if nothing is known
 * @param origin whether the figure belongs to the year asked or was carried to it
 * @param fromYear the year that the figure belongs to; 0 if nothing is known
 */
public record Reading(double value, Origin origin, int fromYear) {
    /** The reading where nothing is known. */
    public static final Reading NONE = new Reading(Double.NaN, Origin.ABSENT, 0);

    /** Whether there is a figure at all. */
    public boolean known() {
        return origin != Origin.ABSENT;
    }
}
