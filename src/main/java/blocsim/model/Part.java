package blocsim.model;

import org.jspecify.annotations.Nullable;

/** A named part of what a status is worth to a state: of one {@link Motive}, or of the cost. */
public enum Part {
    SHARED_BODIES("sharedBodies", Motive.NETWORK),
    NEIGHBOURS("neighbours", Motive.NETWORK),
    AFFINITY("affinity", Motive.ALIGNMENT),
    SECURITY("security", Motive.ALIGNMENT),
    TRADE("trade", Motive.ECONOMY),
    INVESTMENT("investment", Motive.ECONOMY),
    PRESTIGE("prestige", Motive.STATUS),
    ISOLATION("isolation", Motive.AUTONOMY),
    COUNTERBALANCE("counterbalance", Motive.AUTONOMY),
    PATRONS("patrons", Motive.PATRONS),
    REGIME("regimeCost", null),
    NEUTRALITY("neutralityCost", null),
    CLASH("clashCost", null);

    private final String label;
    private final @Nullable Motive motive;

    Part(String label, @Nullable Motive motive) {
        this.label = label;
        this.motive = motive;
    }

    /** Its column in {@code decisions.csv}. */
    public String label() {
        return label;
    }

    /** The motive it belongs to; null for a part of the cost. */
    public @Nullable Motive motive() {
        return motive;
    }
}
