package blocsim.cli;

import blocsim.experiment.Discovery;
import blocsim.input.InputException;
import blocsim.input.Quote;
import blocsim.report.DiscoveryResults;
import blocsim.report.RunFolder;
import blocsim.store.Derived;
import blocsim.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blocsim results discover}: boxes of factor values in which an outcome is common. */
@Command(
        name = "discover",
        description =
                "Says in which ranges of the factors an outcome is common (PRIM boxes), from a study of any design.")
final class DiscoverCommand implements Callable<Integer> {
    private static final int MOST_BOXES = 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before the command is called
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder of a study.")
    private Path folder = Path.of("");

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "CONDITION",
            description =
                    "What to seek: \"status_2024 = observer\", \"members_2024 >= 12\", \"member_from = never\", or"
                            + " \"member_by_2024\" alone for 1. Signs are =, !=, <, <=, > and >=.")
    private String outcome = "";

    @Option(names = "--boxes", paramLabel = "N", description = "How many boxes to seek at most; else 3.")
    private int boxes = 3;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the table goes; else a folder of the outcome's name in discovery, in the folder of the study.")
    private @Nullable Path out;

    @Option(names = "--quiet", description = "Says nothing but what is wrong.")
    private boolean quiet;

    @Override
    public Integer call() throws InputException, IOException {
        if (boxes < 1 || boxes > MOST_BOXES) {
            throw SweepCommand.wrong("--boxes", "is " + boxes, "Give a number from 1 to " + MOST_BOXES + ".");
        }
        Discovery found;
        try (var store = RunStore.read(folder)) {
            found = Discovery.of(store, folder, outcome, boxes);
        }
        Path target = out == null ? folder.resolve(Derived.DISCOVERY).resolve(found.slug()) : out;
        try (var draft = RunFolder.begin(target)) {
            DiscoveryResults.write(found, Main.version(), command(found), draft.draft());
            draft.publish();
        }
        if (!quiet) {
            var told = spec.commandLine().getOut();
            DiscoveryResults.lines(found).forEach(told::println);
            told.println("Boxes: " + target);
        }
        return 0;
    }

    private String command(Discovery found) {
        return "./blocsim results discover " + Quote.forShell(folder.toString()) + " --outcome "
                + Quote.forShell(found.sought().text()) + (boxes == 3 ? "" : " --boxes " + boxes);
    }
}
