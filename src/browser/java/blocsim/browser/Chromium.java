package blocsim.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Debian's Chromium, driven by Playwright, which downloads nothing. */
final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    /** Starts the one on the path, or the one given as {@code -Dchromium=FILE}. */
    Chromium() {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        playwright =
                Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Path program() {
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

    /** What opens pages. */
    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
