package blocsim.fit;

import java.util.List;

/**
 * What was observed in one year of a state and the blocs that it weighs together, or of one request of it that was pending at the origin.
 *
 * @param state its index
 * @param group the indices of the blocs
 * @param bloc the bloc that the event or the pending request is about; -1 if nothing was asked
 * @param pending the rung of the request pending at the origin; 0 if none was
 * @param pendingYears for how long it will have been pending at the year's summit
 * @param event what happened
 * @param rung the rung asked for or granted; 0 if neither
 * @param asked years from the origin to the request; not a number where its day is not known
 * @param objectors the indices of the members named as objectors; if empty in a stop, nobody or everybody was named
 */
record Unit(
        int state,
        List<Integer> group,
        int bloc,
        int pending,
        double pendingYears,
        Event event,
        int rung,
        double asked,
        List<Integer> objectors) {
    Unit {
        group = List.copyOf(group);
        objectors = List.copyOf(objectors);
    }

    /** What happened. */
    enum Event {
        /** Nothing is on record. */
        NOTHING,
        /** A rise was decided: on the request pending or, with none on record, on one that nobody saw. */
        RAISED,
        /** What was asked for before was stopped by members on record. */
        STOPPED,
        /** A request was made, and nothing else. */
        ASKED,
        /** A request was made, and a rise decided. */
        ASKED_RAISED,
        /** A request was made, and stopped by members on record. */
        ASKED_STOPPED;

        /** Whether a request was made and is on record. */
        boolean asks() {
            return this == ASKED || this == ASKED_RAISED || this == ASKED_STOPPED;
        }
    }
}
