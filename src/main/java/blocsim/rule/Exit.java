package blocsim.rule;

/** Leaving a rung, which needs no vote. */
public final class Exit {
    private Exit() {}

    /**
     * The rate of leaving, per year: base·exp(-(V_now - V_0)), held below {@code cap} times the base.
     *
     * @param base rate of a state of middling content
     * @param value V of the rung it holds
     * @param reference V of that rung to the median member when the bloc began or the run did
     */
    public static double perYear(double base, double value, double reference, double cap) {
        return base * Math.min(cap, StrictMath.exp(reference - value));
    }
}
