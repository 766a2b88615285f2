package blocsim.cli;

import blocsim.input.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many runs of a study a command makes at once. */
final class ThreadsOption {
    private static final int MOST_THREADS = 1024;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many runs at once; changes no result. Else all cores.")
    private @Nullable Integer threads;

    /** Whether the user gave a number. */
    boolean given() {
        return threads != null;
    }

    /** @throws InputException if the number is out of its range */
    int threads() throws InputException {
        return threads(threads);
    }

    /**
     * How many runs at once.
     *
     * @param given the number that the user gave; null for all cores
     * @throws InputException if it is out of its range
     */
    static int threads(@Nullable Integer given) throws InputException {
        int atOnce = given == null ? Runtime.getRuntime().availableProcessors() : given;
        if (atOnce < 1 || atOnce > MOST_THREADS) {
            throw SweepCommand.wrong("--threads", "is " + atOnce, "Give a number from 1 to " + MOST_THREADS + ".");
        }
        return atOnce;
    }
}
