package blocsim.report;

import java.time.LocalDate;

/**
 * An estimate at a date, one point of a line with its band.
 *
 * @param date the day that the estimate speaks of
 * @param estimate the figure and its interval
 */
public record DatedEstimate(LocalDate date, Estimate estimate) {}
