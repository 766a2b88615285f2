package blocsim.model;

/** What happened to a state's status in a bloc. */
public enum Cause {
    /** The bloc was founded with it. */
    FOUNDED("founded"),
    /** It asked for a rung. */
    ASKED("asked"),
    /** A summit took its request up, and at least one member objected. */
    STOPPED("stopped"),
    /** A summit took its request up, and nobody objected; the rung is not yet in force. */
    APPROVED("approved"),
    /** It took its request back. */
    WITHDRAWN("withdrawn"),
    /** Its request was left unanswered for too long, or the rung ceased to exist. */
    LAPSED("lapsed"),
    /** It no longer wanted what had been approved. */
    DECLINED("declined"),
    /** An approved rung came into force. */
    ENTERED("entered"),
    /** It left of its own will. */
    LEFT("left"),
    /** The bloc put it out. */
    EXPELLED("expelled"),
    /** Its rung was merged into another, which is no move. */
    MERGED("merged");

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    /** The word in files. */
    public String label() {
        return label;
    }

    /** Whether the rung in force changes with it. */
    public boolean changesRung() {
        return this == FOUNDED || this == ENTERED || this == LEFT || this == EXPELLED || this == MERGED;
    }
}
