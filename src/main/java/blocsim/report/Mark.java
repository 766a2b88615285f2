package blocsim.report;

import java.time.LocalDate;

/**
 * A recorded date marked on a chart by a labelled upright line.
 *
 * @param date the day
 * @param label a word or two beside the line, such as {@code Observer 2015}
 * @param rung the rung that the date is about; it gives the line its colour
 */
public record Mark(LocalDate date, String label, Rung rung) {}
