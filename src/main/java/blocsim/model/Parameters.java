package blocsim.model;

import java.util.EnumMap;
import java.util.Map;

/** A value for each {@link Parameter}; immutable. */
public final class Parameters {
    private final Map<Parameter, Double> changed;

    private Parameters(Map<Parameter, Double> changed) {
        this.changed = changed;
    }

    /** Every parameter at its default. */
    public static Parameters standard() {
        return new Parameters(Map.of());
    }

    /**
     * The defaults, but for some.
     *
     * @param changed values by parameter, each within the parameter's range
     * @throws IllegalArgumentException if a value is out of its range or not a number
     */
    public static Parameters with(Map<Parameter, Double> changed) {
        var values = new EnumMap<Parameter, Double>(Parameter.class);
        values.putAll(changed);
        values.forEach((parameter, value) -> {
            if (!(value >= parameter.least() && value <= parameter.most())) {
                throw new IllegalArgumentException(parameter.key() + " is " + value + "; give a value from "
                        + parameter.least() + " to " + parameter.most());
            }
        });
        return new Parameters(values);
    }

    /** The value of a parameter, in its unit. */
    public double get(Parameter parameter) {
        return changed.getOrDefault(parameter, parameter.standard());
    }
}
