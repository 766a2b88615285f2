package blocsim.cli;

import blocsim.experiment.StudyFolder;
import blocsim.input.InputException;
import blocsim.input.JsonSource;
import blocsim.store.Derived;
import blocsim.store.Dictionary;
import blocsim.store.RunStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blocsim results}: what a study has found so far. */
@Command(
        name = "results",
        description =
                "Results of a study: progress, questions in SQL, export, union of shards, where an outcome happens.",
        subcommands = {
            ResultsCommand.Status.class,
            ResultsCommand.Query.class,
            ResultsCommand.Export.class,
            ResultsCommand.Merge.class,
            DiscoverCommand.class
        })
final class ResultsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Objects.requireNonNull(spec).commandLine().usage(out(spec));
        return 0;
    }

    private static PrintWriter out(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    /** How far a study is. */
    @Command(
            name = "status",
            description = "Tells how far a study is, what failed, and a hash by which equal results are known.")
    static final class Status implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "DIR", description = "The folder of a study.")
        private Path folder = Path.of("");

        @Override
        public Integer call() throws InputException, IOException {
            var out = out(spec);
            RunStore open;
            try {
                open = RunStore.read(folder);
            } catch (InputException busy) {
                var noted = StudyFolder.noted(folder);
                if (noted.isEmpty() || !RunStore.isBusy(folder)) {
                    throw busy;
                }
                running(noted, out);
                return 0;
            }
            try (var store = open) {
                var status = store.status();
                out.println("study: " + store.facts().get("name") + ", "
                        + store.facts().get("points") + " design points"
                        + ("1/1".equals(store.facts().get("shard"))
                                ? ""
                                : ", shard " + store.facts().get("shard")));
                out.println("runs: " + status.runs() + (store.complete() ? ", complete" : ", unfinished"));
                out.println("failed: " + status.failed());
                store.causes().forEach((cause, count) -> out.println("  " + count + ": " + cause));
                if (status.repeated() > 0) {
                    out.println("repeated: " + status.repeated());
                }
                out.println("hash: " + status.hash());
            }
            return 0;
        }

        private static void running(String noted, PrintWriter out) throws InputException {
            if (JsonSource.parse(noted, "progress.json") instanceof JsonSource.Members json
                    && json.get("runs") instanceof JsonSource.Numeral runs
                    && json.get("of") instanceof JsonSource.Numeral of
                    && json.get("exact") instanceof JsonSource.Truth exact) {
                out.println("running: " + runs.exact() + " of " + (exact.value() ? "" : "at most ") + of.exact()
                        + " runs kept");
            }
        }
    }

    /** Answers a question. */
    @Command(name = "query", description = "Answers a question in SQL over the table runs, as CSV.")
    static final class Query implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a study.")
        private Path folder = Path.of("");

        @Parameters(
                index = "1",
                paramLabel = "SQL",
                description = "Such as \"select status, count(*) from runs group by status\".")
        private String sql = "";

        @Override
        public Integer call() throws InputException, IOException {
            try (var store = RunStore.read(folder)) {
                var out = out(spec);
                store.query(sql, out);
                out.flush();
            }
            return 0;
        }
    }

    /** Writes the table of runs for other programs. */
    @Command(
            name = "export",
            description = "Writes the table of runs as Parquet and CSV, with a dictionary of its columns.")
    static final class Export implements Callable<Integer> {
        /** The formats there are. */
        enum Format {
            /** Apache Parquet. */
            PARQUET,
            /** RFC 4180. */
            CSV
        }

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "DIR", description = "The folder of a study.")
        private Path folder = Path.of("");

        @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}; else both.")
        private @Nullable Format format;

        @Option(names = "--out", paramLabel = "DIR", description = "Where the files go; else the folder of the study.")
        private @Nullable Path out;

        @Override
        public Integer call() throws InputException, IOException {
            Path target = out == null ? folder : out;
            if (out != null && Files.exists(out) && !Files.isDirectory(out)) {
                throw SweepCommand.wrong("--out", "names the file " + out, "Give a folder.");
            }
            try (var store = RunStore.read(folder)) {
                Files.createDirectories(target);
                for (var each : Format.values()) {
                    if (format == null || format == each) {
                        var file = target.resolve(each == Format.CSV ? Derived.CSV : Derived.PARQUET);
                        store.export(file, each == Format.PARQUET);
                        out(spec).println(file);
                    }
                }
                var dictionary = new Dictionary(store.facts().getOrDefault("name", "study"), store.columns());
                out(spec).println(Files.writeString(target.resolve(Derived.COLUMNS), dictionary.csv()));
                out(spec).println(Files.writeString(target.resolve(Derived.PACKAGE), dictionary.dataPackage()));
            }
            return 0;
        }
    }

    /** Unites shards. */
    @Command(name = "merge", description = "Unites the finished shards of a study, all or nothing.")
    static final class Merge implements Callable<Integer> {
        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(index = "0", paramLabel = "DIR", description = "Where the whole goes.")
        private Path folder = Path.of("");

        @Parameters(index = "1..*", paramLabel = "SHARD", description = "Folders of shards; else those in DIR.")
        private List<Path> shards = new ArrayList<>();

        @Option(names = "--force", description = "Replaces a study that stands there, with exports and analyses of it.")
        private boolean force;

        @Override
        public Integer call() throws InputException, IOException {
            long runs = StudyFolder.merge(folder, shards, force);
            out(spec).println(runs + " runs: " + folder);
            return 0;
        }
    }
}
