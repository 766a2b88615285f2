package blocsim.cli;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.scenario.ScenarioReader;
import blocsim.web.Explorer;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blocsim explore}: a page in the browser of this machine, on which assumptions are changed and their effect is seen at once. */
@Command(
        name = "explore",
        description = "Opens a local page on which assumptions are changed and their effect is seen at once.")
final class ExploreCommand implements Callable<Integer> {
    private static final int MOST_PORTS = 65_535;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description = "A scenario file that is shown first; else belarus-sco.")
    private @Nullable Path file;

    @Option(names = "--port", paramLabel = "N", description = "The port on this machine; else one that is free.")
    private int port;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "The folder of scenarios to choose from. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("scenarios");

    @Override
    public Integer call() throws InputException, IOException {
        if (port < 0 || port > MOST_PORTS) {
            throw new InputException(
                    List.of(new InputProblem("--port", 0, "", "is " + port, "give a number from 1 to " + MOST_PORTS)));
        }
        if (file != null) {
            new ScenarioReader().read(file, List.of());
        }
        // The server's library says on the terminal that nobody takes its log.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        var explorer = started();
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("Open this address in a browser on this machine. It opens once; Ctrl-C ends.");
        out.println(explorer.address());
        out.flush();
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            explorer.close();
                            stopped.countDown();
                        },
                        "closing the explorer"));
        try {
            stopped.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private Explorer started() throws InputException, IOException {
        try {
            return new Explorer(folder, file, port, Runtime.getRuntime().availableProcessors(), Main.version());
        } catch (BindException taken) {
            throw new InputException(List.of(new InputProblem(
                    "--port",
                    0,
                    "",
                    port + " is in use, or may not be used",
                    "give another, or none for one that is free")));
        }
    }
}
