package blocsim.fit;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import blocsim.input.Nearest;
import blocsim.input.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A back-test on who joins the organisations of a user's own file.
 *
 * @param fit what is fitted, over which years, and which origins are scored
 * @param memberships the file of memberships
 * @param depth how far membership of any organisation obliges, in [0, 1]
 */
public record JoiningStudy(FitStudy fit, Path memberships, double depth) {
    private static final String MEMBERSHIPS = "memberships";
    private static final String DEPTH = "depth";
    private static final String BACKTEST = "backtest";
    private static final Set<String> KEYS = new LinkedHashSet<>(List.of(
            "title",
            "description",
            "scenario",
            MEMBERSHIPS,
            DEPTH,
            "factors",
            "from",
            "starts",
            "evaluations",
            "seed",
            BACKTEST));
    private static final Set<String> BACKTEST_KEYS = new LinkedHashSet<>(List.of("first", "last", "refitEvery"));
    private static final double STANDARD_DEPTH = 0.2;
    private static final int FIRST_YEAR = 1995;
    private static final int LAST_YEAR = 2024;

    /** Requests are never on record: every joining comes as one that nobody saw asked for. */
    private static final double NEVER_RECORDED = 0;

    /** The factors of a fit to joinings: one effort for all. */
    static final List<String> STANDARD = Factor.STANDARD.stream()
            .filter(name -> Factor.named(name).orElseThrow().parameter() != blocsim.model.Parameter.EFFORT_PARTNER
                    && Factor.named(name).orElseThrow().parameter() != blocsim.model.Parameter.EFFORT_OBSERVER)
            .toList();

    /** Whether a file is such a study rather than one of fits to the record. */
    public static boolean isJoining(Path file) throws InputException {
        return JsonSource.read(file) instanceof JsonSource.Members tree && tree.get(MEMBERSHIPS) != null;
    }

    /**
     * Reads a study, JSON, or YAML by its ending.
     *
     * @param sets settings {@code POINTER=VALUE}, applied in turn
     * @throws InputException with every problem in the study and the settings
     */
    public static JoiningStudy read(Path file, List<String> sets) throws InputException {
        var problems = new ArrayList<InputProblem>();
        JsonSource tree = JsonSource.read(file);
        for (String set : sets) {
            try {
                tree = Setting.parse(set).applyTo(tree);
            } catch (InputException unfit) {
                problems.addAll(unfit.problems());
            }
        }
        if (!(tree instanceof JsonSource.Members whole)) {
            problems.add(tree.place().problem("a study is an object", "Begin it with {."));
            throw new InputException(problems);
        }
        var study = new Reader(file, whole, problems).study();
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return study;
    }

    /** Reads a tree, noting problems on the way. */
    private static final class Reader {
        private final Path file;
        private final JsonSource.Members tree;
        private final List<InputProblem> problems;

        Reader(Path file, JsonSource.Members tree, List<InputProblem> problems) {
            this.file = file;
            this.tree = tree;
            this.problems = problems;
        }

        JoiningStudy study() {
            known(tree, KEYS);
            var backtest = backtest();
            known(backtest, BACKTEST_KEYS);
            int from = whole(tree, "from", FIRST_YEAR, FIRST_YEAR, LAST_YEAR);
            int first = whole(backtest, "first", 2006, FIRST_YEAR + 1, LAST_YEAR);
            int last = whole(backtest, "last", first, FIRST_YEAR + 1, LAST_YEAR);
            if (first <= from || last < first) {
                problems.add(backtest.place()
                        .problem("origins " + first + " to " + last + " do not follow " + from, "Give later years."));
            }
            String name = String.valueOf(file.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
            var fit = new FitStudy(
                    file,
                    name,
                    tree.get("title") instanceof JsonSource.Text text ? text.text() : name,
                    scenario(),
                    factors(),
                    List.of(),
                    from,
                    first - 1,
                    List.of(NEVER_RECORDED),
                    List.of(1.0),
                    List.of(),
                    whole(tree, "starts", 2, 1, 100),
                    whole(tree, "evaluations", 300, 100, 1_000_000),
                    whole(tree, "seed", 1, 0, Integer.MAX_VALUE),
                    first,
                    last,
                    whole(backtest, "refitEvery", 1, 1, 100),
                    1);
            return new JoiningStudy(fit, memberships(), depth());
        }

        private JsonSource.Members backtest() {
            var value = tree.get(BACKTEST);
            if (value instanceof JsonSource.Members members) {
                return members;
            }
            if (value != null) {
                problems.add(value.place().problem("is " + value.described(), "Give an object."));
            }
            return new JsonSource.Members(tree.place(), Map.of());
        }

        private void known(JsonSource.Members object, Set<String> keys) {
            object.members().forEach((key, value) -> {
                if (!keys.contains(key) && !key.equals("$schema")) {
                    problems.add(value.place()
                            .problem(
                                    "a study of joinings has no key \"" + key + "\"",
                                    Nearest.hint(key, keys) + "Keys are " + String.join(", ", keys) + "."));
                }
            });
        }

        private Path scenario() {
            var value = tree.get("scenario");
            if (value instanceof JsonSource.Text text) {
                for (String ending : List.of("", ".json", ".yaml", ".yml")) {
                    Path path = file.resolveSibling(text.text() + ending).normalize();
                    if (Files.isRegularFile(path)) {
                        return path;
                    }
                }
            }
            problems.add((value == null ? tree : value)
                    .place()
                    .problem("there is no such scenario beside this file", "Name one, such as \"../world\"."));
            return file;
        }

        /** A path on the command line is seen from where the program runs, one in the file from the file. */
        private Path memberships() {
            var value = tree.get(MEMBERSHIPS);
            if (value instanceof JsonSource.Text text && !text.text().isBlank()) {
                boolean given = text.place().file().equals(Setting.NAME);
                return given
                        ? Path.of(text.text())
                        : file.resolveSibling(text.text()).normalize();
            }
            problems.add((value == null ? tree : value)
                    .place()
                    .problem(
                            "no file of memberships is named",
                            "It is not shipped: name your own, as --set /memberships=igo_membership.csv.gz, with the columns"
                                    + " year,igo,iso3,status."));
            return file;
        }

        private double depth() {
            var value = tree.get(DEPTH);
            if (value == null) {
                return STANDARD_DEPTH;
            }
            if (value instanceof JsonSource.Numeral number && number.value() >= 0 && number.value() <= 1) {
                return number.value();
            }
            problems.add(value.place().problem("is " + value.described(), "Give a number from 0 to 1."));
            return STANDARD_DEPTH;
        }

        private List<String> factors() {
            var value = tree.get("factors");
            if (value == null) {
                return STANDARD;
            }
            var names = new ArrayList<String>();
            if (!(value instanceof JsonSource.Items list)) {
                problems.add(value.place().problem("is " + value.described(), "Give a list of names."));
                return names;
            }
            for (JsonSource item : list.items()) {
                if (item instanceof JsonSource.Text text
                        && Factor.named(text.text()).isPresent()) {
                    names.add(text.text());
                } else {
                    problems.add(item.place()
                            .problem(
                                    "is " + item.described() + ", no parameter",
                                    "Name keys of /parameters of a scenario, or \"" + Factor.ALL_STANCES + "\"."));
                }
            }
            if (list.items().size() < FitStudy.FEWEST_FACTORS) {
                problems.add(value.place().problem("the search needs two factors at least", "Name another."));
            }
            return names;
        }

        private int whole(JsonSource.Members object, String key, int otherwise, int least, int most) {
            var value = object.get(key);
            if (value == null) {
                return otherwise;
            }
            if (value instanceof JsonSource.Numeral number
                    && number.whole()
                    && number.value() >= least
                    && number.value() <= most) {
                return (int) number.value();
            }
            problems.add(value.place()
                    .problem("is " + value.described(), "Give a whole number from " + least + " to " + most + "."));
            return otherwise;
        }
    }
}
