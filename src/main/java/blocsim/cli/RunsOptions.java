package blocsim.cli;

import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How often, with what luck and on how many threads a command runs scenarios, and what is set in them. */
final class RunsOptions {
    private static final int MOST_REPLICATES = 1_000_000;
    private static final int MOST_THREADS = 1024;

    @Option(names = "--replicates", paramLabel = "N", description = "How often; else as the scenario says.")
    private @Nullable Integer replicates;

    @Option(names = "--seed", paramLabel = "N", description = "The master seed; else the scenario's.")
    private @Nullable Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "How many at once; changes no figure. Else all cores.")
    private @Nullable Integer threads;

    @Option(
            names = "--set",
            paramLabel = "POINTER=VALUE",
            description = "Sets a value, as in /states/BLR/patrons/RUS=0.4; may be repeated.")
    private List<String> sets = new ArrayList<>();

    @Option(
            names = "--fixed-parameters",
            description = "Keeps the fitted parameters of a calibrated scenario; else each replicate draws its own.")
    private boolean fixedParameters;

    /** @throws InputException with every number that is out of its range */
    void check() throws InputException {
        var problems = new ArrayList<InputProblem>();
        if (replicates != null && (replicates < 1 || replicates > MOST_REPLICATES)) {
            problems.add(new InputProblem(
                    "--replicates", 0, "", "is " + replicates, "give a number from 1 to " + MOST_REPLICATES));
        }
        if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
            problems.add(
                    new InputProblem("--threads", 0, "", "is " + threads, "give a number from 1 to " + MOST_THREADS));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    /** The scenario as these options have it run. */
    Prepared prepared(Prepared read) {
        return fixedParameters ? read.fixed() : read;
    }

    /** The option that keeps parameters, as it stands in a command; empty if it was not given. */
    String fixed() {
        return fixedParameters ? " --fixed-parameters" : "";
    }

    int replicates(Scenario scenario) {
        return replicates == null ? scenario.replicates() : replicates;
    }

    long seed(Scenario scenario) {
        return seed == null ? scenario.seed() : seed;
    }

    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    List<String> sets() {
        return Collections.unmodifiableList(sets);
    }
}
