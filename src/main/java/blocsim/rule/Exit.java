package blocsim.rule;

import blocsim.model.Exponential;

/** Leaving a rung, which needs no vote. */
public final class Exit {
    private Exit() {}

    /**
     * The rate of leaving, per year: base·exp(-(V_now - V_0)), held below {@code cap} times the base.
     *
     * <p>V_0 is the state's own value when it came to hold the rung, so that a state leaves for what has changed. Against the
     * median member's, as first proposed, a tenth of all founders would leave in four years, while organisations lose .24 % of
     * their members a year (Correlates of War IGO 3.0).
     *
     * @param base rate of a state that finds what it came for
     * @param value V of the rung it holds
     * @param reference V_0 of that rung to the state when it came to hold it
     */
    public static double perYear(double base, double value, double reference, double cap) {
        return base * Math.min(cap, Exponential.of(reference - value));
    }
}
