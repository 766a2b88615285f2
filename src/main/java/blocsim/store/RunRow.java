package blocsim.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finished run.
 *
 * @param designPoint the number of the design point, from 0
 * @param replicate the number of the replicate, from 0
 * @param cause why it failed; null if it did not
 * @param cells its factors and outputs in the order of the columns: {@link Double}, {@link Long}, {@link String} or
 *     {@link java.time.LocalDate}, null where there is none
 * @param started when it began, in microseconds from 1970-01-01 UTC
 * @param finished when it ended, likewise
 */
public record RunRow(
        long designPoint,
        int replicate,
        @Nullable String cause,
        List<@Nullable Object> cells,
        long started,
        long finished) {
    /** Copies the list. */
    public RunRow {
        cells = Collections.unmodifiableList(new ArrayList<>(cells));
    }
}
