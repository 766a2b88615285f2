package blocsim.report;

import java.util.List;

/**
 * One assumption changed, and what it changed: runs are paired by their luck.
 *
 * @param name the what-if in a few words
 * @param change what was set to what
 * @param reason why the sign was expected, written before the runs; may cite ids in brackets
 * @param differences what was measured
 */
public record WhatIf(String name, String change, String reason, List<Difference> differences) {
    /** The direction in which a share moves. */
    public enum Sign {
        /** The share rises. */
        RISE,
        /** The share falls. */
        FALL,
        /** The share stays. */
        NONE
    }

    /** Whether the runs moved as expected. */
    public enum Agreement {
        /** The interval lies on the expected side of zero, or holds zero where no change was expected. */
        AGREES,
        /** The interval holds zero where a change was expected. */
        NULL,
        /** The interval lies on the other side of zero than expected. */
        OPPOSITE,
        /** The interval lies beside zero where no change was expected. */
        UNEXPECTED
    }

    /**
     * One measure with and without the change.
     *
     * @param measure the probability measured, such as {@code P(member by 2024)}
     * @param expected the sign written down before the runs
     * @param base the share without the change, in [0, 1]
     * @param changed the share with it, in [0, 1]
     * @param difference the paired difference, changed less base, with its 95 % interval
     */
    public record Difference(String measure, Sign expected, double base, double changed, Estimate difference) {
        /** Whether the sign agrees with the one expected. */
        public Agreement agreement() {
            boolean rises = difference.lower() > 0;
            boolean falls = difference.upper() < 0;
            if (expected == Sign.NONE) {
                return rises || falls ? Agreement.UNEXPECTED : Agreement.AGREES;
            }
            if (!rises && !falls) {
                return Agreement.NULL;
            }
            return rises == (expected == Sign.RISE) ? Agreement.AGREES : Agreement.OPPOSITE;
        }
    }

    /** A what-if; the list is copied. */
    public WhatIf {
        differences = List.copyOf(differences);
    }
}
