package blocsim.fit;

import blocsim.model.Parameter;
import blocsim.model.Parameters;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;

/**
 * What is fitted, and what stays.
 *
 * @param factors in the order of the numbers of a point
 * @param base the values of all parameters that are not fitted
 * @param recorded d, which is swept, not fitted
 * @param named d_o, which is swept, not fitted
 */
public record Space(List<Factor> factors, Parameters base, double recorded, double named) {
    public Space {
        factors = List.copyOf(factors);
    }

    /** The point at places on the factors' scales. */
    Point point(double[] scaled) {
        var values = new EnumMap<Parameter, Double>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            values.put(parameter, base.get(parameter));
        }
        var efforts = new TreeMap<String, Double>();
        for (int k = 0; k < scaled.length; k++) {
            Factor factor = factors.get(k);
            double value = factor.value(scaled[k]);
            if (factor.kind() == Factor.Kind.EFFORT) {
                efforts.put(factor.bloc(), value);
            } else if (factor.kind() == Factor.Kind.STANCES) {
                for (Parameter parameter : factor.parameters()) {
                    double scaledWeight = centre(parameter) * value;
                    values.put(parameter, Math.max(parameter.least(), Math.min(parameter.most(), scaledWeight)));
                }
            } else {
                factor.parameters().forEach(parameter -> values.put(parameter, value));
            }
        }
        var parameters = Parameters.with(values);
        var readiness = new TreeMap<String, Double>();
        double spread = parameters.get(Parameter.BLOC_SPREAD);
        for (int k = 0; k < scaled.length; k++) {
            if (factors.get(k).kind() == Factor.Kind.READINESS) {
                readiness.put(factors.get(k).bloc(), spread * scaled[k]);
            }
        }
        return new Point(parameters, efforts, readiness, recorded, named);
    }

    /** What the factor on all stances multiplies: a weight that was set, or else the prior's centre and not a fit's outcome. */
    private double centre(Parameter parameter) {
        double weight = base.get(parameter);
        return weight == parameter.standard() ? parameter.prior() : weight;
    }

    /** The log of the prior's density, but for a constant. */
    double logPrior(double[] scaled) {
        double sum = 0;
        for (int k = 0; k < scaled.length; k++) {
            sum += factors.get(k).logPrior(scaled[k]);
        }
        return sum;
    }
}
