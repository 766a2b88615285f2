package blocsim.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import blocsim.model.Parameter;
import java.awt.Component;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sim.display.Console;

/** The windows on a real screen, such as that of Xvfb: a run is played to its end by the console's own button. */
@Tag("window")
class WindowsTest {
    private static final Path SCENARIO = Path.of("scenarios/belarus-crossroads.json");
    private static final Path PICTURES = Path.of("target", "windows");
    private static final long SEED = 7;
    private static RunConsole run = console();
    private static Console window = onEvents(() -> {
        MemoryPreferences.install();
        return RunConsole.window(run);
    });

    private static RunConsole console() {
        try {
            return RunConsole.of(SCENARIO, List.of(), SEED, false);
        } catch (InputException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T onEvents(Callable<T> work) {
        var task = new FutureTask<>(work);
        try {
            SwingUtilities.invokeAndWait(task);
            return task.get();
        } catch (InterruptedException | InvocationTargetException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void playToTheEnd() throws Exception {
        onEvents(() -> {
            window.setPlaySleep(20);
            window.pressPlay();
            return null;
        });
        long patience = System.nanoTime() + 60_000_000_000L;
        while (!run.state.schedule.scheduleComplete() && System.nanoTime() < patience) {
            Thread.sleep(50);
        }
        onEvents(() -> {
            window.pressStop();
            window.getTabPane().setSelectedIndex(window.getTabPane().indexOfTab("Model"));
            return null;
        });
        // What the last tick asked to have drawn is drawn after what is already waiting.
        onEvents(() -> null);
        Files.createDirectories(PICTURES);
        for (var frame : frames()) {
            ImageIO.write(
                    picture(frame),
                    "png",
                    PICTURES.resolve(frame.getTitle() + ".png").toFile());
        }
        var screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        ImageIO.write(
                new Robot().createScreenCapture(screen),
                "png",
                PICTURES.resolve("screen.png").toFile());
    }

    @AfterAll
    static void close() {
        onEvents(() -> {
            run.quit();
            window.dispose();
            return null;
        });
    }

    private static List<JFrame> frames() {
        return java.util.Arrays.stream(java.awt.Frame.getFrames())
                .filter(frame -> frame instanceof JFrame && frame.isShowing())
                .map(JFrame.class::cast)
                .toList();
    }

    private static BufferedImage picture(Component shown) {
        return onEvents(() -> {
            var image = new BufferedImage(shown.getWidth(), shown.getHeight(), BufferedImage.TYPE_INT_RGB);
            var g2 = image.createGraphics();
            shown.paint(g2);
            g2.dispose();
            return image;
        });
    }

    @Test
    void theRunPlayedIsThatOfTheCommandLine() throws InputException {
        var expected = Prepared.read(SCENARIO, List.of())
                .run(SEED, 1, 1, () -> {})
                .trajectories()
                .get(0);
        assertEquals(expected.happenings(), run.course().happenings());
    }

    @Test
    void everyWindowStandsOnTheScreen() {
        var titles = new HashSet<String>();
        frames().forEach(frame -> titles.add(frame.getTitle()));
        assertTrue(titles.containsAll(List.of("blocsim", "Map", "Blocs", "Size of blocs", "Rungs")), titles.toString());
    }

    @Test
    void noWindowIsBlank() {
        for (var frame : frames()) {
            var image = picture(frame.getContentPane());
            var colours = new HashSet<Integer>();
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    colours.add(image.getRGB(x, y));
                }
            }
            assertTrue(colours.size() > 10, frame.getTitle() + " has " + colours.size() + " colours");
        }
    }

    @Test
    void theInspectorOfParametersTellsWhatIsWrongWithAValue() {
        var inspector = (ParameterInspector) window.getModelInspector();
        onEvents(() -> {
            inspector.type(Parameter.NETWORK, "-3");
            return null;
        });
        assertTrue(inspector.told().contains("/parameters/weightNetwork"), inspector.told());
    }

    @Test
    void nothingIsWrittenIntoTheHomeFolder() throws IOException {
        var home = Path.of(System.getProperty("java.util.prefs.userRoot", System.getProperty("user.home")), ".java");
        if (Files.exists(home)) {
            try (var files = Files.walk(home)) {
                assertFalse(files.anyMatch(file ->
                        file.toString().toLowerCase(java.util.Locale.ROOT).contains("mason")));
            }
        } else {
            assertFalse(Files.exists(home));
        }
    }
}
