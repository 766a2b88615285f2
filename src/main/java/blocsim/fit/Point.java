package blocsim.fit;

import blocsim.model.Parameters;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Numbers that one-step probabilities hang on.
 *
 * @param parameters those of the model
 * @param efforts what asking a bloc takes over and above the general efforts, by the bloc's code; that of its file where none is given
 * @param readiness ξ_b of blocs by code; 0 where none is given
 * @param recorded d, the share of requests that are on record, in (0, 1]
 * @param named d_o, the share of stops that are on record with an objector, in (0, 1]
 */
public record Point(
        Parameters parameters,
        SortedMap<String, Double> efforts,
        SortedMap<String, Double> readiness,
        double recorded,
        double named) {
    /** Copies the maps. */
    public Point {
        efforts = Collections.unmodifiableSortedMap(new TreeMap<>(efforts));
        readiness = Collections.unmodifiableSortedMap(new TreeMap<>(readiness));
    }

    /** A point without efforts or readiness of its own. */
    public static Point of(Parameters parameters, double recorded, double named) {
        return new Point(parameters, new TreeMap<>(Map.of()), new TreeMap<>(Map.of()), recorded, named);
    }
}
