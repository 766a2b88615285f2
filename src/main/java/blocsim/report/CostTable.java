package blocsim.report;

import blocsim.experiment.Bench;
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
    /** Copies the list. */
    public CostTable {
        costs = List.copyOf(costs);
    }

    /** The machine, the Java and the version, as one line. */
    public String where() {
        return "blocsim " + version + (commit == null ? "" : " (" + commit + ")") + ", Java " + Runtime.version() + ", "
                + System.getProperty("java.vm.name") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " processors";
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
}
