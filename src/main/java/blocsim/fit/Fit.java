package blocsim.fit;

import blocsim.model.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * A fit of factors to a history.
 *
 * @param space what was fitted, and what stayed
 * @param mode where the posterior is highest
 * @param likelihood of the history
 */
record Fit(Space space, Mode mode, Likelihood likelihood) {
    /** The space of named factors, with the efforts and the readiness of blocs. */
    static Space space(
            List<String> names, List<String> efforts, List<String> blocs, Parameters base, double d, double dO) {
        var factors = new ArrayList<Factor>();
        names.forEach(name -> factors.add(Factor.named(name).orElseThrow()));
        efforts.forEach(bloc -> factors.add(Factor.effort(bloc)));
        blocs.forEach(bloc -> factors.add(Factor.readiness(bloc)));
        return new Space(factors, base, d, dO);
    }

    /**
     * Fits.
     *
     * @param start on the factors' scales
     * @param starts how often the search begins anew
     * @param most how many evaluations each search has
     */
    static Fit of(Likelihood likelihood, Space space, double[] start, int starts, int most, long seed) {
        Mode.Goal goal = scaled -> likelihood.log(space.point(scaled)) + space.logPrior(scaled);
        return new Fit(space, Mode.of(goal, start, starts, most, seed), likelihood);
    }

    /** The point of the mode. */
    Point point() {
        return space.point(mode.scaled());
    }
}
