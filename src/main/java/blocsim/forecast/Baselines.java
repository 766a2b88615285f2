package blocsim.forecast;

import java.util.List;

/** The baselines that a model is scored against. */
public final class Baselines {
    /** The year whose 31 December is the first origin learnt from: the panel's first. */
    public static final int FIRST_YEAR = 1995;

    private Baselines() {}

    /**
     * Persistence, base rates, and the three logits.
     *
     * @param blocs the blocs learnt from
     */
    public static List<Forecaster> of(List<String> blocs) {
        return List.of(
                new Persistence(),
                new BaseRate(FIRST_YEAR, blocs, false),
                new BaseRate(FIRST_YEAR, blocs, true),
                new PooledLogit(PooledLogit.Set.BASIC, FIRST_YEAR, blocs),
                new PooledLogit(PooledLogit.Set.WIDE, FIRST_YEAR, blocs),
                new PooledLogit(PooledLogit.Set.PENDING, FIRST_YEAR, blocs));
    }
}
