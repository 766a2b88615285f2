package blocsim.panel;

/** Where a figure of the panel comes from. */
public enum Origin {
    /** The source has this figure for the year asked. */
    OBSERVED,
    /** The source ends, or has a gap, before the year asked; its last figure is held. */
    CARRIED_FORWARD,
    /** The source starts after the year asked; its first figure stands in. */
    CARRIED_BACK,
    /** A user's own table has this figure for the year asked. */
    OVERRIDDEN,
    /** Nothing is known; the value is not a number. */
    ABSENT
}
