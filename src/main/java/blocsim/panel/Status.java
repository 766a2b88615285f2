package blocsim.panel;

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
    WITHDRAWN
}
