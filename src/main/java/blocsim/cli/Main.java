package blocsim.cli;

import blocsim.input.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. Exit status 0: done; 2: the user's input is wrong; 1: anything else; 130: interrupted. */
@Command(
        name = "blocsim",
        description = "Simulates who seeks, gains and is refused membership in blocs of states.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ExplainCommand.class,
            GuiCommand.class,
            CompareCommand.class,
            ExploreCommand.class,
            SweepCommand.class,
            SensitivityCommand.class,
            ResultsCommand.class,
            ChartsCommand.class,
            CalibrateCommand.class,
            BacktestCommand.class,
            ValidateCommand.class,
            ScenariosCommand.class,
            SchemaCommand.class,
            OddCommand.class,
            BenchCommand.class,
            DataCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its status. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        if (args.length == 0 || !args[0].equals(GuiCommand.NAME)) {
            System.setProperty("java.awt.headless", "true");
        }
        int status = commandLine(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(args);
        System.exit(status);
    }

    /** The command line on given outputs, for tests. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, commandLine, result) -> {
                    if (exception instanceof InputException wrong) {
                        wrong.problems().forEach(problem -> commandLine.getErr().println(problem));
                        return 2;
                    }
                    if (exception instanceof FileSystemException file) {
                        commandLine.getErr().println("blocsim: " + told(file));
                        return 1;
                    }
                    if (exception instanceof IOException failed) {
                        commandLine.getErr().println("blocsim: " + failed.getMessage());
                        return 1;
                    }
                    throw exception;
                });
    }

    private static String told(FileSystemException file) {
        String reason = file.getReason();
        String kind = file.getClass().getSimpleName().replace("Exception", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return file.getFile() + ": " + (reason == null ? kind.toLowerCase(Locale.ROOT) : reason);
    }

    /** The program's version, from the manifest of its archive. */
    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** The commit it was built from, from the manifest of its archive; null where that was not known. */
    static @Nullable String commit() {
        try (var manifest = Main.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            String commit = manifest == null
                    ? null
                    : new Manifest(manifest).getMainAttributes().getValue("Commit");
            return commit == null || commit.isBlank() ? null : commit;
        } catch (IOException e) {
            return null;
        }
    }

    /** Tells picocli the version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"blocsim " + version(), "Java " + Runtime.version()};
        }
    }
}
