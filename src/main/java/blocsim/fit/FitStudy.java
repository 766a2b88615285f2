package blocsim.fit;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import blocsim.input.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is fitted to which history, and how forecasts from it are scored.
 *
 * @param file as the user named it
 * @param name fit for a folder
 * @param title one line
 * @param scenario the file of the scenario
 * @param factors names of {@link Factor#named}
 * @param blocs whose own efforts are fitted; null for all
 * @param from the year whose 31 December is the first origin
 * @param to that of the last origin of a calibration, whose year is fitted
 * @param recorded d; the first is used, the others show what hangs on it
 * @param named d_o, likewise
 * @param profiles names of factors whose profiles are drawn up
 * @param starts how many searches begin near the defaults
 * @param evaluations how many each has
 * @param seed of the starts, of the histories of a recovery and of bootstrap draws
 * @param first the first origin of a back-test
 * @param last the last
 * @param refit every how many origins a back-test fits anew
 * @param histories how many histories a recovery makes
 * @param draws how many worlds are drawn for forecasts many years ahead
 * @param scored codes of the blocs whose forecasts are scored; null for all
 * @param leftOut codes of blocs whose own record no parameter is fitted to
 * @param transfer whether each scored bloc is left out in turn, and forecast by what is fitted to the others
 */
public record FitStudy(
        Path file,
        String name,
        String title,
        Path scenario,
        List<String> factors,
        @Nullable List<String> blocs,
        int from,
        int to,
        List<Double> recorded,
        List<Double> named,
        List<String> profiles,
        int starts,
        int evaluations,
        long seed,
        int first,
        int last,
        int refit,
        int histories,
        int draws,
        @Nullable List<String> scored,
        List<String> leftOut,
        boolean transfer) {
    /** The fewest numbers that the search for a mode takes. */
    static final int FEWEST_FACTORS = 2;

    private static final int DRAWS = 60;
    private static final Set<String> KEYS = new LinkedHashSet<>(List.of(
            "title",
            "description",
            "scenario",
            "factors",
            "blocEfforts",
            "from",
            "to",
            "recorded",
            "objectorsNamed",
            "profiles",
            "starts",
            "evaluations",
            "seed",
            "backtest",
            "recover"));
    private static final Set<String> BACKTEST =
            new LinkedHashSet<>(List.of("first", "last", "refitEvery", "draws", "blocs", "leaveOut", "transfer"));
    private static final Set<String> RECOVER = new LinkedHashSet<>(List.of("histories"));
    private static final int FIRST_YEAR = 1995;
    private static final int LAST_YEAR = 2024;

    /** Copies the lists. */
    public FitStudy {
        factors = List.copyOf(factors);
        blocs = blocs == null ? null : List.copyOf(blocs);
        recorded = List.copyOf(recorded);
        named = List.copyOf(named);
        profiles = List.copyOf(profiles);
        scored = scored == null ? null : List.copyOf(scored);
        leftOut = List.copyOf(leftOut);
    }

    /** A study whose back-test scores all blocs and leaves none out. */
    public FitStudy(
            Path file,
            String name,
            String title,
            Path scenario,
            List<String> factors,
            @Nullable List<String> blocs,
            int from,
            int to,
            List<Double> recorded,
            List<Double> named,
            List<String> profiles,
            int starts,
            int evaluations,
            long seed,
            int first,
            int last,
            int refit,
            int histories) {
        this(
                file,
                name,
                title,
                scenario,
                factors,
                blocs,
                from,
                to,
                recorded,
                named,
                profiles,
                starts,
                evaluations,
                seed,
                first,
                last,
                refit,
                histories,
                DRAWS,
                null,
                List.of(),
                false);
    }

    /** Whether a file is such a study by its keys: it names a scenario, and neither a design nor a horizon. */
    public static boolean isFit(Path file) {
        try {
            return JsonSource.read(file) instanceof JsonSource.Members tree
                    && tree.get("scenario") != null
                    && tree.get("design") == null
                    && tree.get("outputs") == null
                    && tree.get("horizon") == null;
        } catch (InputException unreadable) {
            return false;
        }
    }

    /** The JSON Schema (draft 2020-12) of such files. */
    public static String schema() {
        return FitSchema.json();
    }

    /**
     * Reads a study, JSON, or YAML by its ending.
     *
     * @throws InputException with every problem in it
     */
    public static FitStudy read(Path file) throws InputException {
        var read = JsonSource.read(file);
        if (!(read instanceof JsonSource.Members tree)) {
            throw new InputException(List.of(read.place().problem("a study is an object", "Begin it with {.")));
        }
        return new Reader(file, tree).study();
    }

    /** Reads a tree, noting problems on the way. */
    private static final class Reader {
        private final Path file;
        private final JsonSource.Members tree;
        private final List<InputProblem> problems = new ArrayList<>();

        Reader(Path file, JsonSource.Members tree) {
            this.file = file;
            this.tree = tree;
        }

        FitStudy study() throws InputException {
            known(tree, KEYS);
            Path scenario = scenario();
            var factors = tree.get("factors") == null ? Factor.STANDARD : names(tree, "factors");
            factors.forEach(name -> factor("factors", name));
            var profiles = names(tree, "profiles");
            for (String name : profiles) {
                if (!factors.contains(name)) {
                    problem("profiles", "\"" + name + "\" is not among the factors", "Name one of the factors.");
                }
            }
            int from = (int) number(tree, "from", FIRST_YEAR + 1, FIRST_YEAR, LAST_YEAR);
            int to = (int) number(tree, "to", 2013, FIRST_YEAR, LAST_YEAR);
            if (to < from) {
                problem("to", "the last origin " + to + " is before the first, " + from, "Give a later year.");
            }
            var backtest = tree.get("backtest") instanceof JsonSource.Members some ? some : empty("backtest");
            var recover = tree.get("recover") instanceof JsonSource.Members some ? some : empty("recover");
            known(backtest, BACKTEST);
            known(recover, RECOVER);
            int first = (int) number(backtest, "first", 2014, FIRST_YEAR + 2, LAST_YEAR);
            int last = (int) number(backtest, "last", LAST_YEAR, FIRST_YEAR + 2, LAST_YEAR);
            if (first <= from || last < first) {
                problem("backtest", "origins " + first + " to " + last + " do not follow " + from, "Give later years.");
            }
            var efforts = tree.get("blocEfforts") == null ? null : names(tree, "blocEfforts");
            if (efforts != null && factors.size() + efforts.size() < FEWEST_FACTORS) {
                problem("factors", "the search needs two factors or efforts at least", "Name another.");
            }
            var study = new FitStudy(
                    file,
                    name(),
                    text("title", name()),
                    scenario,
                    factors,
                    efforts,
                    from,
                    to,
                    shares("recorded", 0.75),
                    shares("objectorsNamed", 0.7),
                    profiles,
                    (int) number(tree, "starts", 2, 1, 100),
                    (int) number(tree, "evaluations", 300, 100, 1_000_000),
                    (long) number(tree, "seed", 1, 0, 1e15),
                    first,
                    last,
                    (int) number(backtest, "refitEvery", 1, 1, 100),
                    (int) number(recover, "histories", 20, 1, 10_000),
                    (int) number(backtest, "draws", DRAWS, 1, 10_000),
                    backtest.get("blocs") == null ? null : names(backtest, "blocs"),
                    names(backtest, "leaveOut"),
                    transfer(backtest));
            if (!problems.isEmpty()) {
                throw new InputException(problems);
            }
            return study;
        }

        private boolean transfer(JsonSource.Members backtest) {
            var value = backtest.get("transfer");
            if (value instanceof JsonSource.Truth said) {
                if (said.value() && backtest.get("leaveOut") != null) {
                    problems.add(value.place()
                            .problem(
                                    "leaves each bloc out in turn, and leaveOut names some",
                                    "Take one of the two away."));
                }
                return said.value();
            }
            if (value != null) {
                problems.add(value.place().problem("is " + value.described(), "Give true or false."));
            }
            return false;
        }

        private JsonSource.Members empty(String key) {
            var value = tree.get(key);
            if (value != null) {
                problems.add(value.place().problem("is " + value.described(), "Give an object."));
            }
            return new JsonSource.Members(tree.place(), Map.of());
        }

        private String name() {
            String last = String.valueOf(file.getFileName());
            int dot = last.lastIndexOf('.');
            return dot > 0 ? last.substring(0, dot) : last;
        }

        private void problem(String key, String what, String remedy) {
            var value = tree.get(key);
            problems.add((value == null ? tree : value).place().problem(what, remedy));
        }

        private void known(JsonSource.Members object, Set<String> keys) {
            object.members().forEach((key, value) -> {
                if (!keys.contains(key) && !key.equals("$schema")) {
                    problems.add(value.place()
                            .problem(
                                    "a study has no key \"" + key + "\"",
                                    Nearest.hint(key, keys) + "Keys are " + String.join(", ", keys) + "."));
                }
            });
        }

        private Path scenario() {
            if (tree.get("scenario") instanceof JsonSource.Text text) {
                for (String ending : List.of("", ".json", ".yaml", ".yml")) {
                    Path path = file.resolveSibling(text.text() + ending).normalize();
                    if (Files.isRegularFile(path)) {
                        return path;
                    }
                }
            }
            problem("scenario", "there is no such scenario beside this file", "Name one, such as \"../world\".");
            return file;
        }

        private void factor(String key, String name) {
            if (Factor.named(name).isEmpty()) {
                problem(
                        key,
                        "there is no parameter \"" + name + "\"",
                        "Name keys of /parameters of a scenario, or \"" + Factor.ALL_STANCES
                                + "\" for all weights of stances together.");
            }
        }

        private List<String> names(JsonSource.Members object, String key) {
            var value = object.get(key);
            var names = new ArrayList<String>();
            if (value == null) {
                return names;
            }
            if (value instanceof JsonSource.Items list
                    && list.items().stream().allMatch(JsonSource.Text.class::isInstance)) {
                list.items().forEach(item -> names.add(((JsonSource.Text) item).text()));
            } else {
                problems.add(value.place().problem("is " + value.described(), "Give a list of names."));
            }
            return names;
        }

        private String text(String key, String otherwise) {
            return tree.get(key) instanceof JsonSource.Text text ? text.text() : otherwise;
        }

        private double number(JsonSource.Members object, String key, double otherwise, double least, double most) {
            var value = object.get(key);
            if (value == null) {
                return otherwise;
            }
            if (value instanceof JsonSource.Numeral number
                    && number.whole()
                    && number.value() >= least
                    && number.value() <= most) {
                return number.value();
            }
            problems.add(value.place()
                    .problem(
                            "is " + value.described(),
                            "Give a whole number from " + (long) least + " to " + (long) most + "."));
            return otherwise;
        }

        private List<Double> shares(String key, double otherwise) {
            var value = tree.get(key);
            if (value == null) {
                return List.of(otherwise);
            }
            var items = value instanceof JsonSource.Items list ? list.items() : List.of(value);
            var shares = new ArrayList<Double>();
            for (JsonSource item : items) {
                if (item instanceof JsonSource.Numeral number && number.value() > 0 && number.value() <= 1) {
                    shares.add(number.value());
                } else {
                    problems.add(item.place().problem("is " + item.described(), "Give a share above 0 and up to 1."));
                }
            }
            return shares.isEmpty() ? List.of(otherwise) : shares;
        }
    }
}
