package blocsim.rule;

import blocsim.model.AdmissionRule;
import blocsim.model.Exponential;
import java.util.Arrays;

/**
 * How the stances of voters add up to a decision, under each {@link AdmissionRule}: drawn, and as a probability in closed form. For
 * one thread at a time.
 */
public final class Ballot {
    /** How many quantiles of the shared noise a majority is averaged over. */
    private static final int SLICES = 64;

    /** Weights are counted in thousandths of the whole; votes of a plain majority one by one. */
    private static final int PARTS = 1000;

    /** A voter that objects less often than this at a given shared noise is taken to support at it. */
    private static final double NEVER = 1e-9;

    /** A chance of e to minus this is none beside 1. */
    private static final double NO_DOUBT = 46;

    /** From here on 1 - e^-x is 1 to the last bit. */
    private static final double SURE = 40;

    private final Consensus consensus;
    private final double[] distribution = new double[2 * PARTS];
    private double[] slices = {};

    /** @param consensus the noise that voters share */
    public Ballot(Consensus consensus) {
        this.consensus = consensus;
    }

    /**
     * The probability in [0, 1] that a candidate is admitted, for fresh stances.
     *
     * @param rule how votes are counted
     * @param members how many there are
     * @param voters how many of them have a vote
     * @param powered h^(1/α) of each member; 0 for one whose objection does not count
     * @param weight each member's share of all votes, adding up to 1; 0 for one without a vote
     */
    public double passes(AdmissionRule rule, int members, int voters, double[] powered, double[] weight) {
        if (needed(rule) >= 1) {
            double sum = 0;
            for (int n = 0; n < members; n++) {
                sum += powered[n];
            }
            return Consensus.passes(consensus.total(sum));
        }
        if (slices.length == 0) {
            slices = StableQuantiles.middles(consensus.alpha(), SLICES);
        }
        int allowed = allowed(rule, voters);
        double quiet = quiet(rule, allowed, members, powered, weight);
        double passes = 0;
        for (double noise : slices) {
            passes += noise <= quiet ? 1 : passes(rule, noise, allowed, members, powered, weight);
        }
        return passes / SLICES;
    }

    /**
     * The shared noise up to which too many objections are out of the question. It takes k voters at least to stop a candidate, and the
     * chance that k of them object is at most μ^k/k!, which is less than (eμ/k)^k, where μ is the expected number of objections.
     */
    private static double quiet(AdmissionRule rule, int allowed, int members, double[] powered, double[] weight) {
        double sum = 0;
        int largest = 1;
        for (int n = 0; n < members; n++) {
            sum += powered[n];
            largest = Math.max(largest, size(rule, weight[n]));
        }
        int k = allowed / largest + 1;
        return k * Exponential.of(-1 - NO_DOUBT / k) / sum;
    }

    /**
     * P(weight of objectors is at most {@code allowed}) given the shared noise: voters are then independent. Only what the weight of
     * objectors can be so far is gone through, as most voters are sure to object or sure to support at a given noise.
     */
    private double passes(
            AdmissionRule rule, double noise, int allowed, int members, double[] powered, double[] weight) {
        Arrays.fill(distribution, 0, allowed + 1, 0);
        distribution[0] = 1;
        int least = 0;
        int most = 0;
        for (int n = 0; n < members; n++) {
            double strength = noise * powered[n];
            double objects = strength <= NEVER ? 0 : strength >= SURE ? 1 : -StrictMath.expm1(-strength);
            if (objects > NEVER) {
                int size = size(rule, weight[n]);
                most = Math.min(allowed, most + size);
                int leastNow = objects == 1 ? least + size : least;
                if (leastNow > allowed) {
                    return 0;
                }
                for (int sum = most; sum >= least; sum--) {
                    double without = distribution[sum] * (1 - objects);
                    double with = sum - size >= least ? distribution[sum - size] * objects : 0;
                    distribution[sum] = without + with;
                }
                least = leastNow;
            }
        }
        double passes = 0;
        for (int sum = least; sum <= most; sum++) {
            passes += distribution[sum];
        }
        return passes;
    }

    /**
     * Whether a candidate is admitted.
     *
     * @param members how many there are
     * @param voters how many of them have a vote
     * @param objects for each member whether it objects; never for one whose objection does not count
     * @param weight each member's share of all votes, adding up to 1; 0 for one without a vote
     */
    public static boolean admits(AdmissionRule rule, int members, int voters, boolean[] objects, double[] weight) {
        boolean anyObjects = false;
        int against = 0;
        for (int n = 0; n < members; n++) {
            if (objects[n]) {
                anyObjects = true;
                against += size(rule, weight[n]);
            }
        }
        return needed(rule) >= 1 ? !anyObjects : against <= allowed(rule, voters);
    }

    /** The share of votes that a rule needs; 1 where one objection that counts is enough to stop. */
    private static double needed(AdmissionRule rule) {
        AdmissionRule counting = rule.counting();
        if (counting instanceof AdmissionRule.Majority majority) {
            return majority.share();
        }
        return counting instanceof AdmissionRule.WeightedMajority weighted ? weighted.share() : 1;
    }

    /** What one voter's objection counts. */
    private static int size(AdmissionRule rule, double weight) {
        return rule.counting() instanceof AdmissionRule.Majority ? 1 : (int) Math.round(weight * PARTS);
    }

    /** How much may object without stopping the candidate. */
    private static int allowed(AdmissionRule rule, int voters) {
        int all = rule.counting() instanceof AdmissionRule.Majority ? voters : PARTS;
        return (int) Math.floor((1 - needed(rule)) * all + 1e-9);
    }
}
