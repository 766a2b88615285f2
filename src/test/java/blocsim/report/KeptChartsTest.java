package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.experiment.Findings;
import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The charts of the gallery are those of the program; {@code mvn test -Dtest=KeptChartsTest -Dupdate=true} draws them anew. */
class KeptChartsTest {
    private static final Path GALLERY = Path.of("results", "gallery");
    private static final int REPLICATES = 500;
    /** Some 300 kB of small maps. */
    private static final String LARGE = "map-series";

    private static final long MOST_BYTES = 3_000_000;

    static List<Path> backtests() throws IOException {
        try (Stream<Path> folders = Files.list(GALLERY)) {
            return folders.filter(folder -> Files.exists(folder.resolve("scores.csv")))
                    .sorted()
                    .toList();
        }
    }

    private static void same(Path folder, List<Chart> charts) throws IOException {
        var drawn = new TreeMap<String, String>();
        var kept = new TreeMap<String, String>();
        Files.createDirectories(folder);
        for (Chart chart : charts) {
            var file = folder.resolve(chart.name() + ".svg");
            String svg = Drawing.whole(chart, Size.SLIDE).svg();
            drawn.put(chart.name(), svg);
            if (Boolean.getBoolean("update")) {
                Files.writeString(file, svg);
            }
            kept.put(chart.name(), Files.exists(file) ? Files.readString(file) : "missing");
        }
        for (String name : drawn.keySet()) {
            assertEquals(drawn.get(name), kept.get(name), folder + "/" + name + ".svg is stale: -Dupdate=true");
        }
    }

    @Test
    void theChartsOfBelarusAreThoseOfARun() throws IOException, InputException {
        var prepared = Prepared.read(Path.of("scenarios", "belarus-sco.json"), List.of());
        var ensemble = prepared.run(prepared.scenario().seed(), REPLICATES, 2, () -> {});
        var report = new RunReport(Findings.of(prepared, ensemble), true);
        var charts = new ArrayList<>(report.outcome());
        charts.addAll(report.why());
        charts.addAll(report.aside());
        charts.removeIf(chart -> chart.name().equals(LARGE));
        same(GALLERY.resolve("belarus-sco"), charts);
    }

    @ParameterizedTest
    @MethodSource("backtests")
    void theChartsOfABacktestAreThoseOfItsTables(Path folder) throws IOException, InputException {
        same(folder.resolve("charts"), BacktestCharts.read(folder, "test"));
    }

    @Test
    void theGalleryIsSmall() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(GALLERY)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }
}
