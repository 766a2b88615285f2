package blocsim.rule;

import blocsim.model.Hazard;

/** The probability of being approved within some years, for one who asks now. For one thread at a time. */
public final class Outlook {
    private final double[] renewed;
    private final double[] stoppedAt;

    /**
     * @param summits how many summits are looked ahead to
     * @param yearsBetween the years from one to the next
     * @param renewal ν, the rate per year at which stances are thought over
     */
    public Outlook(int summits, double yearsBetween, double renewal) {
        this.renewed = new double[summits];
        this.stoppedAt = new double[summits];
        for (int gap = 1; gap < summits; gap++) {
            renewed[gap] = Hazard.within(renewal, gap * yearsBetween);
        }
    }

    /** What a state looks ahead to when it weighs asking: five summits, one a year. */
    public static Outlook ofFiveYears(double renewal) {
        return new Outlook(5, 1, renewal);
    }

    /**
     * The probability in [0, 1] that one of the summits takes the request up and lets it pass, if nothing else changes: after
     * a stop it passes only if the stances have been thought over since.
     *
     * @param takenUp u at each summit
     * @param passes P(nobody objects) with fresh stances
     */
    public double approved(double takenUp, double passes) {
        int summits = renewed.length;
        double approved = 0;
        double untouched = 1;
        for (int n = 0; n < summits; n++) {
            approved += untouched * takenUp * passes;
            stoppedAt[n] = untouched * takenUp * (1 - passes);
            untouched *= 1 - takenUp;
            for (int s = 0; s < n; s++) {
                double again = stoppedAt[s] * takenUp;
                approved += again * renewed[n - s] * passes;
                stoppedAt[n] += again * (1 - renewed[n - s] * passes);
                stoppedAt[s] -= again;
            }
        }
        return approved;
    }
}
