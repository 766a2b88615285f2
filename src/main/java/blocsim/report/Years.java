package blocsim.report;

import java.time.LocalDate;

/** Dates as places on an axis of years: no clock and no time zone comes between. */
final class Years {
    private Years() {}

    /** The date as a decimal year: 1 January 2015 is 2015.0. */
    static double of(LocalDate date) {
        return date.getYear() + (date.getDayOfYear() - 1) / (double) date.lengthOfYear();
    }
}
