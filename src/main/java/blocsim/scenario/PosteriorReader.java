package blocsim.scenario;

import blocsim.input.JsonSource;
import blocsim.input.Nearest;
import blocsim.input.Quote;
import blocsim.model.Bloc;
import blocsim.model.Dated;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.stats.NormalLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks and reads the key {@code calibration} of a scenario. */
final class PosteriorReader {
    private static final String PARAMETERS = "/parameters/";
    private static final Pattern EFFORT = Pattern.compile("/blocs/([^/]+)/effort");

    private PosteriorReader() {}

    /** Checks what its shape does not say: as many modes as pointers, numbers that there are, a covariance that a law can have. */
    static void check(JsonSource.Members tree, Problems problems) {
        var factors = Tree.items(Tree.object(tree, "calibration"), "factors");
        var taken = new HashSet<String>();
        boolean whole = true;
        for (int k = 0; k < factors.size(); k++) {
            if (!(factors.get(k) instanceof JsonSource.Members factor)) {
                return;
            }
            var pointers = Tree.texts(factor, "pointers");
            for (String pointer : pointers) {
                pointer(factor, pointer, taken, problems);
            }
            modes(factor, pointers.size(), problems);
            whole &= covariances(factor, k, problems);
        }
        if (whole) {
            positive(factors, problems);
        }
    }

    private static void pointer(JsonSource.Members factor, String pointer, Set<String> taken, Problems problems) {
        boolean parameter = pointer.startsWith(PARAMETERS);
        if (parameter && parameter(pointer) == null) {
            var keys = Arrays.stream(Parameter.values()).map(Parameter::key).toList();
            problems.missing(
                    factor,
                    "pointers",
                    "there is no parameter at " + Quote.of(pointer),
                    Nearest.hint(pointer.substring(PARAMETERS.length()), keys) + "Name a key of /parameters.");
        } else if (!parameter && !EFFORT.matcher(pointer).matches()) {
            problems.missing(
                    factor,
                    "pointers",
                    Quote.of(pointer) + " cannot be drawn",
                    "Give a key of /parameters, or the effort of a bloc such as \"/blocs/SCO/effort\".");
        }
        if (!taken.add(pointer)) {
            problems.missing(
                    factor, "pointers", "another factor moves " + Quote.of(pointer) + ", too", "Let one move it.");
        }
    }

    private static void modes(JsonSource.Members factor, int pointers, Problems problems) {
        var modes = numbers(factor, "mode");
        if (modes.size() != pointers) {
            problems.missing(
                    factor,
                    "mode",
                    "there are " + modes.size() + " fitted values for " + pointers + " pointers",
                    "Give one for each pointer.");
        }
        if (Tree.text(factor, "scale", "").equals(Scale.LOGIT.word())
                && modes.stream().anyMatch(mode -> mode <= 0 || mode >= 1)) {
            problems.missing(
                    factor,
                    "mode",
                    "on the logit scale a value lies between 0 and 1, not at their ends",
                    "Give another value or scale.");
        }
    }

    private static boolean covariances(JsonSource.Members factor, int before, Problems problems) {
        int given = numbers(factor, "covariance").size();
        if (given != before + 1) {
            problems.missing(
                    factor,
                    "covariance",
                    "there are " + given + " covariances where there should be " + (before + 1),
                    "Give one with each factor before it, in their order, and its own variance last.");
        }
        return given == before + 1;
    }

    private static void positive(List<JsonSource> factors, Problems problems) {
        try {
            law(factors);
        } catch (NormalLaw.NotPositive none) {
            var factor = factors.get(none.row());
            problems.missing(
                    factor,
                    "covariance",
                    "the covariance is not positive definite: those of the factors before it leave this one no variance",
                    "Take it from a fit, as `blocsim calibrate` writes it, or leave the factor out.");
        }
    }

    private static NormalLaw law(List<JsonSource> factors) throws NormalLaw.NotPositive {
        var lower = new double[factors.size()][];
        for (int k = 0; k < lower.length; k++) {
            lower[k] = factors.get(k) instanceof JsonSource.Members factor
                    ? numbers(factor, "covariance").stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray()
                    : new double[0];
        }
        return NormalLaw.of(lower);
    }

    /** What stands in a valid tree; null where the scenario is not calibrated, or that could not yet be known. */
    static @Nullable Posterior read(
            JsonSource.Members tree, Parameters parameters, Map<String, Bloc> blocs, Knowledge knowledge) {
        var calibration = Tree.object(tree, "calibration");
        var until = Tree.day(calibration, "until");
        if (until == null || !knowledge.has(until)) {
            return null;
        }
        knowledge.cite(calibration, until);
        var items = Tree.items(calibration, "factors");
        var factors = new ArrayList<Posterior.Factor>();
        for (var item : items) {
            if (item instanceof JsonSource.Members factor) {
                factors.add(factor(factor, parameters, blocs));
            }
        }
        try {
            return new Posterior(until, factors, law(items));
        } catch (NormalLaw.NotPositive unchecked) {
            throw new IllegalStateException("a valid tree has a covariance that is not positive definite", unchecked);
        }
    }

    private static Posterior.Factor factor(JsonSource.Members factor, Parameters parameters, Map<String, Bloc> blocs) {
        var pointers = Tree.texts(factor, "pointers");
        var modes = numbers(factor, "mode");
        var targets = new ArrayList<Posterior.Target>();
        for (int k = 0; k < pointers.size(); k++) {
            double mode = modes.get(k);
            var parameter = parameter(pointers.get(k));
            var code = EFFORT.matcher(pointers.get(k));
            if (parameter != null) {
                targets.add(new Posterior.Target(parameter, "", mode, parameters.get(parameter) != mode));
            } else if (code.matches()) {
                var bloc = blocs.get(code.group(1));
                boolean held = bloc == null || !bloc.effort().equals(Dated.always(mode));
                targets.add(new Posterior.Target(null, code.group(1), mode, held));
            }
        }
        var scale = Scale.valueOf(Tree.text(factor, "scale", "").toUpperCase(Locale.ROOT));
        return new Posterior.Factor(pointers.get(0), scale, targets);
    }

    private static @Nullable Parameter parameter(String pointer) {
        for (Parameter parameter : Parameter.values()) {
            if (pointer.equals(PARAMETERS + parameter.key())) {
                return parameter;
            }
        }
        return null;
    }

    private static List<Double> numbers(JsonSource.Members object, String key) {
        var numbers = new ArrayList<Double>();
        for (var item : Tree.items(object, key)) {
            if (item instanceof JsonSource.Numeral number) {
                numbers.add(number.value());
            }
        }
        return numbers;
    }
}
