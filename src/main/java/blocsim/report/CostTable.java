package blocsim.report;

import blocsim.experiment.Bench;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import blocsim.input.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measured costs of worlds, with what they were measured on.
 *
 * @param version of the program
 * @param commit it was built from; null where that is not known
 * @param costs one a world
 */
public record CostTable(String version, @Nullable String commit, List<Bench.Cost> costs) {
    /** The file beside the chart that holds its figures. */
    public static final String FILE = "cost-by-size.json";

    /** Copies the list. */
    public CostTable {
        costs = List.copyOf(costs);
    }

    /** The machine, the Java and the version, as one line. */
    public String where() {
        return where(
                "blocsim " + version,
                commit,
                Runtime.version().toString(),
                String.valueOf(System.getProperty("java.vm.name")),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }

    private static String where(
            String program, @Nullable String commit, String java, String machine, String system, long processors) {
        return program + (commit == null ? "" : " (" + commit + ")") + ", Java " + java + ", " + machine + ", " + system
                + ", " + processors + " processors";
    }

    /** The table, a line a world under a heading. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%-16s %7s %6s %6s %28s %24s %22s %10s",
                "world",
                "states",
                "blocs",
                "ticks",
                "runs a second",
                "ns a state-bloc-tick",
                "ns a chance",
                "bytes"));
        for (var cost : costs) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-16s %7d %6d %6d %28s %24s %22s %10d",
                    cost.world(),
                    cost.states(),
                    cost.blocs(),
                    cost.ticks(),
                    text(cost.runsPerSecond()),
                    text(cost.nanosPerCell()),
                    text(cost.nanosPerChance()),
                    cost.bytesPerRun()));
        }
        return lines;
    }

    private static String text(Bench.Spread spread) {
        return figure(spread.median()) + " (" + figure(spread.least()) + "-" + figure(spread.most()) + ")";
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    /** All of it, for a program to read. */
    public Map<String, Object> json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("kind", "bench");
        all.put("program", "blocsim " + version);
        if (commit != null) {
            all.put("commit", commit);
        }
        all.put("java", Runtime.version().toString());
        all.put("machine", String.valueOf(System.getProperty("java.vm.name")));
        all.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("worlds", costs.stream().map(CostTable::json).toList());
        return all;
    }

    private static Map<String, Object> json(Bench.Cost cost) {
        var one = new LinkedHashMap<String, Object>();
        one.put("world", cost.world());
        one.put("states", cost.states());
        one.put("blocs", cost.blocs());
        one.put("ticks", cost.ticks());
        one.put("runsPerSecond", json(cost.runsPerSecond()));
        one.put("nanosPerStateBlocTick", json(cost.nanosPerCell()));
        one.put("nanosPerChance", json(cost.nanosPerChance()));
        one.put("bytesPerRun", cost.bytesPerRun());
        return one;
    }

    private static Map<String, Object> json(Bench.Spread spread) {
        var all = new LinkedHashMap<String, Object>();
        all.put("median", spread.median());
        all.put("least", spread.least());
        all.put("most", spread.most());
        return all;
    }

    /** Cost against size. */
    public CostChart chart() {
        return new CostChart(
                costs.stream()
                        .map(cost -> new CostChart.Point(
                                cost.world(),
                                cost.states(),
                                new Estimate(
                                        cost.nanosPerCell().median(),
                                        cost.nanosPerCell().least(),
                                        cost.nanosPerCell().most())))
                        .toList(),
                where());
    }

    /**
     * Writes the chart of cost against size, and its figures beside it, into a folder, which is made if it is missing.
     *
     * @throws IOException if a file cannot be written
     */
    public void write(Path folder) throws IOException {
        Drawing.whole(chart(), Size.SLIDE).write(folder, 1);
        Files.writeString(folder.resolve(FILE), JsonText.write(json()));
    }

    /**
     * Cost against size, from the figures that {@link #write} left.
     *
     * @param file that they were read from
     * @throws InputException if they are not there
     */
    static CostChart chart(Path file, JsonSource.Members figures) throws InputException {
        var points = new ArrayList<CostChart.Point>();
        if (figures.get("worlds") instanceof JsonSource.Items worlds) {
            for (JsonSource world : worlds.items()) {
                var nanos = members(file, members(file, world).get("nanosPerStateBlocTick"));
                points.add(new CostChart.Point(
                        text(file, members(file, world), "world"),
                        (int) number(file, members(file, world), "states"),
                        new Estimate(
                                number(file, nanos, "median"),
                                number(file, nanos, "least"),
                                number(file, nanos, "most"))));
            }
        }
        if (points.isEmpty()) {
            throw unreadable(file, "/worlds");
        }
        return new CostChart(
                points,
                where(
                        text(file, figures, "program"),
                        figures.get("commit") instanceof JsonSource.Text commit ? commit.text() : null,
                        text(file, figures, "java"),
                        text(file, figures, "machine"),
                        text(file, figures, "system"),
                        (long) number(file, figures, "processors")));
    }

    private static JsonSource.Members members(Path file, @Nullable JsonSource value) throws InputException {
        if (value instanceof JsonSource.Members members) {
            return members;
        }
        throw unreadable(file, "/worlds");
    }

    private static String text(Path file, JsonSource.Members of, String key) throws InputException {
        if (of.get(key) instanceof JsonSource.Text text) {
            return text.text();
        }
        throw unreadable(file, "/" + key);
    }

    private static double number(Path file, JsonSource.Members of, String key) throws InputException {
        if (of.get(key) instanceof JsonSource.Numeral number) {
            return number.value();
        }
        throw unreadable(file, "/" + key);
    }

    private static InputException unreadable(Path file, String pointer) {
        return new InputException(List.of(new InputProblem(
                file.toString(), 0, pointer, "is not what blocsim bench writes", "measure again with --chart")));
    }
}
