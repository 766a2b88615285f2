package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.experiment.PairedRuns;
import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The charts of the gallery are those of the program; {@code mvn test -Dtest=KeptChartsTest -Dupdate=true} draws them anew. */
class KeptChartsTest {
    private static final Path GALLERY = Path.of("results", "gallery");
    /** Some 300 kB of small maps. */
    private static final String LARGE = "map-series";

    private static final long MOST_BYTES = 6_000_000;

    @TempDir
    private Path scratch = Path.of("set by JUnit");

    /** The folders that keep the tables their charts are drawn from. */
    static List<Path> withTables() throws IOException {
        try (Stream<Path> files = Files.walk(GALLERY)) {
            return files.filter(file -> file.endsWith("manifest.json"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    private static void same(Path folder, List<Placed> charts) throws IOException {
        var drawn = new TreeMap<Path, String>();
        for (Placed placed : charts) {
            var file = folder.resolve(placed.folder()).resolve(placed.chart().name() + ".svg");
            drawn.put(file, Drawing.whole(placed.chart(), Size.SLIDE).svg());
        }
        same(drawn);
    }

    private static void same(Map<Path, String> drawn) throws IOException {
        for (var one : drawn.entrySet()) {
            if (Boolean.getBoolean("update")) {
                Files.createDirectories(one.getKey().getParent());
                Files.writeString(one.getKey(), one.getValue());
            }
            String kept = Files.exists(one.getKey()) ? Files.readString(one.getKey()) : "missing";
            assertEquals(one.getValue(), kept, one.getKey() + " is stale: -Dupdate=true");
        }
    }

    @ParameterizedTest
    @CsvSource({"belarus-sco, 500", "eurasia, 100"})
    void theChartsOfARunAreThoseOfItsScenario(String name, int replicates) throws IOException, InputException {
        var prepared = Prepared.read(Path.of("scenarios", name + ".json"), List.of());
        var charts = Redrawing.charts(prepared, prepared.run(prepared.scenario().seed(), replicates, 2, () -> {}));
        same(
                GALLERY.resolve(name),
                charts.stream()
                        .filter(chart -> !chart.name().equals(LARGE))
                        .map(Placed::here)
                        .toList());
    }

    @Test
    void theChartsOfTheComparisonAreThoseOfItsScenarios() throws IOException, InputException {
        var base = Prepared.read(Path.of("scenarios", "belarus-sco.json"), List.of());
        var changed = Prepared.read(Path.of("scenarios", "belarus-sco", "no-guarantee.json"), List.of());
        var found = PairedRuns.of(List.of(base, changed), base.scenario().seed(), 500, 2, () -> {});
        var charts = ComparisonResults.charts(found).stream()
                .filter(placed -> placed.folder().equals(changed.scenario().name()))
                .map(placed -> Placed.here(placed.chart()))
                .toList();
        same(GALLERY.resolve("compare-belarus-sco-no-guarantee"), charts);
    }

    @ParameterizedTest
    @MethodSource("withTables")
    void theChartsOfAFolderAreThoseOfItsTables(Path folder) throws IOException, InputException {
        // In a place without charts all are drawn, not only those that are kept.
        var copy = Files.createDirectory(scratch.resolve("copy"));
        for (String file : List.of(
                "manifest.json",
                "scores.csv",
                "reliability.csv",
                "far/date_ranks.csv",
                "sensitivity.csv",
                "estimates.csv")) {
            if (Files.exists(folder.resolve(file))) {
                Files.createDirectories(copy.resolve(file).getParent());
                Files.copy(folder.resolve(file), copy.resolve(file));
            }
        }
        var wish = new Redrawing.Wish(List.of(), Size.SLIDE, Set.of(Redrawing.Format.SVG), 1);
        var drawn = new TreeMap<Path, String>();
        for (Path file : Redrawing.of(copy).draw(wish, scratch.resolve("drawn"), 1, () -> {})) {
            drawn.put(folder.resolve("charts").resolve(file.getFileName()), Files.readString(file));
        }
        same(drawn);
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
