package blocsim.model;

/** A named term of how strongly a member wishes to object to a candidate, on the scale of log intensity. */
public enum StanceTerm {
    BASE("base"),
    DISPUTE("dispute"),
    RIVAL("rival"),
    RIVALS_FRIEND("rivalsFriend"),
    BORDER("border"),
    DISTANCE("distance"),
    REGIME("regime"),
    DILUTION("dilution"),
    SPONSOR("sponsor"),
    TRADE("trade");

    private final String label;

    StanceTerm(String label) {
        this.label = label;
    }

    /** Its column in {@code decisions.csv}. */
    public String label() {
        return label;
    }
}
