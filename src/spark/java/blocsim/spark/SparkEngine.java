package blocsim.spark;

import blocsim.experiment.Engine;
import blocsim.experiment.Slice;
import blocsim.scenario.Study;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Runs a study on a cluster of Apache Spark.
 *
 * <p>Slices go out as the partitions of jobs, several of which are under way at once so that no core waits for the end of one. The rows of
 * a partition come back as soon as it is finished, and a job's successor goes out when all its rows have been handed on: what waits in
 * memory is bounded by the number of cores, whatever the size of the study. A partition whose worker is lost is run again elsewhere; Spark
 * hands on each partition once.
 */
final class SparkEngine implements Engine {
    private static final int JOBS_AT_ONCE = 3;
    private static final String LOOPBACK = "127.0.0.1";

    /** The libraries that a run needs beside those that Spark's own workers have. */
    private static final List<String> SENT =
            List.of("mason-", "fastcsv-", "jackson-dataformat-yaml-", "snakeyaml-", "jimfs-", "commons-math3-");

    private final String master;
    private final PrintWriter told;

    SparkEngine(String master, PrintWriter told) {
        this.master = master;
        this.told = told;
    }

    @Override
    public boolean run(Study study, Work work) throws IOException, InterruptedException {
        var watch = new Watch(master, told);
        watch.reach();
        var files = StudyFiles.of(study);
        var conf = conf(study, watch.onLoopback());
        try (var context = start(conf)) {
            context.sc().addSparkListener(watch);
            return new Session(context, files, work, watch).run();
        } finally {
            watch.close();
        }
    }

    private JavaSparkContext start(SparkConf conf) throws IOException {
        try {
            return new JavaSparkContext(conf);
        } catch (RuntimeException e) {
            throw new IOException("Spark cannot begin at " + master + ": " + first(e), e);
        }
    }

    private SparkConf conf(Study study, boolean onLoopback) throws IOException {
        // Takes what is given as -Dspark.…; that comes first.
        var conf = new SparkConf()
                .setMaster(master)
                .setAppName("blocsim " + study.name())
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.ui.retainedJobs", "10")
                .setIfMissing("spark.ui.retainedStages", "10")
                .setIfMissing("spark.ui.retainedTasks", "100")
                .setIfMissing("spark.driver.maxResultSize", "0")
                .setIfMissing("spark.task.maxFailures", "16");
        if (onLoopback) {
            conf.setIfMissing("spark.driver.host", LOOPBACK).setIfMissing("spark.driver.bindAddress", LOOPBACK);
        }
        if (master.startsWith("spark:")) {
            conf.setJars(jars().toArray(String[]::new));
        }
        return conf;
    }

    /** This program and the libraries that go with it to the workers. */
    private static List<String> jars() throws IOException {
        try {
            var program = Path.of(SparkEngine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var libraries = program.resolveSibling("lib");
            if (!Files.isRegularFile(program) || !Files.isDirectory(libraries)) {
                throw new IOException(program + " is no archive with its libraries beside it, which could be sent to workers");
            }
            try (Stream<Path> beside = Files.list(libraries)) {
                var sent = beside.filter(path -> SENT.stream().anyMatch(name(path)::startsWith));
                return Stream.concat(Stream.of(program), sent)
                        .map(Path::toString)
                        .sorted()
                        .toList();
            }
        } catch (URISyntaxException e) {
            throw new IOException("the program's archive cannot be found", e);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String first(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** What has come back: the rows of a partition, or that a thread has nothing more to send out. */
    private static final class Returned {
        private final byte @Nullable [] rows;
        private final CountDownLatch wave;

        Returned(byte @Nullable [] rows, CountDownLatch wave) {
            this.rows = rows;
            this.wave = wave;
        }
    }

    /** One study on one cluster. */
    private static final class Session {
        private final JavaSparkContext context;
        private final Work work;
        private final Watch watch;
        private final Waves waves;
        private final SliceTask task;
        private final BlockingQueue<Returned> returned = new LinkedBlockingQueue<>();
        private final AtomicReference<@Nullable Exception> broken = new AtomicReference<>();

        Session(JavaSparkContext context, StudyFiles files, Work work, Watch watch) {
            this.context = context;
            this.work = work;
            this.watch = watch;
            this.waves = new Waves(work);
            this.task = new SliceTask(context.broadcast(files), context.sc().applicationId());
        }

        boolean run() throws IOException, InterruptedException {
            for (int n = 0; n < JOBS_AT_ONCE; n++) {
                var sender = new Thread(this::send, "spark-" + n);
                sender.setDaemon(true);
                sender.start();
            }
            int sending = JOBS_AT_ONCE;
            while (sending > 0) {
                var next = returned.poll(250, TimeUnit.MILLISECONDS);
                if (next != null) {
                    byte @Nullable [] bytes = next.rows;
                    if (bytes == null) {
                        sending--;
                    } else {
                        var rows = RowBytes.rows(bytes);
                        waves.note(rows);
                        work.finished(rows);
                        next.wave.countDown();
                    }
                }
                look();
                if (next == null && (work.stopping() || broken.get() != null)) {
                    // More than once, since one may have gone out meanwhile.
                    context.sc().cancelAllJobs();
                }
            }
            var why = broken.get();
            if (why instanceof IOException lost && !work.stopping()) {
                throw lost;
            }
            if (why != null && !work.stopping()) {
                throw new IOException("Spark has given up: " + first(why) + "; what is finished is kept", why);
            }
            return why == null;
        }

        private void look() {
            try {
                watch.look();
            } catch (IOException lost) {
                broken.compareAndSet(null, lost);
            }
        }

        /** Sends out waves one after the other. */
        private void send() {
            try {
                for (var wave = next(); !wave.isEmpty(); wave = next()) {
                    var open = new CountDownLatch(wave.size());
                    var partitions = context.parallelize(wave, wave.size()).rdd();
                    context.sc().runJob(partitions, task, new Collected(returned, open), tag());
                    open.await();
                }
            } catch (InterruptedException e) {
                broken.compareAndSet(null, e);
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                // Not only what is unchecked: Scala throws what Java's compiler does not know of.
                broken.compareAndSet(null, e);
            } finally {
                returned.add(new Returned(null, new CountDownLatch(0)));
            }
        }

        private List<List<Slice>> next() {
            return broken.get() != null || work.stopping()
                    ? List.of()
                    : waves.next(Math.max(1, context.sc().defaultParallelism()));
        }

        private static ClassTag<byte[]> tag() {
            return ClassTag$.MODULE$.apply(byte[].class);
        }
    }

    /** Takes what a job's partitions bring, on a thread of Spark's that must not wait. */
    private static final class Collected extends AbstractFunction2<Object, byte[], BoxedUnit> {
        private final BlockingQueue<Returned> returned;
        private final CountDownLatch wave;

        Collected(BlockingQueue<Returned> returned, CountDownLatch wave) {
            this.returned = returned;
            this.wave = wave;
        }

        @Override
        public BoxedUnit apply(Object partition, byte[] rows) {
            returned.add(new Returned(rows, wave));
            return BoxedUnit.UNIT;
        }
    }
}
