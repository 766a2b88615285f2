package blocsim.rule;

import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.StanceTerm;

/**
 * How strongly an incumbent wishes to object to a candidate: the log intensity o_j is the sum of features, each times its weight.
 *
 * <p>The feature of {@link StanceTerm#BASE} is 1, those of sponsor and trade are below 0: they calm.
 */
public final class Objection {
    private Objection() {}

    /** θ or γ of a term. */
    public static Parameter weight(StanceTerm term) {
        return switch (term) {
            case BASE -> Parameter.OBJECTION_BASE;
            case DISPUTE -> Parameter.OBJECTION_DISPUTE;
            case RIVAL -> Parameter.OBJECTION_RIVAL;
            case RIVALS_FRIEND -> Parameter.OBJECTION_RIVALS_FRIEND;
            case BORDER -> Parameter.OBJECTION_BORDER;
            case DISTANCE -> Parameter.OBJECTION_DISTANCE;
            case REGIME -> Parameter.OBJECTION_REGIME;
            case DILUTION -> Parameter.OBJECTION_DILUTION;
            case SPONSOR -> Parameter.OBJECTION_SPONSOR;
            case TRADE -> Parameter.OBJECTION_TRADE;
        };
    }

    /** The weights of all terms, by {@link StanceTerm}. */
    public static double[] weights(Parameters parameters) {
        var weights = new double[StanceTerm.values().length];
        for (StanceTerm term : StanceTerm.values()) {
            weights[term.ordinal()] = parameters.get(weight(term));
        }
        return weights;
    }

    /**
     * Turns features into terms in place.
     *
     * @param weights by {@link StanceTerm}
     * @param terms the features on the way in, each times its weight on the way out
     * @return the sum of the terms
     */
    public static double weigh(double[] weights, double[] terms) {
        double sum = 0;
        for (int k = 0; k < terms.length; k++) {
            terms[k] *= weights[k];
            sum += terms[k];
        }
        return sum;
    }

    /** The sum that {@link #weigh} returns, with the features left as they are. */
    public static double sum(double[] weights, double[] features) {
        double sum = 0;
        for (int k = 0; k < features.length; k++) {
            sum += features[k] * weights[k];
        }
        return sum;
    }
}
