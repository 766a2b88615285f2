package blocsim.scenario;

import blocsim.input.Place;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.Purpose;
import blocsim.model.Streams;
import blocsim.stats.NormalLaw;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario's numbers were fitted to and how sure that is: a normal law around their fitted values, each on its scale, from which
 * each replicate draws its own.
 */
public final class Posterior {
    private static final double LEAST_EFFORT = -20;
    private static final double MOST_EFFORT = 20;

    private final LocalDate until;
    private final List<Factor> factors;
    private final NormalLaw law;

    /**
     * @param until the last day of the record that the fit knew
     * @param factors that are drawn
     * @param law of how far they move, in their order
     */
    Posterior(LocalDate until, List<Factor> factors, NormalLaw law) {
        this.until = until;
        this.factors = List.copyOf(factors);
        this.law = law;
    }

    /**
     * A number that was fitted.
     *
     * @param parameter the parameter; null if it is the effort of a bloc
     * @param bloc the bloc's code; empty if it is a parameter
     * @param mode its fitted value
     * @param held whether it stays what it is in the scenario, since it was set to something else there or the bloc is not in it
     */
    record Target(@Nullable Parameter parameter, String bloc, double mode, boolean held) {
        /** Where it stands in the scenario. */
        String pointer() {
            return parameter == null ? Place.below("/blocs", bloc) + "/effort" : "/parameters/" + parameter.key();
        }
    }

    /**
     * Numbers that move together.
     *
     * @param name the pointer of the first, which is the address of its draws
     * @param scale on which they move
     * @param targets they
     */
    record Factor(String name, Scale scale, List<Target> targets) {
        Factor {
            targets = List.copyOf(targets);
        }
    }

    /**
     * The numbers of one replicate.
     *
     * @param parameters of the model
     * @param efforts of blocs, by code; without those that are not drawn
     */
    public record Draw(Parameters parameters, SortedMap<String, Double> efforts) {}

    /** The last day of the record that the fit knew: what happened up to it is in-sample. */
    public LocalDate until() {
        return until;
    }

    /** How many factors are drawn: those of which at least one number is not held. */
    public int drawn() {
        return (int) factors.stream()
                .filter(factor -> factor.targets().stream().anyMatch(target -> !target.held()))
                .count();
    }

    /**
     * Whether each replicate draws its own value of a number.
     *
     * @param pointer to the number, such as {@code /parameters/weightNetwork}
     */
    public boolean draws(String pointer) {
        return factors.stream()
                .flatMap(factor -> factor.targets().stream())
                .anyMatch(target -> !target.held() && target.pointer().equals(pointer));
    }

    /**
     * The numbers of one replicate: addressed by their pointers, so that other factors, held numbers and other scenarios shift none.
     *
     * @param base the scenario's parameters
     * @param streams of the replicate
     */
    public Draw draw(Parameters base, Streams streams) {
        var standard = new double[law.size()];
        for (int k = 0; k < standard.length; k++) {
            long key = Streams.key(factors.get(k).name());
            standard[k] = streams.normal(Purpose.PARAMETER, key, 0, 0, 0);
        }
        double[] by = law.of(standard);
        var values = new EnumMap<Parameter, Double>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            values.put(parameter, base.get(parameter));
        }
        var efforts = new TreeMap<String, Double>();
        for (int k = 0; k < by.length; k++) {
            var factor = factors.get(k);
            for (Target target : factor.targets()) {
                double value = factor.scale().moved(target.mode(), by[k]);
                var parameter = target.parameter();
                if (target.held()) {
                    continue;
                }
                if (parameter == null) {
                    efforts.put(target.bloc(), Math.max(LEAST_EFFORT, Math.min(MOST_EFFORT, value)));
                } else {
                    values.put(parameter, Math.max(parameter.least(), Math.min(parameter.most(), value)));
                }
            }
        }
        return new Draw(Parameters.with(values), efforts);
    }
}
