package blocsim.rule;

import blocsim.model.Exponential;

/** Whether a summit takes a pending request up: the first of its two stages. */
public final class Agenda {
    private Agenda() {}

    /** u for its log odds, in (0, 1). */
    public static double takenUp(double logOdds) {
        return 1 / (1 + Exponential.of(-logOdds));
    }

    /**
     * The log odds of being taken up, but for the readiness of bloc and summit.
     *
     * @param base u_0
     * @param affinity υ_a·(1 + A_ib)/2
     * @param regime υ_r times the gap of regimes
     * @param digestion υ_g times entrants of the last three years per member
     * @param sponsor υ_s times the resolve of the most resolute sponsor
     */
    public static double logOdds(double base, double affinity, double regime, double digestion, double sponsor) {
        return base + affinity - regime - digestion + sponsor;
    }

    /** A request that has been pending for long is taken up half as readily. */
    public static double aged(double takenUp, double yearsPending, double staleYears) {
        return yearsPending > staleYears ? takenUp / 2 : takenUp;
    }
}
