package blocsim.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of a real run as Chromium lays it out, on a wide page and on a phone. */
@Tag("browser")
class ReportInBrowserTest {
    private static final String CHROMIUM = System.getProperty("chromium", "chromium");
    private static final Pattern MEASURED = Pattern.compile("id=\"measured\">([^<]*)<");

    @TempDir
    private static Path folder = Path.of("set by JUnit");

    @BeforeAll
    static void runAScenario() {
        var told = new StringWriter();
        var writer = new PrintWriter(told);
        int status = Main.commandLine(writer, writer)
                .execute(
                        "run",
                        "scenarios/belarus-sco.json",
                        "--full",
                        "--replicates",
                        "20",
                        "--out",
                        folder.resolve("run").toString());
        assertEquals(0, status, told.toString());
    }

    /** The report stands in a frame as wide as the screen, and a script around it measures it. */
    private static String measured(int width, String expression) throws IOException, InterruptedException {
        var report = Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("run/report.html")));
        var page = Files.writeString(folder.resolve("frame.html"), """
                <!DOCTYPE html><meta charset="utf-8"><body><p id="measured"></p>
                <iframe id="frame" style="border:0;width:%dpx;height:900px"></iframe>
                <script>
                const bytes = Uint8Array.from(atob("%s"), c => c.charCodeAt(0));
                const frame = document.getElementById("frame");
                frame.onload = () => {
                    const page = frame.contentDocument, view = frame.contentWindow;
                    document.getElementById("measured").textContent = String(%s);
                };
                frame.srcdoc = new TextDecoder().decode(bytes);
                </script>
                """.formatted(width, report, expression));
        return seen(page);
    }

    /** What a page's script measured. */
    private static String seen(Path page) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(CHROMIUM));
        command.addAll(List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--user-data-dir=" + Files.createTempDirectory(folder, "user"),
                "--window-size=1400,1000",
                "--virtual-time-budget=30000",
                "--dump-dom",
                page.toUri().toString()));
        var log = folder.resolve("log");
        var dom = folder.resolve("dom");
        var browser = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        if (!browser.waitFor(2, TimeUnit.MINUTES)) {
            browser.destroyForcibly();
            throw new IllegalStateException("the browser did not end within two minutes");
        }
        var said = Files.readString(log, StandardCharsets.UTF_8);
        // Chromium's advice on how axe reads colours off a canvas is no error of the page.
        assertFalse(said.replaceAll("(?m)^.*willReadFrequently.*$", "").contains("CONSOLE"), said);
        var found = MEASURED.matcher(Files.readString(dom, StandardCharsets.UTF_8));
        assertTrue(found.find(), said);
        return found.group(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390, 320})
    void theReportIsNoWiderThanTheScreen(int width) throws IOException, InterruptedException {
        assertEquals(
                Integer.toString(width),
                measured(
                        width,
                        "Math.max(page.documentElement.scrollWidth, page.body.scrollWidth, %d)".formatted(width)));
    }

    /** The charts of the page, the map among them; the small maps stand in for its slider on paper and where there is no script. */
    private static long charts() throws IOException {
        var page = Files.readString(folder.resolve("run/report.html"));
        return Pattern.compile("<figure id=\"chart-").matcher(page).results().count() - 1;
    }

    /** The rules of axe, which run inside the page itself; its own style keeps the page's colours as they are. */
    @Test
    void theReportHasNoSeriousFaultOfAccess() throws IOException, InterruptedException {
        String axe;
        try (var source = ReportInBrowserTest.class.getResourceAsStream(
                "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            axe = new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        }
        // The page's own policy allows no script but its slider's.
        var report = Files.readString(folder.resolve("run/report.html"))
                .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
        var page = Files.writeString(folder.resolve("axe.html"), report.replace("</body>", "<script>" + axe + """
                axe.run().then(found => {
                    const faults = found.violations.filter(v => v.impact === "serious" || v.impact === "critical")
                        .map(v => v.id + " " + v.nodes.length + " " + v.nodes[0].target.join(" "));
                    const told = document.createElement("p");
                    told.id = "measured";
                    told.textContent = found.passes.length > 20 ? faults.join("; ") : "axe did not look";
                    document.body.append(told);
                });
                </script></body>"""));
        assertEquals("", seen(page));
    }

    private static String slidTo(int place, String expression) throws IOException, InterruptedException {
        return measured(
                1280,
                "(() => { const slider = page.getElementById('map-day'); slider.value = " + place
                        + "; slider.dispatchEvent(new view.Event('input')); return " + expression + "; })()");
    }

    @Test
    void theSliderNamesTheYearItShows() throws IOException, InterruptedException {
        assertEquals("2001", slidTo(0, "page.getElementById('map-shown').textContent"));
    }

    @Test
    void theSliderMovesTheColoursOfTheMap() throws IOException, InterruptedException {
        String fills = "[...page.querySelectorAll('#map-years .land')].map(l => l.getAttribute('fill')).join()";
        String last = measured(1280, fills);
        assertNotEquals(last, slidTo(3, fills));
    }

    @Test
    void theScriptDrawsTheLastYearAsThePageHasIt() throws IOException, InterruptedException {
        String drawn = "[...page.querySelectorAll('#map-years .land')].every(l => l.getAttribute('fill') === "
                + "new view.DOMParser().parseFromString(frame.srcdoc, 'text/html').querySelectorAll('#map-years .land')"
                + "[[...page.querySelectorAll('#map-years .land')].indexOf(l)].getAttribute('fill'))";
        assertEquals("true", measured(1280, drawn));
    }

    @Test
    void theSliderTakesTheKeyboard() throws IOException, InterruptedException {
        assertEquals("map-day", measured(1280, "(page.getElementById('map-day').focus(), page.activeElement.id)"));
    }

    @Test
    void theSmallMapsGiveWayToTheSlider() throws IOException, InterruptedException {
        assertEquals("none", measured(1280, "view.getComputedStyle(page.getElementById('chart-map-series')).display"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void eachChartIsShownOnce(int width) throws IOException, InterruptedException {
        assertEquals(
                Long.toString(charts()),
                measured(
                        width,
                        "[...page.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width > 100).length"));
    }

    @Test
    void noTextOfAPhonesChartIsSmallerThanReadable() throws IOException, InterruptedException {
        var smallest = measured(
                390,
                "Math.min(...[...page.querySelectorAll('svg text')].map(t => t.getBoundingClientRect().height).filter(h => h > 0))");
        assertTrue(Double.parseDouble(smallest) >= 9, smallest + " pixels high");
    }

    @Test
    void nothingIsAskedOfTheNetwork() throws IOException, InterruptedException {
        assertEquals("0", measured(1280, "view.performance.getEntriesByType('resource').length"));
    }
}
