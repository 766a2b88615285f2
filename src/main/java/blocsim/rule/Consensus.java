package blocsim.rule;

import blocsim.model.Exponential;

/**
 * Objection under consensus, where one objector stops a candidate and most members do not care about most candidates.
 *
 * <p>Member j wishes to object with intensity h_j. Their noise is shared: given a positive stable variable S of index α, the
 * same for the whole case, j objects with probability 1 - exp(-S·h_j^(1/α)) independently of the others. By the Laplace
 * transform of S, all stay silent with probability exp(-Λ), Λ = (Σ h_j^(1/α))^α. At α = 1 they are independent; as α → 0 only
 * the sorest counts and the number of members does not matter.
 */
public final class Consensus {
    private final double alpha;

    /** @param shared ρ in [0, 1): how far members share their noise; α = 1 - ρ */
    public Consensus(double shared) {
        this.alpha = 1 - shared;
    }

    /** α in (0, 1], the index of the stable law. */
    public double alpha() {
        return alpha;
    }

    /** h^(1/α) for a log intensity o = ln h. */
    public double powered(double logIntensity) {
        return Exponential.of(logIntensity / alpha);
    }

    /** Λ for Σ_j h_j^(1/α). */
    public double total(double sumPowered) {
        return sumPowered <= 0 ? 0 : Exponential.of(alpha * StrictMath.log(sumPowered));
    }

    /** The probability in [0, 1] that nobody objects. */
    public static double passes(double total) {
        return Exponential.of(-total);
    }

    /**
     * The probability that nobody objects after the candidate was stopped; exact if no stance has hardened since.
     *
     * @param total Λ now
     * @param totalAtStop Λ_0, the smallest at a stop since the stances were last thought over
     * @param renewed the probability that they have been thought over since the stop
     */
    public static double passesAfterStop(double total, double totalAtStop, double renewed) {
        double fresh = Exponential.of(-total);
        double stopped = -StrictMath.expm1(-totalAtStop);
        double kept = stopped <= 0 ? 0 : Math.max(0, Exponential.of(-total) - Exponential.of(-totalAtStop)) / stopped;
        return (1 - renewed) * kept + renewed * fresh;
    }

    /** The probability that j is the first to object, if anybody does. */
    public static double firstObjector(double powered, double sumPowered) {
        return powered / sumPowered;
    }

    /**
     * A positive stable variable S of index α: E[exp(-xS)] = exp(-x^α).
     *
     * <p>Source: Kanter (1975), "Stable Densities under Change of Scale and Total Variation Inequalities", formula for the
     * one-sided law.
     *
     * @param uniform in (0, 1)
     * @param exponential of mean 1
     */
    public double shared(double uniform, double exponential) {
        if (alpha == 1) {
            return 1;
        }
        double angle = StrictMath.PI * uniform;
        return StrictMath.sin(alpha * angle)
                / StrictMath.pow(StrictMath.sin(angle), 1 / alpha)
                * StrictMath.pow(StrictMath.sin((1 - alpha) * angle) / exponential, (1 - alpha) / alpha);
    }

    /** Whether a member objects, for its own exponential draw of mean 1. */
    public static boolean objects(double shared, double powered, double exponential) {
        return exponential < shared * powered;
    }
}
