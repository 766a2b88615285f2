package blocsim.report;

/**
 * The Equal Earth projection, on which equal areas of the globe stay equal, on a globe of radius 1.
 *
 * <p>Source: Šavrič, Patterson and Jenny (2018), "The Equal Earth map projection", International Journal of Geographical
 * Information Science 33(3), doi:10.1080/13658816.2018.1504949.
 */
final class EqualEarth {
    private static final double A1 = 1.340264;
    private static final double A2 = -.081106;
    private static final double A3 = .000893;
    private static final double A4 = .003796;
    private static final double ROOT3 = StrictMath.sqrt(3);

    private EqualEarth() {}

    /**
     * The place across.
     *
     * @param longitude in degrees east of the central meridian, from -180 to 180
     * @param latitude in degrees north
     */
    static double x(double longitude, double latitude) {
        double t = parameter(latitude);
        double t2 = t * t;
        double t6 = t2 * t2 * t2;
        double slope = A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2);
        return 2 * ROOT3 * StrictMath.toRadians(longitude) * StrictMath.cos(t) / (3 * slope);
    }

    /** The place up. */
    static double y(double latitude) {
        double t = parameter(latitude);
        double t2 = t * t;
        double t6 = t2 * t2 * t2;
        return t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
    }

    private static double parameter(double latitude) {
        return StrictMath.asin(ROOT3 / 2 * StrictMath.sin(StrictMath.toRadians(latitude)));
    }
}
