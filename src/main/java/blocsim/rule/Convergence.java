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
     * @param rate ε per year
     * @param decay per year
     * @param cap the most that f may be
     * @param years length of the tick
     */
    public static double next(
            double bonus, double gap, double alignment, double rate, double decay, double cap, double years) {
        double kept = years == 1 ? 1 - decay : StrictMath.pow(1 - decay, years);
        double next = kept * bonus + rate * years * gap * (1 - alignment);
        return Math.max(-cap, Math.min(cap, next));
    }

    /** How far two states share a bloc, in [0, 1]: the lower benefit share, if at least one is a full member. */
    public static double shared(double benefitA, double benefitB) {
        return Math.max(benefitA, benefitB) >= 1 ? Math.min(benefitA, benefitB) : 0;
    }
}
