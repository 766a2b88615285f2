package blocsim.scenario;

import java.util.ArrayList;
import java.util.List;

/** Every key of a study file, in the order of the documentation: checks, the JSON Schema and the documentation come from it. */
public final class StudyKeys {
    static final String[] SPREADS = {
        "range", "log-range", "integers", "list", "normal", "log-normal", "beta", "triangular"
    };
    static final String[] DESIGNS = {"factorial", "latin-hypercube", "sobol", "saltelli", "morris", "list"};
    static final String[] MEASURES = {
        "first-date", "reached", "status", "size", "first-objector", "years-at", "requests", "stops", "approvals"
    };
    private static final double MOST_POINTS = 1e8;
    private static final List<Key> ALL = table();
    static final KeyNode ROOT = KeyNode.of("a study", ALL);

    private StudyKeys() {}

    /** The rows, each after the one it stands in. */
    public static List<Key> all() {
        return ALL;
    }

    /** The JSON Schema (draft 2020-12) of study files. */
    public static String schema() {
        return ScenarioSchema.study();
    }

    private static List<Key> table() {
        var rows = new ArrayList<Key>();
        whole(rows);
        factors(rows);
        design(rows);
        outputs(rows);
        return List.copyOf(rows);
    }

    private static void whole(List<Key> rows) {
        rows.add(Key.of("/$schema", Kind.TEXT, "the JSON Schema of this file, for editors"));
        rows.add(Key.of("/name", Kind.NAME, "the name of the study and of its folder of results")
                .otherwise("the file's name"));
        rows.add(Key.of("/title", Kind.TEXT, "one line for charts and lists").otherwise("the name"));
        rows.add(Key.of("/description", Kind.TEXT, "what the study asks"));
        rows.add(Key.of("/scenario", Kind.TEXT, "the scenario that is varied, as a path from this file")
                .must());
        rows.add(Key.of(
                        "/seed",
                        Kind.SEED,
                        "the number from which all luck is derived; replicate n has the same luck at every design point")
                .otherwise("the scenario's"));
        rows.add(Key.of(
                        "/replicates",
                        Kind.COUNT,
                        "how often each design point is run; with /until, how often before the interval is looked at, each time")
                .from(1, 1e6, "runs")
                .otherwise("100"));
        rows.add(
                Key.of(
                        "/until",
                        Kind.GROUP,
                        "go on with a design point, /replicates at a time, until the 95 % interval of an output's mean is narrow enough"));
        rows.add(Key.of("/until/output", Kind.COLUMN, "an output that is a number")
                .must());
        rows.add(Key.of(
                        "/until/halfWidth",
                        Kind.NUMBER,
                        "half the width of the interval, in the output's unit, that is enough")
                .from(1e-9, 1e9, "the output's")
                .must());
        rows.add(Key.of("/until/most", Kind.COUNT, "how often a design point is run at most")
                .from(1, 1e6, "runs")
                .otherwise("10000"));
    }

    private static void factors(List<Key> rows) {
        String factor = "/factors/{factor}";
        rows.add(Key.of("/factors", Kind.TABLE, "what is varied; the names become columns of the results")
                .must());
        rows.add(Key.of(factor, Kind.GROUP, "one value of the scenario that is varied"));
        rows.add(Key.of(
                        factor + "/pointer",
                        Kind.POINTER,
                        "where the value goes in the effective scenario, as with --set: a number, or an object such as a rule of"
                                + " decision, a bloc or an event")
                .must());
        rows.add(Key.of(
                        factor + "/type",
                        Kind.WORD,
                        "range: evenly from low to high; log-range: evenly on the log scale; integers: whole numbers; list: some"
                                + " values; the others are distributions")
                .oneOf(SPREADS)
                .must());
        rows.add(Key.of(factor + "/low", Kind.NUMBER, "the least value")
                .when("range", "log-range", "integers", "beta", "triangular")
                .must());
        rows.add(Key.of(factor + "/high", Kind.NUMBER, "the greatest value")
                .when("range", "log-range", "integers", "beta", "triangular")
                .must());
        rows.add(Key.of(
                        factor + "/values",
                        Kind.VALUES,
                        "numbers, texts, or any values by labels, which then stand in the column; a labelled null takes the key away")
                .when("list")
                .must());
        rows.add(
                Key.of(factor + "/mean", Kind.NUMBER, "the mean").when("normal").must());
        rows.add(Key.of(factor + "/median", Kind.NUMBER, "the median")
                .from(1e-9, 1e9, "")
                .when("log-normal")
                .must());
        rows.add(Key.of(factor + "/sd", Kind.NUMBER, "the standard deviation, of the logarithm in a log-normal")
                .from(1e-9, 1e9, "")
                .when("normal", "log-normal")
                .must());
        rows.add(Key.of(factor + "/alpha", Kind.NUMBER, "the first shape")
                .from(1e-3, 1e6, "1")
                .when("beta")
                .must());
        rows.add(Key.of(factor + "/beta", Kind.NUMBER, "the second shape")
                .from(1e-3, 1e6, "1")
                .when("beta")
                .must());
        rows.add(Key.of(factor + "/mode", Kind.NUMBER, "the most likely value")
                .when("triangular")
                .must());
        rows.add(Key.of(factor + "/levels", Kind.COUNT, "how many values a factorial design takes of it")
                .from(1, 1e6, "values")
                .when("range", "log-range", "normal", "log-normal", "beta", "triangular")
                .otherwise("5"));
        rows.add(Key.of(factor + "/meaning", Kind.TEXT, "what it is, for tables and charts")
                .otherwise("its pointer"));
        rows.add(Key.of(factor + "/unit", Kind.TEXT, "its unit").otherwise("none"));
    }

    private static void design(List<Key> rows) {
        rows.add(Key.of("/design", Kind.GROUP, "which combinations of values are run")
                .must());
        rows.add(Key.of(
                        "/design/type",
                        Kind.WORD,
                        "factorial: all combinations; latin-hypercube: every factor's strata once each; sobol: a low-discrepancy"
                                + " sequence; saltelli: pairs of such points with one factor exchanged, for Sobol' indices; morris:"
                                + " trajectories that change one factor at a time; list: the rows of a CSV file")
                .oneOf(DESIGNS)
                .must());
        rows.add(Key.of("/design/points", Kind.COUNT, "the number of design points")
                .from(1, MOST_POINTS, "points")
                .when("latin-hypercube", "sobol")
                .must());
        rows.add(Key.of(
                        "/design/baseRows",
                        Kind.COUNT,
                        "the number n of base rows, best a power of two: with k factors n(k + 2) design points")
                .from(1, MOST_POINTS, "rows")
                .when("saltelli")
                .must());
        rows.add(Key.of(
                        "/design/trajectories",
                        Kind.COUNT,
                        "the number r of trajectories: with k factors r(k + 1) design points")
                .from(1, MOST_POINTS, "trajectories")
                .when("morris")
                .must());
        rows.add(Key.of("/design/levels", Kind.COUNT, "the number of levels of each factor, an even one")
                .from(2, 1000, "levels")
                .when("morris")
                .otherwise("4"));
        rows.add(Key.of(
                        "/design/file",
                        Kind.TEXT,
                        "a CSV file, as a path from this file, with a column for each factor: numbers, or labels of listed values")
                .when("list")
                .must());
    }

    private static void outputs(List<Key> rows) {
        String output = "/outputs/{output}";
        rows.add(Key.of("/outputs", Kind.TABLE, "what is read off each run; the names become columns of the results")
                .must());
        rows.add(Key.of(output, Kind.GROUP, "one measure"));
        rows.add(Key.of(
                        output + "/type",
                        Kind.WORD,
                        "first-date: the first day on which a state holds a status or a higher one; reached: 1 if it does on some day up"
                                + " to a date, else 0; status: that which it holds at the end of a date; size: how many states hold a"
                                + " status or a higher one at the end of a date; first-objector: who objected first at the first stop of"
                                + " a state's request; years-at: how long a state holds a status; requests, stops, approvals: how many"
                                + " there are, but for programmes on offer, of one state or of all")
                .oneOf(MEASURES)
                .must());
        rows.add(Key.of(output + "/bloc", Kind.BLOC, "a bloc of the scenario").must());
        rows.add(Key.of(
                        output + "/state",
                        Kind.STATE,
                        "a state of the scenario; may be left out for requests, stops and approvals, which then count those of all")
                .when(
                        "first-date",
                        "reached",
                        "status",
                        "first-objector",
                        "years-at",
                        "requests",
                        "stops",
                        "approvals"));
        rows.add(Key.of(output + "/status", Kind.RUNG, "a rung of the bloc")
                .when("first-date", "reached", "size", "years-at")
                .must());
        rows.add(Key.of(output + "/date", Kind.DATE, "a day of the horizon")
                .when("reached", "status", "size")
                .must());
        rows.add(Key.of(output + "/meaning", Kind.TEXT, "what it is, for tables and charts")
                .otherwise("told from the other keys"));
    }
}
