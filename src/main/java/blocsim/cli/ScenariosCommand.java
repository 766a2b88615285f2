package blocsim.cli;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.scenario.Scenario;
import blocsim.scenario.ScenarioReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the scenarios in a folder, each with its title, and below each its what-ifs. */
@Command(
        name = "scenarios",
        mixinStandardHelpOptions = true,
        description = "List the scenarios at hand, each with one line; or make an invented world.",
        subcommands = GenerateCommand.class)
public final class ScenariosCommand implements Callable<Integer> {
    private static final int WRONG_INPUT = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before the command is called
    private CommandSpec spec;

    @Option(names = "--dir", paramLabel = "DIR", description = "The folder. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("scenarios");

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isDirectory(folder)) {
            err.println(new InputProblem(
                    folder.toString(), 0, "", "there is no such folder", "Name one with --dir, or go to where it is."));
            err.flush();
            return WRONG_INPUT;
        }
        var lines = new LinkedHashMap<String, String>();
        var problems = new ArrayList<InputProblem>();
        for (var file : files()) {
            try {
                var scenario = new ScenarioReader().read(file, List.of());
                lines.put(file.toString(), scenario.title());
                whatIfs(scenario, lines, problems);
            } catch (InputException broken) {
                problems.addAll(broken.problems());
            }
        }
        print(lines, out);
        problems.forEach(problem -> err.println(problem));
        out.flush();
        err.flush();
        return problems.isEmpty() ? 0 : WRONG_INPUT;
    }

    private List<Path> files() throws IOException {
        try (var stream = Files.list(folder)) {
            return stream.filter(file -> file.toString().matches(".*\\.(json|yaml|yml)"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static void whatIfs(Scenario scenario, Map<String, String> lines, List<InputProblem> problems) {
        for (var whatIf : scenario.whatIfs()) {
            try {
                lines.put(
                        "  " + whatIf.file(),
                        new ScenarioReader().read(whatIf.file(), List.of()).title());
            } catch (InputException broken) {
                problems.addAll(broken.problems());
            }
        }
    }

    private static void print(Map<String, String> lines, PrintWriter out) {
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        lines.forEach((file, title) -> out.println(file + " ".repeat(width - file.length() + 2) + title));
    }
}
