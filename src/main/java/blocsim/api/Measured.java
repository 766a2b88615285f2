package blocsim.api;

import blocsim.stats.Quantiles;
import java.util.Arrays;
import java.util.List;

/**
 * A measure over the replicates of an ensemble.
 *
 * @param name of the measure
 * @param values by replicate, shape (n); {@link Double#NaN} where a replicate has none
 */
public record Measured(String name, List<Double> values) {
    /** Copies the list. */
    public Measured {
        values = List.copyOf(values);
    }

    /** In how many replicates there is no value. */
    public int missing() {
        return values.size() - there().length;
    }

    /** The mean of the values that there are; {@link Double#NaN} if there are none. */
    public double mean() {
        return Arrays.stream(there()).average().orElse(Double.NaN);
    }

    /**
     * A quantile of the values that there are; {@link Double#NaN} if there are none.
     *
     * @param probability from 0 to 1
     */
    public double quantile(double probability) {
        double[] sorted = there();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : Quantiles.of(sorted, probability);
    }

    private double[] there() {
        return values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }
}
