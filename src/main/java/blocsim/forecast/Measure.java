package blocsim.forecast;

import java.util.Arrays;

/** What a score measures. */
public enum Measure {
    /** Mean squared error of the probability of a decision; less is better. */
    BRIER("brier"),
    /** Mean negative logarithm of the probability of what came, in nats; less is better. */
    LOG("log_score"),
    /** Ranked probability score over none, partner, observer, candidate and member; less is better. */
    RPS("rps"),
    /** Area under the steps of precision over recall; more is better. */
    AVERAGE_PRECISION("average_precision"),
    /** Chance that a cell with a decision was held likelier than one without; more is better. */
    AUROC("auroc"),
    /** Expected number of decisions less the observed, as a share of the observed; 0 is best. */
    BIAS("bias"),
    /** 1 less the logarithmic score over that of the reference. */
    LOG_SKILL("log_skill"),
    /** 1 less the Brier score over that of the reference. */
    BRIER_SKILL("brier_skill"),
    /** 1 less the ranked probability score over that of the reference. */
    RPS_SKILL("rps_skill");

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    /** The word in tables. */
    public String label() {
        return label;
    }

    /**
     * The measure of a word in tables.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Measure of(String label) {
        return Arrays.stream(values())
                .filter(measure -> measure.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no measure is called \"" + label + "\""));
    }
}
