package blocsim.cli;

import blocsim.gui.RunConsole;
import blocsim.input.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blocsim gui}: one run in windows, played, paused and stepped through. */
@Command(
        name = GuiCommand.NAME,
        description = "Plays a run in windows: map, blocs, charts, and inspectors of states, blocs and parameters.")
final class GuiCommand implements Callable<Integer> {
    /** Its name; the only command that needs a screen. */
    static final String NAME = "gui";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", description = "A scenario file, JSON or YAML.")
    private Path file = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The master seed; else the scenario's. Replicate 0 is played.")
    private @Nullable Long seed;

    @Option(
            names = "--set",
            paramLabel = "POINTER=VALUE",
            description = "Sets a value, as in /states/BLR/patrons/RUS=0.4; may be repeated.")
    private List<String> sets = new ArrayList<>();

    @Option(
            names = "--fixed-parameters",
            description = "Keeps the fitted parameters of a calibrated scenario; else the run draws its own.")
    private boolean fixedParameters;

    @Override
    public Integer call() throws InputException, InterruptedException {
        if (!RunConsole.hasScreen()) {
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getErr()
                    .println(
                            "blocsim: gui needs a screen, and there is none (headless, or DISPLAY is not set or does not answer); "
                                    + "log in with a desktop, or use \"blocsim run\", which writes the same run as tables and charts");
            return 1;
        }
        RunConsole.open(file, sets, seed, fixedParameters);
        return 0;
    }
}
