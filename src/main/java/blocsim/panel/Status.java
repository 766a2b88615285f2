package blocsim.panel;

import blocsim.model.Ladder;
import java.util.Locale;

/** A standing that the dated record distinguishes, the same six words for every bloc. */
public enum Status {
    /** No standing, or a standing that was ended by the bloc. */
    NONE,
    /** Partner: dialogue partner, associate, Partnership for Peace, Eastern Partnership. */
    PARTNER,
    /** Observer. */
    OBSERVER,
    /** Candidate: invited, or in accession. */
    CANDIDATE,
    /** Full member. */
    MEMBER,
    /** A member that left. */
    WITHDRAWN;

    /** The status that a rung of a bloc's ladder stands for in the record; {@link #NONE} for the outsiders below the first. */
    public static Status of(Ladder ladder, int rung) {
        return valueOf(ladder.id(rung).toUpperCase(Locale.ROOT));
    }

    /** Whether it is higher than another. Who has left has no standing to rise from, and to leave is no rise. */
    public boolean isAbove(Status from) {
        int floor = from == WITHDRAWN ? NONE.ordinal() : from.ordinal();
        return this != WITHDRAWN && ordinal() > floor;
    }
}
