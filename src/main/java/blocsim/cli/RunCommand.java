package blocsim.cli;

import blocsim.experiment.Findings;
import blocsim.experiment.Prepared;
import blocsim.experiment.Progress;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.report.Drawing;
import blocsim.report.ReportModel;
import blocsim.report.RunFolder;
import blocsim.report.RunResults;
import blocsim.report.Sentences;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blocsim run}: an ensemble of one scenario, its tables, charts and report. */
@Command(name = "run", description = "Runs a scenario and writes tables, charts and report.html.")
final class RunCommand implements Callable<Integer> {
    private static final int MOST_REPLICATES = 1_000_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", description = "A scenario file, JSON or YAML.")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go; else results/<scenario name>.")
    private @Nullable Path out;

    @Option(names = "--replicates", paramLabel = "N", description = "How often; else as the scenario says.")
    private @Nullable Integer replicates;

    @Option(names = "--seed", paramLabel = "N", description = "The master seed; else the scenario's.")
    private @Nullable Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "How many at once; changes no figure. Else all cores.")
    private @Nullable Integer threads;

    @Option(
            names = "--set",
            paramLabel = "POINTER=VALUE",
            description = "Sets a value, as in /states/BLR/patrons/RUS=0.4; may be repeated.")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--full", description = "Also runs the scenario's what-ifs, on the same luck.")
    private boolean full;

    @Option(names = "--quiet", description = "Says nothing but what is wrong.")
    private boolean quiet;

    @Override
    public Integer call() throws InputException, IOException {
        checkNumbers();
        int atOnce = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (atOnce > 1) {
            Drawing.warmUp();
        }
        var started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var prepared = Prepared.read(file, sets);
        var whatIfs = full ? Findings.readWhatIfs(prepared, sets) : List.<Prepared>of();
        int runs = replicates == null ? prepared.scenario().replicates() : replicates;
        long master = seed == null ? prepared.scenario().seed() : seed;
        Path target = out == null ? Path.of("results", prepared.scenario().name()) : out;
        try (var folder = RunFolder.begin(target)) {
            var cleaning = cleaning(folder);
            Runtime.getRuntime().addShutdownHook(cleaning);
            long begun = System.nanoTime();
            Findings findings;
            try (var progress = new Bar(quiet, (long) runs * (1 + whatIfs.size()))) {
                findings = Findings.of(prepared, whatIfs, master, runs, atOnce, progress);
            }
            long simulated = (System.nanoTime() - begun) / 1_000_000;
            var made = new RunResults.Circumstances(
                    Main.version(), command(runs, master), atOnce, started.toString(), simulated);
            var model = RunResults.write(findings, made, folder.draft());
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

    private void checkNumbers() throws InputException {
        var problems = new ArrayList<InputProblem>();
        if (replicates != null && (replicates < 1 || replicates > MOST_REPLICATES)) {
            problems.add(new InputProblem(
                    "--replicates", 0, "", "is " + replicates, "give a number from 1 to " + MOST_REPLICATES));
        }
        if (threads != null && (threads < 1 || threads > 1024)) {
            problems.add(new InputProblem("--threads", 0, "", "is " + threads, "give a number from 1 to 1024"));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private String command(int runs, long master) {
        var text = new StringBuilder("./blocsim run ").append(quoted(file.toString()));
        sets.forEach(set -> text.append(" --set ").append(quoted(set)));
        text.append(" --replicates ").append(runs).append(" --seed ").append(master);
        return text.append(full ? " --full" : "").toString();
    }

    /** A word as a shell reads it back. */
    static String quoted(String word) {
        return word.matches("[\\w./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private void tell(ReportModel model, Path target) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        Sentences.answer(model.verdict(), model.reasons())
                .forEach(sentence -> out.println(sentence.replace('\u00a0', ' ')));
        out.println("Report: " + target.resolve("report.html"));
    }

    /** A progress bar on a terminal, and nothing elsewhere: a run takes seconds. */
    private static final class Bar implements Progress, AutoCloseable {
        private final @Nullable ProgressBar bar;

        Bar(boolean quiet, long steps) {
            this.bar = quiet || !Boolean.getBoolean("blocsim.terminal")
                    ? null
                    : new ProgressBarBuilder()
                            .setTaskName("runs")
                            .setInitialMax(steps)
                            .setStyle(ProgressBarStyle.ASCII)
                            .setUpdateIntervalMillis(200)
                            .clearDisplayOnFinish()
                            .build();
        }

        @Override
        public void step() {
            if (bar != null) {
                bar.step();
            }
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }
}
