package blocsim.gui;

import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import blocsim.model.World;
import blocsim.panel.Panel;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import sim.display.Console;
import sim.display.Controller;
import sim.display.GUIState;
import sim.portrayal.Inspector;

/** A run under MASON's console: play, pause, step and reset, with displays, charts and inspectors. */
public final class RunConsole extends GUIState {
    private static final int GAP = 12;
    private static final int WIDTH = 560;
    private static final int HEIGHT = 380;

    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable MapDisplay map;
    private @Nullable RingsDisplay rings;
    private @Nullable LiveCharts charts;
    private String blocShown;
    private int beside;
    private int below;

    private RunConsole(ShownRun run) {
        super(run);
        this.blocShown = run.shown().prepared().scenario().focus().bloc();
    }

    /**
     * A run without windows; a {@link Controller} opens them by {@link #init}.
     *
     * @param file a scenario
     * @param sets settings such as {@code /states/BLR/patrons/RUS=0.4}
     * @param seed the master seed; null for the scenario's
     * @param fixed whether a calibrated scenario keeps its fitted parameters
     * @throws InputException with every problem in file and settings
     */
    static RunConsole of(Path file, List<String> sets, @Nullable Long seed, boolean fixed) throws InputException {
        var shown = new Shown(file, sets, fixed);
        return new RunConsole(
                new ShownRun(shown, seed == null ? shown.prepared().scenario().seed() : seed));
    }

    /**
     * Opens the console and waits until the user closes it.
     *
     * @param file a scenario
     * @param sets settings such as {@code /states/BLR/patrons/RUS=0.4}
     * @param seed the master seed; null for the scenario's
     * @param fixed whether a calibrated scenario keeps its fitted parameters
     * @throws InputException with every problem in file and settings
     * @throws InterruptedException if the program is ended meanwhile
     */
    public static void open(Path file, List<String> sets, @Nullable Long seed, boolean fixed)
            throws InputException, InterruptedException {
        MemoryPreferences.install();
        var console = of(file, sets, seed, fixed);
        SwingUtilities.invokeLater(() -> {
            window(console);
        });
        console.closed.await();
    }

    /** The console's windows, opened; to be called on the thread of events. */
    static Console window(RunConsole simulation) {
        var window = new BlocConsole(simulation);
        window.setBounds(simulation.beside, simulation.below, WIDTH, HEIGHT);
        window.setVisible(true);
        return window;
    }

    /** Whether there is a screen to open windows on. */
    public static boolean hasScreen() {
        try {
            return !GraphicsEnvironment.isHeadless()
                    && GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0;
        } catch (AWTError | LinkageError | java.awt.HeadlessException e) {
            // A display that does not answer, or a Java without windows.
            return false;
        }
    }

    /** The title of the console's window, for MASON. */
    public static String getName() {
        return "blocsim";
    }

    /** The console's first page, for MASON. */
    public static Object getInfo() {
        return "<html><body style='font-family:sans-serif;margin:8px'>"
                + "<h2>blocsim</h2><p>One run, seen while it goes on; it is replicate 0 of the command that the tab <i>Model</i> shows, to "
                + "the last bit.</p>"
                + "<ul><li>Play, pause (then each play is a step), stop; playing again resets the run with the seed.</li>"
                + "<li>Double click on a state or a bloc for what moves it, and to set its values; the window of a bloc also has the map show the states by it.</li>"
                + "<li>Values set anywhere hold from the next reset.</li>"
                + "<li>Colour and mark: square, outsider; triangle, partner; diamond, observer or candidate; circle, member. A dashed ring: "
                + "has asked for more.</li>"
                + "<li>Lines: trade with the largest partner in orange, as wide as its share; sponsorship in red.</li></ul></body></html>";
    }

    ShownRun run() {
        return (ShownRun) state;
    }

    Course course() {
        return run().course();
    }

    Panel panel() {
        return run().shown().prepared().panel();
    }

    private Prepared prepared() {
        return run().shown().prepared();
    }

    /** The bloc by which the map and the chart of rungs show the states; the first if the one chosen is gone. */
    int blocShown() {
        int found = course().world().bloc(blocShown);
        return found == World.NONE ? 0 : found;
    }

    /** Chooses the bloc that is shown. */
    void showBloc(String code) {
        var schedule = state.schedule;
        synchronized (schedule) {
            blocShown = code;
            refresh();
        }
        if (controller != null) {
            controller.refresh();
        }
    }

    /** Whether a node is the state the scenario is about. */
    boolean isFocus(Node node) {
        return !node.isBloc()
                && course().world()
                        .states()
                        .get(node.state())
                        .code()
                        .equals(prepared().scenario().focus().state());
    }

    /** What a node is called. */
    String name(Node node) {
        var world = course().world();
        return node.isBloc()
                ? world.blocs().get(node.bloc()).code()
                : world.states().get(node.state()).name();
    }

    @Override
    public Inspector getInspector() {
        var inspector = new ParameterInspector(this);
        inspector.setVolatile(false);
        return inspector;
    }

    @Override
    public void init(Controller opened) {
        super.init(opened);
        var mapShown = new MapDisplay(this, opened);
        var ringsShown = new RingsDisplay(this, opened);
        var chartsShown = new LiveCharts(opened);
        map = mapShown;
        rings = ringsShown;
        charts = chartsShown;
        arrange();
        chartsShown.show(course(), blocShown());
        stand(mapShown.frame(), 0, 0);
        stand(ringsShown.frame(), 3 * GAP, 3 * GAP);
        beside = mapShown.frame().getWidth() + GAP;
        for (var frame : chartsShown.frames()) {
            stand(frame, beside, below);
            below += frame.getHeight() + GAP;
        }
        mapShown.frame().toFront();
    }

    private static void stand(JFrame frame, int x, int y) {
        frame.setLocation(x, y);
        frame.setVisible(true);
    }

    @Override
    public void start() {
        super.start();
        if (map != null && rings != null) {
            scheduleRepeatingImmediatelyAfter(ignored -> refresh());
            refresh();
            map.reset();
            rings.reset();
        }
    }

    private void arrange() {
        if (map != null && rings != null) {
            map.arrange();
            rings.arrange();
        }
    }

    /** Shows the run as it stands; the thread that calls it holds the run still. */
    private void refresh() {
        arrange();
        if (charts != null) {
            var shown = charts;
            var schedule = state.schedule;
            SwingUtilities.invokeLater(() -> {
                synchronized (schedule) {
                    shown.show(course(), blocShown());
                }
            });
        }
    }

    @Override
    public void quit() {
        super.quit();
        if (map != null && rings != null && charts != null) {
            map.quit();
            rings.quit();
            charts.quit();
        }
        closed.countDown();
    }

    /** The window, without what makes no sense here: other models, and files of a run that its seed gives at any time. */
    private static final class BlocConsole extends Console {
        private static final long serialVersionUID = 1L;

        BlocConsole(RunConsole simulation) {
            super(simulation);
            setNewMenuAllowed(false);
            setIncrementSeedOnStop(false);
        }

        private void tell() {
            javax.swing.JOptionPane.showMessageDialog(
                    this,
                    "A run is kept by its command, which the tab Model shows; it gives the same run at any time.");
        }

        @Override
        public void doSave() {
            tell();
        }

        @Override
        public void doSaveAs() {
            tell();
        }

        @Override
        public void doOpen() {
            tell();
        }
    }
}
