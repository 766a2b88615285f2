package blocsim.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One rung of a bloc's status ladder, above outsider.
 *
 * @param id the word for the status in files, such as {@code partner}
 * @param title the status in the bloc's own language, such as "Dialogue partner"
 * @param height how far up the rung stands in any bloc: 1 partner, 2 observer or candidate, 3 member
 * @param benefit φ, the share in [0, 1] of the bloc's benefits that the rung brings
 * @param obligation ψ, the share in [0, 1] of the bloc's obligations that the rung brings
 * @param entryMonths months from approval to entry, at least 0
 * @param from the first day the rung exists; null for as long as the bloc
 * @param until the first day it exists no more; null for no end
 * @param mergesInto the rung that takes over its holders on {@code until}; null where it is open-ended
 * @param security the share in [0, 1] of the bloc's security cooperation open to its holders; null for that of its benefits
 * @param offered whether the bloc offers it to states of its choice, so that nobody asks for it
 * @param admission who must agree to an entry to this rung, by date; null where the bloc's rule holds
 */
public record Rung(
        String id,
        String title,
        int height,
        double benefit,
        double obligation,
        int entryMonths,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String mergesInto,
        @Nullable Double security,
        boolean offered,
        @Nullable Dated<AdmissionRule> admission) {
    /** The height of a full member in every bloc. */
    public static final int MEMBER_HEIGHT = 3;

    /** A rung that states ask for. */
    public Rung(
            String id,
            String title,
            int height,
            double benefit,
            double obligation,
            int entryMonths,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String mergesInto,
            @Nullable Double security,
            @Nullable Dated<AdmissionRule> admission) {
        this(id, title, height, benefit, obligation, entryMonths, from, until, mergesInto, security, false, admission);
    }

    /** Whether the rung exists on a day. */
    public boolean exists(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    /** Whether holders of the rung are incumbents: full members. */
    public boolean full() {
        return height == MEMBER_HEIGHT;
    }
}
