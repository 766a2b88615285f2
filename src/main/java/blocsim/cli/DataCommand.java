package blocsim.cli;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.panel.Panel;
import blocsim.panel.PanelBuilder;
import blocsim.panel.PanelCheck;
import blocsim.panel.TableInfo;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code blocsim data}: what the data panel holds, and how it is made of the published data. */
@Command(
        name = "data",
        description = "The data panel: list its tables, derive them from the published data, compare.",
        mixinStandardHelpOptions = true,
        subcommands = {DataCommand.Build.class, DataCommand.Check.class, DataCommand.ListTables.class})
public final class DataCommand implements Runnable {
    private static final int DIFFERS = 1;
    private static final int INPUT_IS_WRONG = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli before a command runs.
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "data: say what to do: build, check or list");
    }

    /** {@code data build}: derives the tables. */
    @Command(
            name = "build",
            description = "Derives the tables of the panel from a folder of published data sets.",
            mixinStandardHelpOptions = true)
    static final class Build implements Callable<Integer> {
        private static final Path OF_THE_CHECKOUT = Path.of("src", "main", "resources", "blocsim", "panel");

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Option(names = "--from", required = true, paramLabel = "DIR", description = "The published data sets.")
        @SuppressWarnings("NullAway.Init")
        private Path from;

        @Option(
                names = "--to",
                paramLabel = "DIR",
                description = "Where the tables go; by default into the checkout that the program is run in.")
        private @Nullable Path to;

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            Path target = to;
            if (target == null) {
                target = OF_THE_CHECKOUT;
                if (!Files.isDirectory(target)) {
                    return wrong(
                            spec,
                            List.of(new InputProblem(
                                    target.toString(),
                                    0,
                                    "",
                                    "there is no such folder here",
                                    "run this in a checkout of the project, or say --to DIR.")));
                }
            }
            SortedMap<String, String> tables;
            try {
                tables = PanelBuilder.build(from);
            } catch (InputException problems) {
                return wrong(spec, problems.problems());
            }
            PanelBuilder.write(tables, target);
            for (Map.Entry<String, String> table : tables.entrySet()) {
                out.printf(
                        "%-20s %,10d bytes%n",
                        table.getKey(), table.getValue().getBytes(StandardCharsets.UTF_8).length);
            }
            out.println("Entered by hand and left alone: " + String.join(", ", PanelBuilder.BY_HAND));
            leftOut(out);
            out.flush();
            return 0;
        }
    }

    /** {@code data check}: compares the tables with what the published data give. */
    @Command(
            name = "check",
            description = "Derives the tables again and says what differs: table, row, column, was, is.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Option(names = "--from", required = true, paramLabel = "DIR", description = "The published data sets.")
        @SuppressWarnings("NullAway.Init")
        private Path from;

        @Option(
                names = "--against",
                paramLabel = "DIR",
                description = "Tables to compare; by default those that the program ships with.")
        private @Nullable Path against;

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            try {
                List<PanelCheck.Difference> found =
                        against == null ? PanelCheck.differences(from) : PanelCheck.differences(from, against);
                found.forEach(out::println);
                out.println(
                        found.isEmpty()
                                ? "The " + PanelBuilder.DERIVED.size() + " derived tables are what the data give."
                                : found.size() + (found.size() == 1 ? " difference" : " differences"));
                out.flush();
                return found.isEmpty() ? 0 : DIFFERS;
            } catch (InputException problems) {
                return wrong(spec, problems.problems());
            }
        }
    }

    /** {@code data list}: says what each table is. */
    @Command(
            name = "list",
            description = "Lists the tables with unit, years, licence and citation, and those left out.",
            mixinStandardHelpOptions = true)
    static final class ListTables implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            for (TableInfo table : Panel.bundled().tables()) {
                if (table.shipped()) {
                    String years = table.firstYear() == 0 ? "" : ", " + table.firstYear() + "-" + table.lastYear();
                    out.println(table.table() + ": " + table.title());
                    out.println("    unit: " + table.unit() + years);
                    out.println("    source: " + table.citation() + doi(table));
                    out.println("    licence: " + table.licence() + note(table));
                    out.println("    derived: " + table.derived());
                }
            }
            leftOut(out);
            out.flush();
            return 0;
        }
    }

    private static void leftOut(PrintWriter out) {
        for (TableInfo table : Panel.bundled().tables()) {
            if (!table.shipped()) {
                out.println("Left out: " + table.table() + " (" + table.title() + "; " + table.citation()
                        + "), licence " + table.licence() + note(table));
            }
        }
    }

    private static String doi(TableInfo table) {
        return table.doi().isEmpty() ? "" : ", doi:" + table.doi();
    }

    private static String note(TableInfo table) {
        return table.licenceNote().isEmpty() ? "" : " (" + table.licenceNote() + ")";
    }

    private static int wrong(CommandSpec spec, List<InputProblem> problems) {
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(err::println);
        err.flush();
        return INPUT_IS_WRONG;
    }
}
