package blocsim.cli;

import blocsim.input.InputException;
import blocsim.input.Quote;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which study a command takes, and whether it says how that goes. */
final class StudyOptions {
    @Parameters(paramLabel = "STUDY", description = "A study file, JSON or YAML.")
    private Path file = Path.of("");

    @Option(names = "--quiet", description = "Says nothing but what is wrong.")
    private boolean quiet;

    /**
     * The study's file.
     *
     * @param taken the kinds of studies that the command takes
     * @throws InputException if another command takes it, with which
     */
    Path file(StudyKind... taken) throws InputException {
        StudyKind.expect(file, taken);
        return file;
    }

    /** The file as it stands in a command. */
    String quoted() {
        return Quote.forShell(file.toString());
    }

    boolean quiet() {
        return quiet;
    }
}
