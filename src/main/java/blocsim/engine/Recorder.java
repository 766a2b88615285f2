package blocsim.engine;

import blocsim.model.Cause;

/**
 * What a run tells while it goes on, by indices and days counted from 1970-01-01. What is recorded changes no draw, so a run is
 * the same whatever listens. Every method does nothing unless overridden.
 */
public interface Recorder {
    /**
     * The rungs in force at the end of a tick.
     *
     * @param rungs the rung of state i in bloc b at {@code b * states + i}; not to be kept or changed
     */
    default void standings(int tick, byte[] rungs) {}

    /**
     * Something happened to the status of a state.
     *
     * @param from the rung in force before
     * @param to the rung in force after it, or the rung that it is about where none changes
     */
    default void happened(int day, int bloc, int state, int from, int to, Cause cause) {}

    /**
     * A member objected to a candidate.
     *
     * @param first whether it was the first to object
     */
    default void objected(int day, int bloc, int state, int rung, int objector, boolean first) {}

    /** Whether {@link #worth} is to be called for a pair; it costs time. */
    default boolean follows(int bloc, int state) {
        return wantsReasons();
    }

    /**
     * What a bloc is worth to a state on the first day of a tick.
     *
     * @param parts by {@link blocsim.model.Part}; parts of groups unweighted, parts of the cost weighted; not to be kept
     */
    default void worth(int tick, int bloc, int state, double[] parts) {}

    /** Whether the methods below are to be called; they cost time. */
    default boolean wantsReasons() {
        return false;
    }

    /**
     * A state weighed asking for a rung.
     *
     * @param hope q̃, the chance of approval it counted on
     * @param utility η
     * @param probability of asking for it within a year
     */
    default void weighed(int tick, int bloc, int state, int rung, double hope, double utility, double probability) {}

    /**
     * A summit had a request before it.
     *
     * @param takenUp u, or 0 where a gate was shut
     * @param passes P(nobody objects) with fresh stances
     * @param gatesOpen whether every gate stood open
     * @param taken whether it was taken up
     */
    default void considered(
            int day, int bloc, int state, int rung, double takenUp, double passes, boolean gatesOpen, boolean taken) {}

    /**
     * The stance of a member in a case that was taken up.
     *
     * @param terms by {@link blocsim.model.StanceTerm}; not to be kept
     * @param objecting the probability that it objects, whatever the others do
     */
    default void stance(
            int day, int bloc, int state, int rung, int member, double[] terms, double objecting, boolean objects) {}
}
