package blocsim.model;

/** What a random draw is for: a part of its address. */
public enum Purpose {
    REQUEST_TIME,
    REQUEST_TARGET,
    REQUEST_WITHDRAWN,
    EXIT,
    BLOC_READINESS,
    SUMMIT_READINESS,
    AGENDA,
    STANCE_RENEWAL,
    STANCE_SHARED_ANGLE,
    STANCE_SHARED_SIZE,
    STANCE_OWN,
    DRIFT,
    INVENTION,
    BOOTSTRAP,
    DESIGN,
    PARAMETER,
    GDP_DRIFT,
    TRADE_DRIFT,
    OWN_RULE;

    private final long key = Streams.key(name());

    /** The number by which it enters the address of a draw; the same in every version and on every machine. */
    public long key() {
        return key;
    }
}
