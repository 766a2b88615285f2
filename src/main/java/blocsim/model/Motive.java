package blocsim.model;

/** A group of reasons to want a status, or the cost of it; each has one weight. */
public enum Motive {
    NETWORK("network", Parameter.NETWORK),
    ALIGNMENT("alignment", Parameter.ALIGNMENT),
    ECONOMY("economy", Parameter.ECONOMY),
    STATUS("status", Parameter.STATUS),
    AUTONOMY("autonomy", Parameter.AUTONOMY),
    PATRONS("patrons", Parameter.PATRONS);

    private final String label;
    private final Parameter weight;

    Motive(String label, Parameter weight) {
        this.label = label;
        this.weight = weight;
    }

    /** Its name in files and charts. */
    public String label() {
        return label;
    }

    /** The parameter β that weighs it. */
    public Parameter weight() {
        return weight;
    }
}
