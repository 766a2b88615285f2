package blocsim.cli;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the file of a study asks for, told by its keys, and which commands take it. */
enum StudyKind {
    /** Runs of a scenario with factors varied. */
    RUNS("a study of runs", "./blocsim sweep, or to ./blocsim sensitivity if its design is morris or saltelli"),

    /** A fit of parameters to the record, and back-tests with it. */
    FIT("a study of a fit, without design and outputs", "./blocsim calibrate or ./blocsim backtest"),

    /** A back-test on a user's own file of memberships. */
    JOININGS("a back-test of joinings", "./blocsim backtest");

    private final String told;
    private final String command;

    StudyKind(String told, String command) {
        this.told = told;
        this.command = command;
    }

    /** The kind of a file; empty if it is no study, or cannot be read. */
    static Optional<StudyKind> of(Path file) {
        try {
            return JsonSource.read(file) instanceof JsonSource.Members tree && tree.get("horizon") == null
                    ? of(tree)
                    : Optional.empty();
        } catch (InputException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<StudyKind> of(JsonSource.Members tree) {
        if (tree.get("design") != null
                || tree.get("outputs") != null
                || tree.get("factors") instanceof JsonSource.Members) {
            return Optional.of(RUNS);
        }
        if (tree.get("memberships") != null) {
            return Optional.of(JOININGS);
        }
        return tree.get("scenario") != null ? Optional.of(FIT) : Optional.empty();
    }

    /**
     * Checks that a command was given a study that it takes. Of a file whose kind is not known the command itself says what is wrong.
     *
     * @throws InputException if another command takes it, with which
     */
    static void expect(Path file, StudyKind... taken) throws InputException {
        var kind = of(file);
        if (kind.isPresent() && !Arrays.asList(taken).contains(kind.get())) {
            throw new InputException(List.of(new InputProblem(
                    file.toString(), 0, "", "is " + kind.get().told, "Give it to " + kind.get().command + ".")));
        }
    }
}
