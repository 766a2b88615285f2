package blocsim.model;

/**
 * The rate at which an event comes due, in events per year, and what it means over a span.
 *
 * <p>Source: Allison (1982), "Discrete-Time Methods for the Analysis of Event Histories".
 */
public final class Hazard {
    private Hazard() {}

    /**
     * The probability, in [0, 1], that the event comes due within a span.
     *
     * @param perYear events per year, finite and at least 0
     * @param years the span, at least 0
     */
    public static double within(double perYear, double years) {
        return -StrictMath.expm1(-perYear * years);
    }

    /**
     * The years until the event comes due, for a uniform draw.
     *
     * @param perYear events per year, above 0
     * @param uniform in (0, 1)
     */
    public static double wait(double perYear, double uniform) {
        return -StrictMath.log1p(-uniform) / perYear;
    }
}
