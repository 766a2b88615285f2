package blocsim.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.cli.Main;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of real runs as Chromium lays them out: a full one of one bloc, and an ordinary one of eight. */
@Tag("browser")
class ReportInBrowserTest {
    private static final String FULL = "belarus-sco";
    private static final String LARGE = "eurasia";
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final long MOST_BYTES = 3_000_000;
    private static final int STEP = 800;
    private static final String FILLS =
            "() => [...document.querySelectorAll('#map-years .land')].map(l => l.getAttribute('fill')).join()";

    @TempDir
    private static Path folder = Path.of("set by JUnit");

    private static Chromium chromium = none();

    private final List<String> said = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private BrowserContext context = none();

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // set before it is used
    private static <T> T none() {
        return null;
    }

    private static void run(String scenario, String... more) {
        var told = new StringWriter();
        var writer = new PrintWriter(told);
        var arguments = new ArrayList<>(List.of("run", "scenarios/" + scenario + ".json", "--quiet", "--out"));
        arguments.add(folder.resolve(scenario).toString());
        arguments.addAll(List.of(more));
        int status = Main.commandLine(writer, writer).execute(arguments.toArray(String[]::new));
        assertEquals(0, status, told.toString());
    }

    @BeforeAll
    static void makeReports() {
        run(FULL, "--full", "--replicates", "20");
        run(LARGE);
        chromium = new Chromium();
    }

    @AfterAll
    static void stopChromium() {
        chromium.close();
    }

    @AfterEach
    void closeThePage() {
        if (context != null) {
            context.close();
        }
    }

    private static Path file(String report) {
        return folder.resolve(report).resolve("report.html");
    }

    private static Browser.NewContextOptions wide() {
        return options(1280, ColorScheme.LIGHT);
    }

    private static Browser.NewContextOptions options(int width, ColorScheme scheme) {
        return new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
    }

    private Page open(String report, Browser.NewContextOptions options) {
        context = chromium.browser().newContext(options);
        var page = context.newPage();
        page.onConsoleMessage(message -> said.add(message.text()));
        page.onPageError(said::add);
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(file(report).toUri().toString());
        return page;
    }

    private static String shown(Page page) {
        return page.textContent("#map-shown");
    }

    @ParameterizedTest
    @CsvSource({"belarus-sco, 1280", "belarus-sco, 390", "belarus-sco, 320", "eurasia, 1280", "eurasia, 390", "eurasia, 320"})
    void theReportIsNoWiderThanTheScreen(String report, int width) {
        var page = open(report, options(width, ColorScheme.LIGHT));
        assertEquals(
                width,
                page.evaluate(
                        "() => Math.max(innerWidth, document.documentElement.scrollWidth, document.body.scrollWidth)"));
    }

    @ParameterizedTest
    @CsvSource({
        "belarus-sco, 1280, LIGHT",
        "belarus-sco, 390, LIGHT",
        "belarus-sco, 1280, DARK",
        "belarus-sco, 390, DARK",
        "eurasia, 1280, LIGHT",
        "eurasia, 390, LIGHT",
        "eurasia, 1280, DARK",
        "eurasia, 390, DARK"
    })
    void axeFindsNoSeriousFault(String report, int width, ColorScheme scheme) throws IOException {
        // The page's own policy allows no script but its slider's.
        var page = open(report, options(width, scheme).setBypassCSP(true));
        try (var stream = Objects.requireNonNull(getClass().getResourceAsStream(AXE))) {
            page.evaluate(new String(stream.readAllBytes(), StandardCharsets.UTF_8) + "; undefined");
        }
        assertEquals(
                List.of(),
                page.evaluate("() => axe.run().then(found => found.passes.length < 20 ? ['axe did not look'] : found.violations"
                        + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                        + ".map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' | ')))"));
    }

    /** Labels stand on the page itself or on plates of its colour; those of the map have a rim of it. */
    @ParameterizedTest
    @CsvSource({"belarus-sco, LIGHT", "belarus-sco, DARK", "eurasia, LIGHT", "eurasia, DARK"})
    void theLettersOfChartsStandOut(String report, ColorScheme scheme) {
        var page = open(report, options(1280, scheme));
        assertEquals(List.of(), page.evaluate("""
                () => {
                    const light = colour => {
                        const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
                            .map(part => part <= .03928 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
                        return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
                    };
                    const paper = light(getComputedStyle(document.body).backgroundColor);
                    return [...document.querySelectorAll(".chart .wide text, #map-years text")]
                        .filter(text => {
                            const ink = light(getComputedStyle(text).fill);
                            return (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05) < 4.5;
                        })
                        .map(text => text.closest("figure").id + ": " + text.textContent);
                }
                """));
    }

    @ParameterizedTest
    @CsvSource({"belarus-sco, LIGHT", "belarus-sco, DARK", "eurasia, LIGHT", "eurasia, DARK"})
    void nothingIsSaidOnTheConsole(String report, ColorScheme scheme) {
        open(report, options(1280, scheme)).locator("#map-day").press("Home");
        assertEquals(List.of(), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {FULL, LARGE})
    void nothingIsAskedOfTheNetwork(String report) {
        open(report, wide());
        asked.removeIf(address -> address.startsWith("data:"));
        assertEquals(List.of(file(report).toUri().toString()), asked.stream()
                .map(address -> address.replaceFirst("^file:/+", "file:///"))
                .toList());
    }

    @Test
    void theReportOfEightBlocsIsSmall() throws IOException {
        long bytes = Files.size(file(LARGE));
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }

    @Test
    void theSliderNamesTheYearItShows() {
        var page = open(FULL, wide());
        page.locator("#map-day").press("Home");
        assertEquals("2001", shown(page));
    }

    @Test
    void theArrowKeysGoFromYearToYear() {
        var page = open(FULL, wide());
        page.locator("#map-day").press("ArrowLeft");
        assertEquals("2034", shown(page));
    }

    @Test
    void whoHearsThePageHearsTheYear() {
        var page = open(FULL, wide());
        page.locator("#map-day").press("Home");
        assertEquals("2001", page.getAttribute("#map-day", "aria-valuetext"));
    }

    @Test
    void theSliderMovesTheColoursOfTheMap() {
        var page = open(FULL, wide());
        var last = page.evaluate(FILLS);
        page.locator("#map-day").press("Home");
        assertNotEquals(last, page.evaluate(FILLS));
    }

    @Test
    void theScriptDrawsTheLastYearAsThePageHasIt() {
        var drawn = open(FULL, wide()).evaluate(FILLS);
        context.close();
        assertEquals(open(FULL, wide().setJavaScriptEnabled(false)).evaluate(FILLS), drawn);
    }

    @Test
    void playingBeginsAtTheFirstYearAndGoesOn() {
        var page = open(FULL, wide());
        page.clock().install();
        page.reload();
        page.click("#map-play");
        page.clock().runFor(2 * STEP);
        assertEquals("2003", shown(page));
    }

    @Test
    void playingEndsWithTheLastYear() {
        var page = open(FULL, wide());
        page.clock().install();
        page.reload();
        page.click("#map-play");
        page.clock().runFor(100 * STEP);
        assertEquals("2035 Play", shown(page) + " " + page.textContent("#map-play"));
    }

    @Test
    void theSliderStopsWhatPlays() {
        var page = open(FULL, wide());
        page.clock().install();
        page.reload();
        page.click("#map-play");
        page.locator("#map-day").press("ArrowRight");
        page.clock().runFor(10 * STEP);
        assertEquals("2002", shown(page));
    }

    @Test
    void whoWantsNoMotionIsOfferedNone() {
        var page = open(FULL, wide().setReducedMotion(ReducedMotion.REDUCE));
        assertTrue(page.isVisible("#map-day") && page.isHidden("#map-play"));
    }

    @Test
    void theSmallMapsGiveWayToTheSlider() {
        assertTrue(open(FULL, wide()).isHidden("#chart-map-series"));
    }

    @Test
    void withoutScriptThePageSaysWhichYearItShowsBesideSmallMaps() {
        var page = open(FULL, wide().setJavaScriptEnabled(false));
        assertTrue(page.isHidden("#map-day") && page.isVisible("#chart-map-series"));
        assertTrue(page.innerText(".without-script").startsWith("The map shows the end of 2035"));
    }

    @Test
    void paperSaysWhichYearItShowsBesideSmallMaps() {
        var page = open(FULL, wide());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertTrue(page.isHidden("#map-day") && page.isVisible("#chart-map-series"));
        assertEquals(
                "The map shows the end of 2035; the small maps below show other years.",
                page.innerText(".without-script"));
    }

    /** The charts of the page, the map among them; the small maps stand in for its slider on paper and where there is no script. */
    private static long charts(String report) throws IOException {
        return Pattern.compile("<figure id=\"chart-")
                        .matcher(Files.readString(file(report)))
                        .results()
                        .count()
                - 1;
    }

    @ParameterizedTest
    @CsvSource({"belarus-sco, 1280", "belarus-sco, 390", "eurasia, 1280", "eurasia, 390"})
    void eachChartIsShownOnce(String report, int width) throws IOException {
        assertEquals(
                (int) charts(report),
                open(report, options(width, ColorScheme.LIGHT))
                        .evaluate("() => [...document.querySelectorAll('svg')]"
                                + ".filter(s => s.getBoundingClientRect().width > 100).length"));
    }

    @ParameterizedTest
    @ValueSource(strings = {FULL, LARGE})
    void noTextOfAPhonesChartIsSmallerThanReadable(String report) {
        var smallest = (Number) open(report, options(390, ColorScheme.LIGHT))
                .evaluate("() => Math.min(...[...document.querySelectorAll('svg text')]"
                        + ".map(t => t.getBoundingClientRect().height).filter(h => h > 0))");
        assertTrue(smallest.doubleValue() >= 9, smallest + " pixels high");
    }

    @Test
    void noChartIsCutOverPagesOfPaper() {
        var page = open(LARGE, wide());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertFalse((Boolean) page.evaluate("() => [...document.querySelectorAll('figure')]"
                + ".some(one => getComputedStyle(one).breakInside !== 'avoid')"));
    }
}
