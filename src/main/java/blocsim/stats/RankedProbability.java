package blocsim.stats;

/**
 * The ranked probability score of a forecast over ordered classes: a miss by one class costs less than a miss by two.
 *
 * <p>Source: Epstein (1969), "A Scoring System for Probability Forecasts of Ranked Categories", divided by one less than the number of
 * classes, as in Murphy (1971), so that it lies in [0, 1].
 */
public final class RankedProbability {
    private RankedProbability() {}

    /**
     * The score of one forecast; less is better.
     *
     * @param probability shape (k), k at least 2: of each class in their order, summing to 1
     * @param observed the class that came, from 0
     */
    public static double score(double[] probability, int observed) {
        double below = 0;
        double sum = 0;
        for (int k = 0; k < probability.length - 1; k++) {
            below += probability[k];
            double error = below - (k >= observed ? 1 : 0);
            sum += error * error;
        }
        return sum / (probability.length - 1);
    }
}
