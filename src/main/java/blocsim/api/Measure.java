package blocsim.api;

/**
 * A number read off a run by a class of a user's own, such as the years for which a state waited. It is called from several threads at
 * once and must keep nothing between calls.
 */
public interface Measure {
    /** What it is called, as a column is. */
    String name();

    /**
     * The number.
     *
     * @return in a unit of the measure's own; {@link Double#NaN} where a run has none
     */
    double of(Trajectory run);
}
