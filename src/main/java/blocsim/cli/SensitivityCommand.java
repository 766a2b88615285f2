package blocsim.cli;

import blocsim.experiment.Sensitivity;
import blocsim.experiment.Shard;
import blocsim.experiment.StudyFolder;
import blocsim.experiment.Sweep;
import blocsim.experiment.Threads;
import blocsim.input.InputException;
import blocsim.report.RunFolder;
import blocsim.report.SensitivityResults;
import blocsim.scenario.Study;
import blocsim.scenario.StudyReader;
import blocsim.store.Derived;
import blocsim.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code blocsim sensitivity}: what decides the outputs of a study, which is run first if need be. */
@Command(
        name = "sensitivity",
        description =
                "Says what decides the outputs of a study with a Morris or Saltelli design; runs what it lacks first.")
final class SensitivityCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before the command is called
    private CommandSpec spec;

    @Mixin
    private final StudyOptions given = new StudyOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder of the study, as of sweep; else results/<study name>. The analysis goes to its"
                    + " folder sensitivity.")
    private @Nullable Path out;

    @Option(
            names = "--output",
            paramLabel = "NAME",
            description = "An output to analyse; may be repeated. Else all that are numbers.")
    private List<String> outputs = new ArrayList<>();

    @Mixin
    private final ThreadsOption threads = new ThreadsOption();

    @Option(
            names = "--resume",
            description = "Goes on with a study that was interrupted; so it does without, unless --force is given.")
    private boolean resume;

    @Option(
            names = "--force",
            description = "Begins the study anew where one stands; its runs are lost, and what was made of them.")
    private boolean force;

    @Override
    public Integer call() throws InputException, IOException {
        int atOnce = threads.threads();
        var study = StudyReader.read(given.file(StudyKind.RUNS));
        var chosen = Sensitivity.outputs(study, outputs);
        Path folder = out == null ? Path.of("results", study.name()) : out;
        Path target = folder.resolve(Derived.SENSITIVITY);
        RunFolder.check(target);
        if (!run(study, folder, atOnce)) {
            return SweepCommand.INTERRUPTED;
        }
        Sensitivity found;
        try (var store = RunStore.read(folder)) {
            found = Sensitivity.of(study, store, chosen);
        }
        try (var draft = RunFolder.begin(target)) {
            SensitivityResults.write(found, Main.version(), command(), draft.draft());
            draft.publish();
        }
        if (!given.quiet()) {
            var told = spec.commandLine().getOut();
            SensitivityResults.lines(found).forEach(told::println);
            told.println("Page, table and charts: " + target);
        }
        return 0;
    }

    /** Runs what the study lacks; whether it is complete. */
    private boolean run(Study study, Path folder, int atOnce) throws InputException, IOException {
        String rerun = SweepCommand.rerun(given);
        try (var interruption = new Interruption();
                var store =
                        StudyFolder.open(study, Shard.WHOLE, folder, Main.version(), rerun, resume || !force, force);
                var progress = new SweepProgress(
                        given.quiet(), spec.commandLine().getErr(), StudyFolder.expected(study, Shard.WHOLE), folder)) {
            return Sweep.run(study, Shard.WHOLE, store, new Threads(atOnce), interruption.stopping(), progress);
        }
    }

    private String command() {
        var text = new StringBuilder("./blocsim sensitivity ").append(given.quoted());
        outputs.forEach(name -> text.append(" --output ").append(name));
        return text.toString();
    }
}
