package blocsim.history;

import blocsim.panel.Status;
import java.time.LocalDate;

/**
 * A state and a bloc at the origin of a forecast: one of the questions that a back-test asks.
 *
 * @param origin the day at whose end one looks ahead
 * @param bloc code of the bloc
 * @param state code of the state
 * @param from the status in force at the origin; an open accession counts as {@code CANDIDATE}
 * @param pendingEntry whether an approval stands at the origin that is not in force yet
 */
public record Cell(LocalDate origin, String bloc, String state, Status from, boolean pendingEntry) {}
