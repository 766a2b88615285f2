package blocsim.rule;

/** What membership does to alignment, beyond what the panel already shows of recorded membership. */
public final class Convergence {
    private Convergence() {}

    /**
     * f after a tick: (1 - decay)·f + ε·gap·(1 - a), held within ±cap.
     *
     * @param bonus f_ij before
     * @param gap benefit share of the common membership in the run less that on record
     * @param alignment a_ij
     * @param pull ε times the length of the tick in years
     * @param kept what a tick leaves of f: see {@link #kept}
     * @param cap the most that f may be
     */
    public static double next(double bonus, double gap, double alignment, double pull, double kept, double cap) {
        double next = kept * bonus + pull * gap * (1 - alignment);
        return next > cap ? cap : next < -cap ? -cap : next;
    }

    /**
     * The share of f that is left after a tick.
     *
     * @param decay per year
     * @param years length of the tick
     */
    public static double kept(double decay, double years) {
        return years == 1 ? 1 - decay : StrictMath.pow(1 - decay, years);
    }

    /** How far two states share a bloc, in [0, 1]: the lower benefit share, if at least one is a full member. */
    public static double shared(double benefitA, double benefitB) {
        return benefitA >= 1 || benefitB >= 1 ? (benefitA < benefitB ? benefitA : benefitB) : 0;
    }
}
