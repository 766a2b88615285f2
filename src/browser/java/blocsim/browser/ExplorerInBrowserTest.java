package blocsim.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.cli.Main;
import blocsim.web.Explorer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The explorer's page in Chromium, used as a reader uses it. */
@Tag("browser")
class ExplorerInBrowserTest {
    private static final Path SCENARIOS = Path.of("scenarios");
    private static final String STRENGTH = "/events/uzbekistan-objects/strength";
    private static final String UNTIL = "/events/uzbekistan-objects/until";
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final double PATIENCE = 120_000;

    private static Playwright playwright = none();
    private static Browser browser = none();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Explorer explorer = none();
    private BrowserContext context = none();
    private Page page = none();
    private final List<String> errors = new ArrayList<>();

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // set before each test
    private static <T> T none() {
        return null;
    }

    @BeforeAll
    static void startChromium() {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        playwright =
                Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Path chromium() {
        String given = System.getProperty("chromium", "chromium");
        if (given.contains("/")) {
            return Path.of(given);
        }
        for (String place : Objects.requireNonNullElse(System.getenv("PATH"), "").split(":", -1)) {
            if (Files.isExecutable(Path.of(place, given))) {
                return Path.of(place, given);
            }
        }
        throw new IllegalStateException("there is no " + given + " on the PATH; give it as -Dchromium=FILE");
    }

    @AfterAll
    static void stopChromium() {
        playwright.close();
    }

    @BeforeEach
    void openThePage() throws IOException {
        explorer = new Explorer(SCENARIOS, SCENARIOS.resolve("belarus-sco.json"), 0, 2, "test");
        visit(new Browser.NewContextOptions().setViewportSize(1400, 1000));
    }

    private void visit(Browser.NewContextOptions options) {
        context = browser.newContext(options.setAcceptDownloads(true));
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        page.onPageError(errors::add);
        page.navigate(explorer.address());
        finished();
    }

    @AfterEach
    void closeThePage() {
        context.close();
        explorer.close();
    }

    private void finished() {
        page.waitForSelector("body[data-done]:not([data-done=''])");
    }

    private Locator control(String pointer) {
        return page.locator("[data-pointer='" + pointer + "']");
    }

    /** Sets a number as one who types it in, with fewer replicates, and waits for the end of the run. */
    private void set(String pointer, String value) {
        forget();
        var number = control(pointer).locator("input[type=number]");
        number.fill(value);
        number.press("Enter");
        finished();
    }

    private void forget() {
        page.evaluate("() => { document.body.dataset.done = ''; }");
    }

    private void replicates(int count) {
        page.fill("#replicates", Integer.toString(count));
    }

    @Test
    void theFirstScenarioIsShownWithItsResult() {
        assertTrue(page.textContent("#verdict").startsWith("Belarus is member of the SCO at the end of 2035 in"));
        assertEquals(List.of(), errors);
    }

    @Test
    void movingASliderChangesTheNumbers() {
        replicates(100);
        set(STRENGTH, "0.8");
        String before = page.textContent("#sharetable");
        forget();
        var slider = control("/parameters/weightNetwork").locator("input[type=range]");
        page.evaluate("() => document.querySelectorAll('details.group').forEach(d => { d.open = true; })");
        slider.focus();
        slider.press("Home");
        finished();
        assertTrue(!before.equals(page.textContent("#sharetable")));
    }

    @Test
    void theNumbersAreThoseOfTheSameRunFromTheCommandLine() throws IOException {
        replicates(80);
        set(STRENGTH, "0.35");
        var shown = new TreeMap<String, List<String>>();
        for (var row : page.locator("#sharetable tbody tr").all()) {
            var cells = row.locator("th, td").allTextContents();
            shown.put(cells.get(0), List.copyOf(cells.subList(1, cells.size())));
        }
        var told = new StringWriter();
        var out = folder.resolve("out");
        int status = Main.commandLine(new PrintWriter(told), new PrintWriter(told))
                .execute(
                        "run",
                        "scenarios/belarus-sco.json",
                        "--set",
                        STRENGTH + "=0.35",
                        "--replicates",
                        "80",
                        "--out",
                        out.toString(),
                        "--quiet");
        assertEquals(0, status, told.toString());
        var written = new TreeMap<String, List<String>>();
        for (var line : Files.readAllLines(out.resolve("summary.csv"))) {
            var cells = line.split(",", -1);
            if (cells[1].equals("SCO") && cells[2].equals("BLR")) {
                written.computeIfAbsent(cells[0].substring(0, 4), year -> new ArrayList<>())
                        .add(cells[4]);
            }
        }
        assertEquals(written, shown);
    }

    @Test
    void aPinnedRunIsComparedWithTheNext() {
        replicates(60);
        set(STRENGTH, "0.9");
        page.click("#pin");
        forget();
        control(UNTIL).locator("input[type=checkbox]").click();
        finished();
        page.waitForSelector("#comparefigure:not([hidden])");
        page.locator("#comparefigure details").evaluate("shown => { shown.open = true; }");
        page.waitForSelector("#comparetable tbody tr");
        assertTrue(page.textContent("#compare-note").contains("60 pairs of replicates"));
    }

    @Test
    void undoTakesTheLastChangeBack() {
        replicates(40);
        set(STRENGTH, "0.2");
        forget();
        page.click("#undo");
        finished();
        assertEquals("1", control(STRENGTH).locator("input[type=number]").inputValue());
    }

    @Test
    void theDownloadedFileGivesTheSameNumbersAgain() throws IOException {
        replicates(60);
        set(STRENGTH, "0.2");
        String before = page.textContent("#sharetable");
        var download = page.waitForDownload(() -> page.click("#whatif"));
        var file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        assertTrue(Files.readAllLines(file).size() <= 12, Files.readString(file));
        forget();
        page.setInputFiles("#file", file);
        finished();
        replicates(60);
        forget();
        page.click("#run");
        finished();
        assertEquals(before, page.textContent("#sharetable"));
    }

    @Test
    void aBrokenFileIsToldWhereItIsBroken() {
        var text = "{\n  \"extends\": \"belarus-sco\",\n  \"states\": {\"BLR\": {\"need\": 7}}\n}\n";
        page.setInputFiles(
                "#file", new FilePayload("mine.json", "application/json", text.getBytes(StandardCharsets.UTF_8)));
        page.waitForSelector("#problems li");
        assertTrue(page.textContent("#problems").contains("mine.json:3 /states/BLR/need"), page.textContent("#problems"));
    }

    @Test
    void aRunCanBeCancelled() {
        replicates(5000);
        page.click("#run");
        page.keyboard().press("Escape");
        page.waitForSelector("#said:text('Cancelled.')");
    }

    @Test
    void aLostServerIsFoundAgainWithTheChanges() throws IOException {
        replicates(40);
        set(STRENGTH, "0.3");
        int port = explorer.port();
        explorer.close();
        page.click("#run");
        page.waitForSelector("#lost:not([hidden])");
        explorer = new Explorer(SCENARIOS, null, port, 2, "test");
        page.waitForSelector("#problems:not([hidden])");
        String link = page.url().replaceFirst("^[^#]*", "");
        page.navigate(explorer.address() + link);
        finished();
        assertEquals("0.3", control(STRENGTH).locator("input[type=number]").inputValue());
    }

    @Test
    void aGuessIsScoredAgainstModelAndHistory() {
        page.keyboard().press("c");
        page.waitForSelector("#guess");
        page.fill("#replicates", "60");
        forget();
        page.click("#guessed");
        page.waitForSelector("#tour .score");
        assertTrue(page.textContent("#tour").contains("Against history: yours 0.250"), page.textContent("#tour"));
    }

    @Test
    void whyTellsMotivesAndStances() {
        page.click("#explain");
        page.waitForSelector("#whytext table");
        assertTrue(page.textContent("#whytext").contains("Uzbekistan"));
    }

    @Test
    void theMapColoursTheFounders() {
        var russia = page.locator("#map [data-code=RUS]").first();
        assertTrue(Objects.requireNonNull(russia.getAttribute("class")).contains("h3"));
    }

    @Test
    void nothingIsAskedOfAnotherServer() {
        var asked = page.evaluate(
                "() => performance.getEntriesByType('resource').filter(e => !e.name.startsWith(location.origin)).length");
        assertEquals(0, asked);
    }

    @ParameterizedTest
    @CsvSource({"1400, LIGHT, false", "1400, DARK, true", "390, LIGHT, true", "390, DARK, false"})
    void axeFindsNoSeriousFault(int width, ColorScheme scheme, boolean lesson) throws IOException {
        closeThePage();
        explorer = new Explorer(SCENARIOS, null, 0, 2, "test");
        visit(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setBypassCSP(true));
        if (lesson) {
            page.keyboard().press("c");
            page.waitForSelector("#guess");
        }
        try (var stream = Objects.requireNonNull(getClass().getResourceAsStream(AXE))) {
            page.evaluate(new String(stream.readAllBytes(), StandardCharsets.UTF_8) + "; undefined");
        }
        var faults = page.evaluate(
                "() => axe.run().then(found => found.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')"
                        + ".map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' | ')))");
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @CsvSource({"1400", "390", "320"})
    void thePageIsNoWiderThanTheScreen(int width) {
        page.setViewportSize(width, 800);
        assertEquals(width, page.evaluate("() => Math.max(innerWidth, document.documentElement.scrollWidth)"));
    }
}
