package blocsim.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.web.Explorer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How long it takes from the release of a slider to the numbers, in the real page. No part of the tests, since it wants a machine that
 * does nothing else: {@code mvn -B -q -Dquick -Pbrowser -Dtests.only=speed -Dtest=ExplorerSpeed test}.
 */
@Tag("speed")
class ExplorerSpeed {
    private static final int WARMING = 6;
    private static final int TIMES = 9;
    private static final double FIRST_MILLIS = 300;
    private static final double ALL_MILLIS = 1000;

    /** Releases the slider; tells when the first numbers and all numbers are painted, and the longest time in which the page did nothing else. */
    private static final String RELEASE =
            """
            ([pointer, value]) => new Promise(resolve => {
              const slider = document.querySelector("[data-pointer='" + pointer + "'] input[type=range]");
              const note = document.getElementById("fan-note"), told = { first: 0, all: 0, stuck: 0 };
              const total = Number(document.getElementById("replicates").value);
              document.body.dataset.done = "";
              slider.value = value;
              slider.dispatchEvent(new Event("input", { bubbles: true }));
              const began = performance.now();
              let beat = began;
              setTimeout(() => resolve([NaN, NaN, NaN]), 20000);
      const pulse = setInterval(() => { const now = performance.now(); told.stuck = Math.max(told.stuck, now - beat); beat = now; }, 5);
              new MutationObserver((changes, self) => {
                const painted = performance.now() - began;
                told.first = told.first || painted;
                if (note.textContent.includes(" " + total + " ")) {
                  self.disconnect();
                  clearInterval(pulse);
                  told.all = painted;
                  resolve([told.first, told.all, told.stuck]);
                }
              }).observe(note, { childList: true, characterData: true, subtree: true });
              slider.dispatchEvent(new Event("change", { bubbles: true }));
            })
            """;

    @ParameterizedTest
    @CsvSource({
        "/events/uzbekistan-objects/strength, 0.5, 0.01",
        "/parameters/weightNetwork, 8, 0.2",
        "/states/BLR/need/value, 0.31, 0.02"
    })
    @SuppressWarnings("unchecked")
    void firstNumbersInThreeTenthsOfASecondAndAllInOne(String pointer, double from, double step) throws IOException {
        Path folder = Path.of("scenarios");
        try (var chromium = new Chromium();
                var explorer = new Explorer(folder, folder.resolve("belarus-sco.json"), 0, 2, "test")) {
            Page page = chromium.browser()
                    .newContext(new Browser.NewContextOptions().setViewportSize(1400, 1000))
                    .newPage();
            page.navigate(explorer.address());
            page.waitForSelector("body[data-done]:not([data-done=''])");
            page.fill("#replicates", "500");
            var first = new ArrayList<Double>();
            var all = new ArrayList<Double>();
            var stuck = new ArrayList<Double>();
            for (int n = 0; n < WARMING + TIMES; n++) {
                var told = (List<Object>) page.evaluate(RELEASE, List.of(pointer, from + n * step));
                page.waitForSelector("body[data-done]:not([data-done=''])");
                page.waitForTimeout(300);
                if (n >= WARMING) {
                    first.add(((Number) told.get(0)).doubleValue());
                    all.add(((Number) told.get(1)).doubleValue());
                    stuck.add(((Number) told.get(2)).doubleValue());
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-42s first %4.0f ms (%4.0f to %4.0f), all 500 %4.0f ms (%4.0f to %4.0f), page busy at most %3.0f ms; load %.1f%n",
                    pointer,
                    median(first),
                    min(first),
                    max(first),
                    median(all),
                    min(all),
                    max(all),
                    max(stuck),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            assertTrue(median(first) < FIRST_MILLIS && median(all) < ALL_MILLIS, pointer);
        }
    }

    @Test
    void theProgramEndsWithinASecondWithARunAtWork() throws IOException {
        Path folder = Path.of("scenarios");
        var took = new ArrayList<Double>();
        try (var chromium = new Chromium()) {
            for (int n = 0; n < TIMES; n++) {
                var explorer = new Explorer(folder, folder.resolve("belarus-sco.json"), 0, 2, "test");
                try (var context = chromium.browser().newContext()) {
                    Page page = context.newPage();
                    page.navigate(explorer.address());
                    page.waitForSelector("body[data-done]:not([data-done=''])");
                    page.fill("#replicates", "5000");
                    page.click("#run");
                    page.waitForSelector("#said:text('of 5000')");
                    long began = System.nanoTime();
                    explorer.close();
                    took.add((System.nanoTime() - began) / 1e6);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "end with a run at work %4.0f ms (%4.0f to %4.0f); load %.1f%n",
                median(took),
                min(took),
                max(took),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        assertTrue(max(took) < ALL_MILLIS, took::toString);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static double min(List<Double> values) {
        return values.stream().min(Double::compare).orElseThrow();
    }

    private static double max(List<Double> values) {
        return values.stream().max(Double::compare).orElseThrow();
    }
}
