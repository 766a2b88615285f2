package blocsim.report;

import java.util.Locale;

/**
 * A rung of a status ladder as a chart shows it. The level decides the colour and the mark's shape, so that a candidate
 * of one bloc looks like an observer of another.
 *
 * @param label what the bloc calls the rung, with a capital letter, such as {@code Observer}
 * @param level 0 outsider, 1 partner, 2 observer or candidate, 3 full member
 */
public record Rung(String label, int level) {
    /** No rung held. */
    public static final Rung NONE = new Rung("Outsider", 0);
    /** The lowest rung of the SCO's ladder, and of those built like it. */
    public static final Rung PARTNER = new Rung("Partner", 1);
    /** The middle rung. */
    public static final Rung OBSERVER = new Rung("Observer", 2);
    /** Full membership. */
    public static final Rung MEMBER = new Rung("Member", 3);

    /** @throws IllegalArgumentException if the level is outside 0 to 3 */
    public Rung {
        if (level < 0 || level > 3) {
            throw new IllegalArgumentException("rung level is " + level + "; give 0 (outsider) to 3 (member)");
        }
    }

    /** The label as it stands inside a sentence: {@code observer}. */
    public String word() {
        return label.toLowerCase(Locale.ROOT);
    }
}
