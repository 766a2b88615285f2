package blocsim.scenario;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a value of a scenario rests on.
 *
 * @param pointer the value
 * @param source the id of a work, in the bundled bibliography or the scenario's own
 * @param words what the work says, in the scenario's own words
 * @param knownFrom the date from which one could know it; null where none is given
 */
public record Cited(
        String pointer,
        String source,
        String words,
        @Nullable LocalDate knownFrom) {}
