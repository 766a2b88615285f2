package blocsim.cli;

import blocsim.experiment.Comparison;
import blocsim.experiment.PairedRuns;
import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.report.ComparisonResults;
import blocsim.report.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blocsim compare}: scenarios on the same luck, and what differs. */
@Command(
        name = "compare",
        description =
                "Runs scenarios on the same luck and writes what differs from the first: tables, charts, a few lines.")
final class CompareCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", arity = "2..*", description = "Scenario files; the first is the base.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go; else results/compare-<names>.")
    private @Nullable Path out;

    @Mixin
    private RunsOptions runs = new RunsOptions();

    @Option(names = "--quiet", description = "Says nothing but what is wrong.")
    private boolean quiet;

    @Override
    public Integer call() throws InputException, IOException {
        runs.check();
        var scenarios = read();
        Comparison.check(scenarios);
        var base = scenarios.get(0);
        int replicates = runs.replicates(base.scenario());
        long seed = runs.seed(base.scenario());
        Path target = out == null ? Path.of("results", name(scenarios)) : out;
        try (var folder = RunFolder.begin(target)) {
            PairedRuns found;
            try (var progress = new RunProgress(quiet, (long) replicates * scenarios.size())) {
                found = PairedRuns.of(scenarios, seed, replicates, runs.threads(), progress);
            }
            ComparisonResults.write(found, Main.version(), command(replicates, seed), folder.draft());
            folder.publish();
            if (!quiet) {
                var told = Objects.requireNonNull(spec).commandLine().getOut();
                told.println(replicates + " pairs of runs; the base is "
                        + base.scenario().title());
                found.comparisons()
                        .forEach(comparison -> ComparisonResults.lines(found.base(), comparison)
                                .forEach(told::println));
                told.println("Tables and charts: " + target);
            }
        }
        return 0;
    }

    /** The names joined, without repeating the first one's in those that begin with it. */
    private static String name(List<Prepared> scenarios) {
        String base = scenarios.get(0).scenario().name();
        return scenarios.stream()
                .skip(1)
                .map(other -> other.scenario().name())
                .map(other -> other.startsWith(base + "-") ? other.substring(base.length() + 1) : other)
                .collect(Collectors.joining("-", "compare-" + base + "-", ""));
    }

    /** Reads all scenarios, so that every problem in any of them is told at once. */
    private List<Prepared> read() throws InputException {
        var scenarios = new ArrayList<Prepared>();
        var problems = new ArrayList<InputProblem>();
        for (Path file : files) {
            try {
                scenarios.add(runs.prepared(Prepared.read(file, runs.sets())));
            } catch (InputException wrong) {
                problems.addAll(wrong.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return scenarios;
    }

    private String command(int replicates, long seed) {
        var text = new StringBuilder("./blocsim compare");
        files.forEach(file -> text.append(' ').append(file));
        runs.sets().forEach(set -> text.append(" --set '").append(set).append('\''));
        return text.append(" --replicates ")
                .append(replicates)
                .append(" --seed ")
                .append(seed)
                .append(runs.fixed())
                .toString();
    }
}
