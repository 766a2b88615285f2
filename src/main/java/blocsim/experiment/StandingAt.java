package blocsim.experiment;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a state stands with a bloc on a day: as on record, or as simulated up to it. Rungs are indices of the ladder, 0 an outsider's. */
public sealed interface StandingAt {
    /**
     * As on record.
     *
     * @param held the rung in force
     * @param asked the rung of a pending request, or 0
     * @param approved a rung approved and not in force, or 0
     */
    record Recorded(int held, int asked, int approved) implements StandingAt {}

    /**
     * As simulated. A replicate counts as below the rung in question if the state neither holds it or a higher one nor is approved for
     * it.
     *
     * @param from the first day simulated, before which standings are on record
     * @param replicates how many were run
     * @param below how many of them are below the rung in question on the day
     * @param held in how many of all replicates each rung is in force
     * @param askedBelow in how many of those below each rung is asked for; 0 for no request
     */
    record Simulated(
            LocalDate from,
            int replicates,
            int below,
            SortedMap<Integer, Integer> held,
            SortedMap<Integer, Integer> askedBelow)
            implements StandingAt {
        /** Copies the maps. */
        public Simulated {
            held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
            askedBelow = Collections.unmodifiableSortedMap(new TreeMap<>(askedBelow));
        }
    }
}
