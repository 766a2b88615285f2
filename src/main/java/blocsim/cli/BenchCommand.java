package blocsim.cli;

import blocsim.experiment.Bench;
import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonText;
import blocsim.model.World;
import blocsim.panel.Panel;
import blocsim.report.CostTable;
import blocsim.scenario.WorldGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code blocsim bench}: what a run costs on this machine. */
@Command(
        name = "bench",
        description = "Measures what a run costs on one core of this machine, world by world; takes a minute or more.")
final class BenchCommand implements Callable<Integer> {
    private static final Pattern SYNTHETIC = Pattern.compile("synthetic-(\\d{1,5})");
    private static final int FEWEST_STATES = 300;
    private static final int YEARS = 30;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before the command is called
    private CommandSpec spec;

    @Option(
            names = "--worlds",
            split = ",",
            paramLabel = "WORLD",
            description =
                    "Scenario files, or synthetic-N for an invented world of N states. Default: ${DEFAULT-VALUE}.",
            defaultValue = "scenarios/belarus-sco.json,scenarios/eurasia.json,scenarios/world.json,"
                    + "synthetic-300,synthetic-1000,synthetic-3000,synthetic-10000")
    private List<String> worlds = List.of();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How many rounds the median is of. Default: ${DEFAULT-VALUE}.")
    private int rounds = 7;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "About how long a round lasts. Default: ${DEFAULT-VALUE}.")
    private double seconds = 1;

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes the figures there.")
    private @Nullable Path json;

    @Option(
            names = "--chart",
            paramLabel = "DIR",
            description = "Also draws cost against size there, with its figures beside it.")
    private @Nullable Path chart;

    @Override
    public Integer call() throws InputException, IOException {
        check();
        var costs = new ArrayList<Bench.Cost>();
        for (String name : worlds) {
            costs.add(Bench.measure(title(name), world(name), rounds, seconds));
        }
        var table = new CostTable(Main.version(), Main.commit(), costs);
        var out = spec.commandLine().getOut();
        out.println(table.where());
        table.lines().forEach(out::println);
        if (json != null) {
            Files.writeString(json, JsonText.write(table.json()));
        }
        if (chart != null) {
            table.write(chart);
        }
        return 0;
    }

    private void check() throws InputException {
        var problems = new ArrayList<InputProblem>();
        if (rounds < 1 || rounds > 1000) {
            problems.add(new InputProblem("--rounds", 0, "", "is " + rounds, "give a number from 1 to 1000"));
        }
        if (!(seconds > 0 && seconds <= 3600)) {
            problems.add(new InputProblem("--seconds", 0, "", "is " + seconds, "give a number above 0, up to 3600"));
        }
        for (String world : worlds) {
            int states = states(world);
            if (states != 0 && (states < FEWEST_STATES || states > WorldGenerator.MOST_STATES)) {
                problems.add(new InputProblem(
                        "--worlds",
                        0,
                        "",
                        "names a world of " + states + " states",
                        "give a number from " + FEWEST_STATES + " to " + WorldGenerator.MOST_STATES));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private static String title(String name) {
        return states(name) > 0 ? name : Path.of(name).getFileName().toString().replaceAll("\\.(json|yaml|yml)$", "");
    }

    /** The number of states of an invented world; 0 for a scenario file. */
    private static int states(String name) {
        var synthetic = SYNTHETIC.matcher(name);
        return synthetic.matches() ? Integer.parseInt(synthetic.group(1)) : 0;
    }

    private static World world(String name) throws InputException, IOException {
        int states = states(name);
        if (states == 0) {
            return Prepared.read(Path.of(name), List.of()).world();
        }
        var file = Files.createTempFile("blocsim-bench", ".json");
        try {
            var order = new WorldGenerator.Order(states, GenerateCommand.usualBlocs(states), 1, YEARS);
            Files.writeString(file, WorldGenerator.json(Panel.bundled(), order));
            return Prepared.read(file, List.of()).world();
        } finally {
            Files.delete(file);
        }
    }
}
