package blocsim.cli;

import blocsim.fit.Backtest;
import blocsim.fit.FitStudy;
import blocsim.fit.JoiningBacktest;
import blocsim.fit.JoiningStudy;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.Quote;
import blocsim.input.Setting;
import blocsim.report.BacktestResults;
import blocsim.report.JoiningResults;
import blocsim.report.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code blocsim backtest}: how often the model would have been right. */
@Command(
        name = "backtest",
        description = "Fits up to each origin, forecasts what came after it, and scores that beside baselines.")
final class BacktestCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final StudyOptions given = new StudyOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go; else results/<study>.")
    private @Nullable Path out;

    @Option(
            names = "--set",
            paramLabel = "POINTER=VALUE",
            description = "Put another value in place in a study of joinings, such as /memberships=FILE.")
    private List<String> sets = List.of();

    @Override
    public Integer call() throws InputException, IOException {
        Path file = given.file(StudyKind.FIT, StudyKind.JOININGS);
        if (JoiningStudy.isJoining(file)) {
            joinings(JoiningStudy.read(file, sets));
            return 0;
        }
        if (!sets.isEmpty()) {
            throw new InputException(List.of(new InputProblem(
                    Setting.NAME, 0, "", "this study takes no settings", "Change its file, or a copy of it.")));
        }
        var study = FitStudy.read(file);
        Path target = out == null ? Path.of("results", study.name()) : out;
        var told = Objects.requireNonNull(spec).commandLine();
        try (var folder = RunFolder.begin(target)) {
            var found = Backtest.of(study, this::tell);
            String command = "./blocsim backtest " + given.quoted();
            BacktestResults.write(found, Main.version(), LocalDate.now(ZoneOffset.UTC), command, folder.draft());
            folder.publish();
            if (!given.quiet()) {
                told.getOut().print(BacktestResults.text(found, command));
                told.getOut().println();
                told.getOut().println("Tables and charts: " + target);
            }
        }
        return 0;
    }

    private void joinings(JoiningStudy study) throws InputException, IOException {
        Path target = out == null ? Path.of("results", study.fit().name()) : out;
        var told = Objects.requireNonNull(spec).commandLine();
        try (var folder = RunFolder.begin(target)) {
            var found = JoiningBacktest.of(study, this::tell);
            String command = "./blocsim backtest " + given.quoted()
                    + sets.stream().map(set -> " --set " + Quote.forShell(set)).collect(Collectors.joining());
            JoiningResults.write(found, Main.version(), command, folder.draft());
            folder.publish();
            if (!given.quiet()) {
                told.getOut().print(JoiningResults.text(found, command));
                told.getOut().println();
                told.getOut().println("Tables: " + target);
            }
        }
    }

    private void tell(int origin) {
        if (!given.quiet()) {
            Objects.requireNonNull(spec).commandLine().getErr().println("Forecasts from " + origin + " are made.");
        }
    }
}
