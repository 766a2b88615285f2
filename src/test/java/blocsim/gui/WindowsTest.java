package blocsim.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.experiment.Prepared;
import blocsim.experiment.Trajectory;
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
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sim.display.Console;
import sim.util.Bag;

/** The windows on a real screen, such as that of Xvfb: a run is played to its end by the console's own button. */
@Tag("window")
@Timeout(120)
@SuppressWarnings("NullAway.Init") // Run and window are opened before all tests.
class WindowsTest {
    private static final Path SCENARIO = Path.of("scenarios/belarus-crossroads.json");
    private static final Path PICTURES = Path.of("target", "windows");
    private static final long SEED = 7;

    @TempDir
    private static Path preferences = Path.of("set by JUnit");

    private static RunConsole run;
    private static Console window;

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
        System.setProperty("java.util.prefs.userRoot", preferences.toString());
        MemoryPreferences.install();
        run = RunConsole.of(SCENARIO, List.of(), SEED, false);
        window = onEvents(() -> RunConsole.window(run));
        onEvents(() -> {
            window.setPlaySleep(20);
            window.pressPlay();
            return null;
        });
        while (window.getPlayState() != Console.PS_STOPPED) {
            Thread.sleep(50);
        }
        onEvents(() -> {
            window.getTabPane().setSelectedIndex(window.getTabPane().indexOfTab("Model"));
            return null;
        });
        // What the last tick asked to have drawn is drawn after what is already waiting.
        onEvents(() -> null);
        onEvents(() -> {
            var world = run.course().world();
            var objects = new Bag();
            objects.add(new NodeInspector(run, Node.standing(run.blocShown(), world.state("BLR"), false)));
            var names = new Bag();
            names.add("Belarus");
            window.setInspectors(objects, names);
            return null;
        });
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

    /** What stands in one list and not in the other. */
    private static List<Trajectory.Happening> different(
            List<Trajectory.Happening> expected, List<Trajectory.Happening> seen) {
        return Stream.concat(
                        expected.stream().filter(happening -> !seen.contains(happening)),
                        seen.stream().filter(happening -> !expected.contains(happening)))
                .toList();
    }

    @Test
    void theRunPlayedIsThatOfTheCommandLine() throws InputException {
        var expected = Prepared.read(SCENARIO, List.of())
                .run(SEED, 1, 1, () -> {})
                .trajectories()
                .get(0);
        assertEquals(List.of(), different(expected.happenings(), run.course().happenings()));
        assertEquals(expected.happenings().size(), run.course().happenings().size());
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
    void noPreferencesAreWrittenOutsideOfTheProgram() throws IOException {
        try (var files = Files.list(preferences)) {
            assertEquals(List.of(), files.toList());
        }
    }
}
