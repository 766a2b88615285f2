package blocsim.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.cli.Main;
import blocsim.web.Explorer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
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
    private static final double PATIENCE = 60_000;

    private static Chromium chromium = none();
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
        chromium = new Chromium();
        browser = chromium.browser();
    }

    @AfterAll
    static void stopChromium() {
        chromium.close();
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
        var shown = table();
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
        assertEquals(written(out), shown);
    }

    private SortedMap<String, List<String>> table() {
        var shown = new TreeMap<String, List<String>>();
        for (var row : page.locator("#sharetable tbody tr").all()) {
            var cells = row.locator("th, td").allTextContents();
            shown.put(cells.get(0), List.copyOf(cells.subList(1, cells.size())));
        }
        return shown;
    }

    private static SortedMap<String, List<String>> written(Path out) throws IOException {
        var written = new TreeMap<String, List<String>>();
        for (var line : Files.readAllLines(out.resolve("summary.csv"))) {
            var cells = line.split(",", -1);
            if (cells[1].equals("SCO") && cells[2].equals("BLR")) {
                written.computeIfAbsent(cells[0].substring(0, 4), year -> new ArrayList<>())
                        .add(cells[4]);
            }
        }
        return written;
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

    /** Lets a file fall on the page, as one who drags it there. */
    private void drop(String name, String text) {
        page.evaluate(
                "([name, text]) => { const files = new DataTransfer(); files.items.add(new File([text], name));"
                        + " dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true })); }",
                List.of(name, text));
    }

    @Test
    void eachProblemOfADroppedFileIsShownAtItsLine() {
        drop("mine.yaml", "extends: belarus-sco\nstates:\n  BLR:\n    need: 7\nreplicates: -1\n");
        page.waitForSelector("#problems li");
        assertEquals(
                List.of("   4      need: 7\n", "   5  replicates: -1\n"),
                page.locator("#problems li mark").allTextContents().stream().sorted().toList());
    }

    @Test
    void aDroppedFileOfYamlIsRun() {
        forget();
        drop("mine.yaml", "extends: belarus-sco\ntitle: A small one\nreplicates: 30\n");
        finished();
        assertTrue(page.textContent("#fan-note").contains("30 replicates"), page.textContent("#fan-note"));
    }

    @Test
    void aLinkOpensWithTheSameValues() {
        replicates(60);
        set(STRENGTH, "0.2");
        var before = table();
        var again = context.newPage();
        again.navigate(page.url());
        again.waitForSelector("body[data-done]:not([data-done=''])");
        page = again;
        assertEquals("0.2", control(STRENGTH).locator("input[type=number]").inputValue());
        assertEquals(before, table());
    }

    @Test
    void aChangeThatWasUndoneIsMadeAgain() {
        replicates(40);
        set(STRENGTH, "0.2");
        forget();
        page.click("#undo");
        finished();
        forget();
        page.keyboard().press("y");
        finished();
        assertEquals("0.2", control(STRENGTH).locator("input[type=number]").inputValue());
    }

    @Test
    void aNumberThatReplicatesDrawSaysSo() {
        forget();
        page.selectOption("#scenario", "forecast-2035/calibrated");
        finished();
        page.evaluate("() => document.querySelectorAll('details.group').forEach(d => { d.open = true; })");
        assertTrue(control("/parameters/weightNetwork").textContent().contains("Drawn anew in each replicate"));
    }

    @Test
    void aRunCanBeCancelled() {
        replicates(5000);
        page.click("#run");
        page.keyboard().press("Escape");
        page.waitForSelector("#said:text('Cancelled.')");
    }

    /** Sets a value, ends the server, and starts another at its port that does not know the page. */
    private void changeAndLoseTheServer() throws IOException {
        replicates(40);
        set(STRENGTH, "0.3");
        int port = explorer.port();
        explorer.close();
        page.click("#run");
        page.waitForSelector("#lost:not([hidden])");
        explorer = new Explorer(SCENARIOS, null, port, 2, "test");
        page.waitForSelector("#problems:not([hidden])");
    }

    @Test
    void aLostServerIsFoundAgainWithTheChanges() throws IOException {
        changeAndLoseTheServer();
        String link = page.url().replaceFirst("^[^#]*", "");
        page.navigate(explorer.address() + link);
        finished();
        assertEquals("0.3", control(STRENGTH).locator("input[type=number]").inputValue());
    }

    @Test
    void anOpenPageGoesOnWhenTheServerIsBack() throws IOException {
        changeAndLoseTheServer();
        forget();
        context.newPage().navigate(explorer.address());
        finished();
        assertEquals("0.3", control(STRENGTH).locator("input[type=number]").inputValue());
    }

    /** Answers every step of the tour with the guesses of a line. */
    private void answerAll(String line) {
        page.fill("#replicates", "60");
        page.click("#classmode");
        for (int step = 0; step < 6; step++) {
            page.waitForSelector("#guesses");
            if (!line.isEmpty()) {
                page.fill("#guesses", line);
            }
            page.press("#guesses", "Enter");
            page.waitForSelector("#tour .score");
            page.keyboard().press("Enter");
        }
        page.waitForSelector("#lessonchart canvas");
    }

    @Test
    void theGuessesOfAClassAreKeptAndSummedUp() {
        answerAll("20 40, Ana 90");
        var who = page.locator("#tour table").nth(1).locator("tbody th").allTextContents();
        assertEquals(
                List.of("Ana", "Guess 1", "Guess 2", "The mean of all guesses"),
                who.stream().sorted().toList());
        assertEquals(6, page.locator("#tour table").first().locator("tbody tr").count());
        assertEquals(List.of(), errors);
    }

    @Test
    void theScoresAreThoseOfBrier() {
        answerAll("");
        var row = page.locator("#tour table")
                .first()
                .locator("tbody tr")
                .nth(1)
                .locator("td")
                .allTextContents();
        double model = Double.parseDouble(row.get(3).replaceAll("\\D", "")) / 100;
        assertEquals(Math.pow(0.5 - model, 2), Double.parseDouble(row.get(5)), 0.006);
        assertEquals("0.250", row.get(6));
    }

    @Test
    void theModelSaysNothingBeforeTheClassHasAnswered() {
        page.keyboard().press("c");
        page.waitForSelector("#guesses");
        assertTrue(page.locator("#results").isHidden() && page.locator("aside").isHidden());
        page.press("#guess", "Enter");
        page.waitForSelector("#tour .score");
        assertTrue(page.locator("#results").isVisible());
    }

    @Test
    void aStepThatAsksWhatIfIsComparedWithTheScenarioAsItStands() {
        page.fill("#replicates", "60");
        page.click("#classmode");
        for (int step = 0; step < 4; step++) {
            page.waitForSelector("#guesses");
            page.press("#guess", "Enter");
            page.waitForSelector("#tour .score");
            page.keyboard().press("PageDown");
        }
        page.keyboard().press("PageUp");
        page.waitForSelector("#comparefigure:not([hidden])");
        assertTrue(page.textContent("#compare-note").contains("60 pairs of replicates"));
    }

    @Test
    void aGuessIsScoredAgainstModelAndHistory() {
        page.keyboard().press("c");
        page.waitForSelector("#guess");
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
    void aStateThatIsClickedIsExplained() {
        page.locator("#map [data-code=IRN]").first().dispatchEvent("click");
        page.waitForSelector("#whytext table");
        assertTrue(page.textContent("#motives-title").contains("Iran"));
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

    /** What a page may show. */
    enum Shown {
        RESULTS,
        ERRORS,
        QUESTION,
        ANSWER,
        SCORES,
        WHY
    }

    private void show(Shown shown) {
        switch (shown) {
            case RESULTS -> {}
            case ERRORS -> {
                drop("mine.yaml", "extends: belarus-sco\nstates:\n  BLR:\n    need: 7\nreplicates: -1\n");
                page.waitForSelector("#problems li");
            }
            case QUESTION, ANSWER -> {
                page.keyboard().press("c");
                page.waitForSelector("#guesses");
                if (shown == Shown.ANSWER) {
                    page.fill("#guesses", "20 40, Ana 90");
                    page.press("#guesses", "Enter");
                    page.waitForSelector("#tour .score");
                }
            }
            case SCORES -> answerAll("20 40, Ana 90");
            case WHY -> {
                page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
                page.click("#pin");
                set(STRENGTH, "0.5");
                page.click("#explain");
                page.waitForSelector("#whytext table");
            }
        }
    }

    /** Pictures to look at, left where {@code -Dpictures=FOLDER} says. */
    private void picture(String name) {
        var pictures = System.getProperty("pictures", "");
        if (!pictures.isEmpty()) {
            page.waitForTimeout(400);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(pictures).resolve(name + ".png")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1400, LIGHT, RESULTS", "1400, DARK, RESULTS", "1400, LIGHT, ERRORS", "1400, DARK, ERRORS",
        "1400, LIGHT, QUESTION", "1400, DARK, QUESTION", "1400, LIGHT, ANSWER", "1400, DARK, SCORES",
        "1400, LIGHT, SCORES", "1400, LIGHT, WHY", "1400, DARK, WHY", "390, LIGHT, RESULTS",
        "390, DARK, RESULTS", "390, LIGHT, ERRORS", "390, LIGHT, QUESTION", "390, DARK, ANSWER",
        "390, LIGHT, SCORES", "390, DARK, WHY", "320, LIGHT, RESULTS", "320, LIGHT, WHY",
        "320, LIGHT, SCORES", "320, LIGHT, ERRORS", "320, LIGHT, QUESTION"
    })
    void eachStateOfThePageFitsTheScreenAndAxeFindsNoSeriousFault(int width, ColorScheme scheme, Shown shown)
            throws IOException {
        closeThePage();
        explorer = new Explorer(SCENARIOS, null, 0, 2, "test");
        visit(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setBypassCSP(true));
        show(shown);
        picture(shown.name().toLowerCase(Locale.ROOT) + "-" + width + "-"
                + scheme.name().toLowerCase(Locale.ROOT));
        assertEquals(width, page.evaluate("() => Math.max(innerWidth, document.documentElement.scrollWidth)"));
        try (var stream = Objects.requireNonNull(getClass().getResourceAsStream(AXE))) {
            page.evaluate(new String(stream.readAllBytes(), StandardCharsets.UTF_8) + "; undefined");
        }
        var faults = page.evaluate(
                "() => axe.run().then(found => found.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')"
                        + ".map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' | ')))");
        assertEquals(List.of(), faults);
    }
}
