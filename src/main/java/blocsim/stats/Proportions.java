package blocsim.stats;

/** Intervals for shares of independent trials, all at 95 %. */
public final class Proportions {
    private static final double Z = 1.959963984540054;

    private Proportions() {}

    /**
     * A share with its Wilson score interval.
     *
     * <p>Source: Wilson (1927), "Probable Inference, the Law of Succession, and Statistical Inference".
     *
     * @param successes from 0 to {@code trials}
     * @param trials at least 1
     * @throws IllegalArgumentException if there are no trials, or more successes than trials
     */
    public static Interval wilson(int successes, int trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    successes + " of " + trials + " is no share; give from 0 to all of at least 1 trial");
        }
        double n = trials;
        double p = successes / n;
        double z2 = Z * Z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z * StrictMath.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
        double lower = successes == 0 ? 0 : Math.max(0, centre - half);
        double upper = successes == trials ? 1 : Math.min(1, centre + half);
        return new Interval(p, lower, upper);
    }

    /**
     * The difference of two shares over the same trials, second less first, with an interval for matched pairs.
     *
     * <p>Source: Agresti and Min (2005), "Simple Improved Confidence Intervals for Comparing Matched Proportions": the Wald
     * interval after half a trial is added to each of the four cells. The value itself is the plain difference.
     *
     * @param onlyFirst trials in which only the first holds
     * @param onlySecond trials in which only the second holds
     * @param trials all trials, at least 1
     */
    public static Interval pairedDifference(int onlyFirst, int onlySecond, int trials) {
        if (trials < 1 || onlyFirst < 0 || onlySecond < 0 || onlyFirst + onlySecond > trials) {
            throw new IllegalArgumentException(onlyFirst + " and " + onlySecond + " discordant pairs of " + trials
                    + "; give counts that fit in at least 1 trial");
        }
        double n = trials + 2.0;
        double first = (onlyFirst + 0.5) / n;
        double second = (onlySecond + 0.5) / n;
        double difference = second - first;
        double half = Z * StrictMath.sqrt((first + second - difference * difference) / n);
        return new Interval(
                (double) (onlySecond - onlyFirst) / trials,
                Math.max(-1, difference - half),
                Math.min(1, difference + half));
    }
}
