package blocsim.cli;

import blocsim.experiment.Cluster;
import blocsim.experiment.Engine;
import blocsim.experiment.Shard;
import blocsim.experiment.StudyFolder;
import blocsim.experiment.Sweep;
import blocsim.experiment.Threads;
import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.scenario.Study;
import blocsim.scenario.StudyReader;
import blocsim.store.RunRow;
import blocsim.store.RunStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code blocsim sweep}: runs a study, or goes on with it. */
@Command(
        name = "sweep",
        description =
                "Runs a study: a scenario with factors varied by a design. Finished runs are kept whatever happens.")
final class SweepCommand implements Callable<Integer> {
    /** The exit status of a study that was interrupted, with its finished runs kept. */
    static final int INTERRUPTED = 130;

    private static final String LOCAL = "local";
    private static final Pattern SHARD = Pattern.compile("(\\d{1,6})/(\\d{1,6})");
    private static final Pattern RUN = Pattern.compile("(\\d{1,10}):(\\d{1,7})");

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final StudyOptions given = new StudyOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go; else results/<study name>.")
    private @Nullable Path out;

    @Option(names = "--resume", description = "Goes on with a study that was interrupted.")
    private boolean resume;

    @Option(
            names = "--force",
            description = "Begins anew where a study stands; its runs are lost, and exports and analyses of them.")
    private boolean force;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Runs only every Nth design point, from the Ith; then results merge.")
    private @Nullable String shard;

    @Mixin
    private final ThreadsOption threads = new ThreadsOption();

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "Where it runs: local, which is the default, or spark.")
    private String engine = LOCAL;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "The cluster of engine spark: spark://HOST:PORT, or local[N] to try it on N threads.")
    private @Nullable String master;

    @Option(
            names = "--run",
            paramLabel = "POINT:REPLICATE",
            description = "Runs a single run and prints its row; keeps nothing.")
    private @Nullable String single;

    @Override
    public Integer call() throws InputException, IOException {
        var part = shard();
        var where = engine();
        var study = StudyReader.read(given.file(StudyKind.RUNS));
        if (single != null) {
            return one(study, single);
        }
        Path folder = StudyFolder.of(out == null ? Path.of("results", study.name()) : out, part);
        boolean complete;
        RunStore.Status status;
        try (var interruption = new Interruption();
                var store = StudyFolder.open(study, part, folder, Main.version(), rerun(given), resume, force);
                var progress = new SweepProgress(given.quiet(), told(), StudyFolder.expected(study, part), folder)) {
            complete = Sweep.run(study, part, store, where, interruption.stopping(), progress);
            status = complete && !given.quiet() ? store.status() : null;
        }
        if (!complete) {
            return INTERRUPTED;
        }
        if (status != null) {
            var print = Objects.requireNonNull(spec).commandLine().getOut();
            print.println(status.runs() + " runs of " + study.title()
                    + (status.failed() == 0 ? "" : ", of which " + status.failed() + " failed"));
            print.println("Results: " + folder);
        }
        return 0;
    }

    private PrintWriter told() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    /** The command that runs one run again, up to its key. */
    static String rerun(StudyOptions given) {
        return "./blocsim sweep " + given.quoted() + " --run ";
    }

    private Shard shard() throws InputException {
        if (shard == null) {
            return Shard.WHOLE;
        }
        var matcher = SHARD.matcher(shard);
        if (matcher.matches()) {
            int index = Integer.parseInt(matcher.group(1));
            int of = Integer.parseInt(matcher.group(2));
            if (index >= 1 && index <= of) {
                return new Shard(index, of);
            }
        }
        throw wrong("--shard", "is " + shard, "Give for example 1/4, the first of four.");
    }

    private Engine engine() throws InputException {
        if (engine.equals(LOCAL)) {
            if (master != null) {
                throw wrong("--master", "goes with --engine spark only", "Add that, or take it away.");
            }
            return new Threads(threads.threads());
        }
        var cluster = Cluster.named(engine);
        if (cluster.isEmpty() && !engine.equals("spark")) {
            throw wrong("--engine", "is " + engine, "Give local or spark.");
        }
        if (cluster.isEmpty()) {
            throw wrong(
                    "--engine",
                    "is spark, which this build of the program does not have",
                    "Build that by mvn -Pspark -Dquick -DskipTests package; ./blocsim then takes it for this engine.");
        }
        if (threads.given()) {
            throw wrong("--threads", "goes with --engine local only", "On a cluster, it runs on all its cores.");
        }
        if (master == null) {
            throw wrong("--master", "is missing", "Give spark://HOST:PORT, or local[N] to try it on N threads.");
        }
        var flaw = cluster.get().flaw(master);
        if (flaw.isPresent()) {
            throw wrong("--master", "is " + master, flaw.get());
        }
        return cluster.get().at(master, given.quiet() ? new PrintWriter(Writer.nullWriter()) : told());
    }

    private int one(Study study, String key) throws InputException {
        var matcher = RUN.matcher(key);
        if (!matcher.matches()) {
            throw wrong("--run", "is " + key, "Give a design point and a replicate, such as 12:3.");
        }
        RunRow row;
        try {
            row = Sweep.one(study, Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        } catch (IllegalArgumentException none) {
            throw wrong("--run", String.valueOf(none.getMessage()), "");
        }
        var print = Objects.requireNonNull(spec).commandLine().getOut();
        StudyFolder.lines(study, row).forEach(print::println);
        return row.cause() == null ? 0 : 1;
    }

    static InputException wrong(String option, String what, String remedy) {
        return new InputException(List.of(new InputProblem(option, 0, "", what, remedy)));
    }
}
