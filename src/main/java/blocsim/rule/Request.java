package blocsim.rule;

import blocsim.model.Exponential;

/** How a state weighs asking for a status: a logit over what it may ask for, and staying as it is. */
public final class Request {
    /** A little above ln 2, so that its negative multiples are a little below those of ln 2. */
    private static final double LN_2 = 0.6931471806;

    private Request() {}

    /**
     * q̃, the chance of approval that a state counts on: between a floor and 1.
     *
     * @param floor what it hopes for when it sees no chance
     * @param outlook q̂, the probability of approval within five years
     */
    public static double hope(double floor, double outlook) {
        return floor + (1 - floor) * outlook;
    }

    /**
     * What approval is worth: δ^lag·(V_m - V_now) + face.
     *
     * @param discounted δ^lag
     * @param gain V_m - V_now
     */
    public static double worth(double discounted, double gain, double face) {
        return discounted * gain + face;
    }

    /**
     * η_m = q̃·(δ^lag·(V_m - V_now) + face) - face - effort + β_z·size.
     *
     * @param hope q̃
     * @param worth what approval is worth
     * @param effort what asking takes, less what size makes up for
     */
    public static double utility(double hope, double worth, double face, double effort) {
        return hope * worth - face - effort;
    }

    /**
     * Whether e^{@code exponent} is sure to lie below a probability: a quick test that may say no where the answer is yes, and
     * is made with the power of two below the probability.
     */
    public static boolean isBelow(double exponent, double probability) {
        return exponent < Math.getExponent(probability) * LN_2;
    }

    /**
     * Turns utilities into probabilities in place: P(m) = exp(λη_m)/(1 + Σ exp(λη)), staying being worth 0.
     *
     * @param utilities η, of which the first {@code count} are read and replaced by P
     * @return Σ P(m), the probability of asking for anything
     */
    public static double choose(double[] utilities, int count, double sharpness) {
        double largest = 0;
        for (int m = 0; m < count; m++) {
            largest = Math.max(largest, sharpness * utilities[m]);
        }
        double sum = Exponential.of(-largest);
        for (int m = 0; m < count; m++) {
            utilities[m] = Exponential.of(sharpness * utilities[m] - largest);
            sum += utilities[m];
        }
        double asks = 0;
        for (int m = 0; m < count; m++) {
            utilities[m] /= sum;
            asks += utilities[m];
        }
        return asks;
    }
}
