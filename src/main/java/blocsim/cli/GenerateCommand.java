package blocsim.cli;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.panel.Panel;
import blocsim.scenario.WorldGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code blocsim scenarios generate}: the scenario of an invented world. */
@Command(
        name = "generate",
        description =
                "Makes a scenario of invented states, spread as the data panel's were in 2019. The same numbers give the"
                        + " same bytes.")
final class GenerateCommand implements Callable<Integer> {
    private static final int FEWEST_STATES = 3;
    private static final int FEWEST_BLOCS = 8;
    private static final int STATES_A_BLOC = 200;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before the command is called
    private CommandSpec spec;

    @Option(names = "--states", paramLabel = "N", required = true, description = "How many states, 3 to 20,000.")
    private int states;

    @Option(
            names = "--blocs",
            paramLabel = "B",
            description = "How many blocs; else one for every 200 states and at least 8, or one a state.")
    private @Nullable Integer blocs;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "From which all luck is derived. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--years", paramLabel = "Y", description = "The length of the horizon. Default: ${DEFAULT-VALUE}.")
    private int years = 30;

    @Option(names = "--out", paramLabel = "FILE", description = "Where it goes; else to standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() throws InputException, IOException {
        int blocCount = blocs == null ? usualBlocs(states) : blocs;
        check();
        var text = WorldGenerator.json(Panel.bundled(), new WorldGenerator.Order(states, blocCount, seed, years));
        if (out == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            var folder = out.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(out, text);
        }
        return 0;
    }

    /** How many blocs a world has unless its maker says so. */
    static int usualBlocs(int states) {
        return Math.min(Math.max(FEWEST_BLOCS, states / STATES_A_BLOC), states);
    }

    private void check() throws InputException {
        var problems = new ArrayList<InputProblem>();
        within(problems, "--states", states, FEWEST_STATES, WorldGenerator.MOST_STATES);
        if (blocs != null) {
            within(problems, "--blocs", blocs, 1, Math.max(1, states));
        }
        within(problems, "--years", years, 1, WorldGenerator.MOST_YEARS);
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private static void within(List<InputProblem> problems, String option, int value, int least, int most) {
        if (value < least || value > most) {
            problems.add(new InputProblem(option, 0, "", "is " + value, "give a number from " + least + " to " + most));
        }
    }
}
