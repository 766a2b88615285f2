package blocsim.report;

import blocsim.experiment.Findings;
import blocsim.experiment.PairedDifference;
import blocsim.experiment.RunForecasts;
import blocsim.input.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that a run leaves in its folder: tables and their dictionary, charts, the page, and the manifest that says what made them. */
public final class RunResults {
    private static final int SAMPLED_REPLICATE = 0;
    private static final int MOST_WRITERS = 4;

    private static final List<ResultTable> TABLES = List.of(
            RunTables.TRANSITIONS,
            RunTables.REQUESTS,
            RunTables.OBJECTIONS,
            RunTables.SUMMARY,
            RunTables.DATES,
            RunTables.SPREAD,
            RunTables.ACCESSIONS,
            RunTables.OUTCOMES,
            RunTables.DIFFERENCES,
            DecisionLog.TABLE);

    private RunResults() {}

    /** The tables that a run may leave, but for forecasts, which are as a back-test's; in the order of the data dictionary. */
    public static List<ResultTable> tables() {
        return TABLES;
    }

    /**
     * How a run was made.
     *
     * @param version of the program
     * @param command the command line that makes it again
     * @param threads how many ran at once, which changes no figure
     * @param started when it began, ISO 8601
     * @param simulatedMs wall-clock milliseconds of simulation
     */
    public record Circumstances(String version, String command, int threads, String started, long simulatedMs) {}

    /**
     * Writes everything into a folder that exists and is empty, on as many threads as the runs had; the files are the same on
     * any number.
     *
     * @param full whether the whole gallery is drawn
     * @return what the page says
     */
    public static ReportModel write(Findings findings, boolean full, Circumstances made, Path folder)
            throws IOException {
        var tables = new RunTables(folder);
        var chartFolder = Files.createDirectory(folder.resolve("charts"));
        try (var work = new Work(made.threads())) {
            work.start(() -> tables(findings, tables));
            var report = new RunReport(findings, full);
            var model = report.model(made.version(), made.command());
            work.start(() -> new HtmlReport(model).write(folder.resolve("report.html")));
            Stream.of(model.outcome(), model.why(), report.aside())
                    .flatMap(List::stream)
                    .map(chart -> Drawing.whole(chart, Size.SLIDE))
                    .forEach(drawing -> work.start(() -> drawing.write(chartFolder, 1)));
            Files.writeString(folder.resolve("scenario.json"), scenarioText(findings));
            work.join();
            tables.accessions(model.accessions());
            tables.outcomes(model.requests());
            Files.writeString(folder.resolve("datapackage.json"), JsonText.write(dictionary(findings, tables)));
            Files.writeString(folder.resolve("manifest.json"), JsonText.write(manifest(findings, made, tables)));
            return model;
        }
    }

    private static void tables(Findings findings, RunTables tables) throws IOException {
        tables.ensemble(findings.ensemble());
        tables.dates(findings.dates(), findings.prepared().scenario().calibratedUntil());
        if (!findings.shares().isEmpty()) {
            tables.spread(findings.shares());
        }
        if (!findings.whatIfs().isEmpty()) {
            var differences = new TreeMap<String, List<PairedDifference>>();
            findings.whatIfs().forEach((name, found) -> differences.put(name, found.differences()));
            tables.differences(differences);
        }
        if (RunForecasts.isForecast(findings.prepared())) {
            tables.forecasts(RunForecasts.of(findings.prepared(), findings.ensemble()));
        }
        var world = findings.ensemble().world(SAMPLED_REPLICATE);
        var log = new DecisionLog(world, SAMPLED_REPLICATE);
        findings.ensemble().simulator(SAMPLED_REPLICATE).run(findings.ensemble().seed(), SAMPLED_REPLICATE, log);
        tables.decisions(log);
    }

    /** Writing of files side by side; on one thread it is done at once. */
    private static final class Work implements AutoCloseable {
        private interface Step {
            void run() throws IOException;
        }

        private final @Nullable ExecutorService pool;
        private final List<Future<?>> running = new ArrayList<>();

        Work(int threads) {
            this.pool = threads == 1 ? null : Executors.newFixedThreadPool(Math.min(threads, MOST_WRITERS));
        }

        void start(Step step) {
            Callable<Void> task = () -> {
                step.run();
                return null;
            };
            if (pool == null) {
                var now = new FutureTask<Void>(task);
                now.run();
                running.add(now);
            } else {
                running.add(pool.submit(task));
            }
        }

        void join() throws IOException {
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while results were written", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException failed) {
                    throw failed;
                }
                throw new IllegalStateException("results could not be written", e.getCause());
            }
        }

        /** Waits for what is being written, so that nobody removes the folder under it. */
        @Override
        public void close() {
            if (pool != null) {
                pool.shutdownNow();
                try {
                    if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
                        throw new IllegalStateException("results are still being written after a minute");
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private static String scenarioText(Findings findings) {
        return JsonText.write(findings.prepared().scenario().tree());
    }

    private static Map<String, Object> manifest(Findings findings, Circumstances made, RunTables tables) {
        var scenario = findings.prepared().scenario();
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("kind", "run");
        manifest.put("program", "blocsim " + made.version());
        manifest.put("scenario", scenario.name());
        manifest.put("scenarioHash", scenario.hash());
        manifest.put("seed", findings.ensemble().seed());
        manifest.put("replicates", findings.ensemble().replicates());
        manifest.put("parameters", findings.ensemble().drawn() ? "drawn" : "fixed");
        if (RunForecasts.isForecast(findings.prepared())) {
            var start = scenario.horizon().start();
            manifest.put("forecastOrigin", start.minusDays(1).toString());
        }
        manifest.put("states", findings.ensemble().world().states().size());
        manifest.put("blocs", findings.ensemble().world().blocs().size());
        manifest.put("ticks", findings.ensemble().world().ticks());
        var whatIfs = new LinkedHashMap<String, Object>();
        findings.whatIfs()
                .forEach((name, found) ->
                        whatIfs.put(name, found.prepared().scenario().hash()));
        manifest.put("whatIfHashes", whatIfs);
        manifest.put("sampledReplicate", SAMPLED_REPLICATE);
        manifest.put("rows", tables.rows());
        manifest.put("standIns", findings.prepared().standIns());
        manifest.put("command", made.command());
        manifest.put("threads", made.threads());
        manifest.put("started", made.started());
        manifest.put("simulatedMs", made.simulatedMs());
        manifest.put("java", Runtime.version().toString());
        return manifest;
    }

    private static Map<String, Object> dictionary(Findings findings, RunTables tables) {
        var scenario = findings.prepared().scenario();
        return ResultTable.dictionary(
                scenario.name(),
                scenario.title(),
                Stream.concat(TABLES.stream(), Stream.of(ForecastTables.FORECASTS))
                        .filter(table -> tables.rows().containsKey(table.file()))
                        .toList());
    }
}
