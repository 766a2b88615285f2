package blocsim.forecast;

/** From one year to several. */
final class Years {
    private Years() {}

    /** The probability of at least one event in some years that are alike and independent. */
    static double within(double yearly, int years) {
        return -StrictMath.expm1(years * StrictMath.log1p(-yearly));
    }
}
