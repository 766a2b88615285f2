package blocsim.cli;

import blocsim.experiment.Findings;
import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.Quote;
import blocsim.report.Drawing;
import blocsim.report.InputTables;
import blocsim.report.ReportModel;
import blocsim.report.RunFolder;
import blocsim.report.RunResults;
import blocsim.report.Sentences;
import blocsim.report.Slides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blocsim run}: an ensemble of one scenario, its tables, charts and report. */
@Command(name = "run", description = "Runs a scenario and writes tables, charts and report.html.")
final class RunCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", description = "A scenario file, JSON or YAML.")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go; else results/<scenario name>.")
    private @Nullable Path out;

    @Mixin
    private RunsOptions runs = new RunsOptions();

    @Option(
            names = "--full",
            description =
                    "Also runs the scenario's what-ifs, on the same luck, and keeps the maps as files of their own.")
    private boolean full;

    @Option(
            names = "--dump-inputs",
            description = "Also writes all that the runs read, as CSV in the folder inputs of the results.")
    private boolean dumpInputs;

    @Option(names = "--slides", description = "Also writes slides.pptx, with the answer, the charts and the sources.")
    private boolean slides;

    @Option(names = "--quiet", description = "Says nothing but what is wrong.")
    private boolean quiet;

    @Override
    public Integer call() throws InputException, IOException {
        runs.check();
        int atOnce = runs.threads();
        if (atOnce > 1) {
            Drawing.warmUp();
        }
        var started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var prepared = runs.prepared(Prepared.read(file, runs.sets()));
        if (dumpInputs && prepared.worlds().areDrawn()) {
            throw new InputException(List.of(new InputProblem(
                    file.toString(),
                    0,
                    "/calibration",
                    "each replicate draws its own parameters, and --dump-inputs writes one value of each",
                    "add --fixed-parameters")));
        }
        var whatIfs = full
                ? Findings.readWhatIfs(prepared, runs.sets()).stream()
                        .map(runs::prepared)
                        .toList()
                : List.<Prepared>of();
        int replicates = runs.replicates(prepared.scenario());
        long seed = runs.seed(prepared.scenario());
        Path target = out == null ? Path.of("results", prepared.scenario().name()) : out;
        try (var folder = RunFolder.begin(target)) {
            var cleaning = cleaning(folder);
            Runtime.getRuntime().addShutdownHook(cleaning);
            long begun = System.nanoTime();
            Findings findings;
            try (var progress = new RunProgress(quiet, Findings.runs(prepared, whatIfs, replicates))) {
                findings = Findings.of(prepared, whatIfs, seed, replicates, atOnce, progress);
            }
            long simulated = (System.nanoTime() - begun) / 1_000_000;
            var made = new RunResults.Circumstances(
                    Main.version(), command(replicates, seed), atOnce, started.toString(), simulated);
            var model = RunResults.write(findings, full, made, folder.draft());
            if (slides) {
                Slides.write(model, folder.draft().resolve("slides.pptx"));
            }
            if (dumpInputs) {
                InputTables.write(
                        prepared.world(),
                        seed,
                        replicates,
                        Files.createDirectory(folder.draft().resolve("inputs")));
            }
            folder.publish();
            Runtime.getRuntime().removeShutdownHook(cleaning);
            if (!quiet) {
                tell(model, target);
            }
        }
        return 0;
    }

    /** Removes what an interrupted run has begun to write. */
    private static Thread cleaning(RunFolder folder) {
        return new Thread(
                () -> {
                    try {
                        folder.close();
                    } catch (IOException e) {
                        // A file of this very moment; the next run does not mind what is left.
                    }
                },
                "cleaning up");
    }

    private String command(int replicates, long seed) {
        var text = new StringBuilder("./blocsim run ").append(Quote.forShell(file.toString()));
        runs.sets().forEach(set -> text.append(" --set ").append(Quote.forShell(set)));
        text.append(" --replicates ").append(replicates).append(" --seed ").append(seed);
        return text.append(runs.fixed())
                .append(full ? " --full" : "")
                .append(slides ? " --slides" : "")
                .toString();
    }

    private void tell(ReportModel model, Path target) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        Sentences.answer(model.verdict(), model.reasons())
                .forEach(sentence -> out.println(sentence.replace('\u00a0', ' ')));
        out.println("Report: " + target.resolve("report.html"));
    }
}
