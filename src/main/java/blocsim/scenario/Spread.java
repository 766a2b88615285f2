package blocsim.scenario;

import blocsim.model.Normal;
import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;

/** How the values of a factor are spread: from a number in the unit interval to a value. */
public sealed interface Spread {
    /** Evenly from low to high, or evenly on the log scale. */
    record Range(double low, double high, boolean log) implements Spread {
        /** The value at a share of the way; 0 gives low and 1 high, exactly. */
        double at(double u) {
            if (u <= 0 || u >= 1) {
                return u <= 0 ? low : high;
            }
            return log ? low * StrictMath.exp(u * StrictMath.log(high / low)) : low + u * (high - low);
        }
    }

    /** The whole numbers from low to high. */
    record Integers(long low, long high) implements Spread {
        long count() {
            return high - low + 1;
        }
    }

    /** Some values. */
    record Values(List<Level> levels, ColumnType type) implements Spread {
        /** Copies the list. */
        public Values {
            levels = List.copyOf(levels);
        }
    }

    /** A distribution, by its quantiles. */
    sealed interface Law extends Spread {
        /** The quantile at a probability in (0, 1). */
        double quantile(double p);
    }

    /** Normal. */
    record Gauss(double mean, double sd) implements Law {
        @Override
        public double quantile(double p) {
            return mean + sd * Normal.quantile(p);
        }
    }

    /** Log-normal: {@code sd} is that of the logarithm. */
    record LogNormal(double median, double sd) implements Law {
        @Override
        public double quantile(double p) {
            return median * StrictMath.exp(sd * Normal.quantile(p));
        }
    }

    /** Beta, moved to [low, high]. */
    record Beta(double alpha, double beta, double low, double high) implements Law {
        @Override
        public double quantile(double p) {
            double unit = new BetaDistribution(null, alpha, beta).inverseCumulativeProbability(p);
            return low + unit * (high - low);
        }
    }

    /** Triangular. */
    record Triangle(double low, double mode, double high) implements Law {
        @Override
        public double quantile(double p) {
            double width = high - low;
            double turn = (mode - low) / width;
            return p < turn
                    ? low + StrictMath.sqrt(p * width * (mode - low))
                    : high - StrictMath.sqrt((1 - p) * width * (high - mode));
        }
    }
}
