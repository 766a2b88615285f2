package blocsim.bench;

import blocsim.engine.Recorder;
import blocsim.engine.Simulator;
import blocsim.experiment.Prepared;
import blocsim.experiment.Shard;
import blocsim.experiment.StudyFolder;
import blocsim.experiment.Sweep;
import blocsim.input.InputException;
import blocsim.model.World;
import blocsim.scenario.Study;
import blocsim.scenario.StudyReader;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a second of the bare kernel, of a sweep on one thread and of a sweep on two, in turn, of a study with one design point: by the
 * clock on the wall, which counts what else the machine does, and by time of the processor in all threads of the process, which
 * does not. A sweep counts from the opening of its store to its close; each of the three takes about as many seconds.
 * Arguments: the study, the runs of the bare kernel a turn, how many turns.
 */
public final class SweepAgainstKernel {
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final Recorder NOBODY = new Recorder() {};
    private static final Sweep.Listener DEAF = new Sweep.Listener() {
        @Override
        public void begun(long runs) {}

        @Override
        public void committed(int runs) {}
    };

    private final Study study;
    private final World world;

    private SweepAgainstKernel(Path file, int runs) throws InputException, IOException {
        String text = Files.readString(file).replaceFirst("\"replicates\": \\d+", "\"replicates\": " + runs);
        var copy = Files.createTempFile(file.toAbsolutePath().getParent(), "throughput", ".json");
        try {
            this.study = StudyReader.read(Files.writeString(copy, text));
        } finally {
            Files.delete(copy);
        }
        var factor = study.factors().get(0);
        this.world = Prepared.of(study.scenario().with(List.of(factor.set(factor.grid(0))))).world();
    }

    /** See above. */
    public static void main(String[] args) throws InputException, IOException {
        int runs = Integer.parseInt(args[1]);
        int turns = Integer.parseInt(args[2]);
        var one = new SweepAgainstKernel(Path.of(args[0]), runs);
        var two = new SweepAgainstKernel(Path.of(args[0]), 2 * runs);
        one.bare(runs);
        one.sweep(1);
        two.sweep(2);
        var ratios = new double[4][turns];
        System.out.println("runs a second by the clock, and by the processor: kernel, 1 thread, 2 threads");
        for (int n = 0; n < turns; n++) {
            var bare = one.bare(runs);
            var single = one.sweep(1);
            var twice = two.sweep(2);
            ratios[0][n] = single.byClock() / bare.byClock();
            ratios[1][n] = twice.byClock() / single.byClock();
            ratios[2][n] = single.byProcessor() / bare.byProcessor();
            ratios[3][n] = twice.byProcessor() / single.byProcessor();
            System.out.printf(
                    Locale.ROOT,
                    "%6.0f  %6.0f  %6.0f    %6.0f  %6.0f  %6.0f%n",
                    bare.byClock(),
                    single.byClock(),
                    twice.byClock(),
                    bare.byProcessor(),
                    single.byProcessor(),
                    twice.byProcessor());
        }
        System.out.println("one thread over the kernel, by the clock: " + told(ratios[0]));
        System.out.println("two threads over one, by the clock: " + told(ratios[1]));
        System.out.println("one thread over the kernel, by the processor: " + told(ratios[2]));
        System.out.println("two threads over one, by the processor: " + told(ratios[3]));
    }

    private static String told(double[] ratios) {
        Arrays.sort(ratios);
        return String.format(
                Locale.ROOT,
                "%.3f in the middle of %d (%.3f to %.3f)",
                ratios[ratios.length / 2],
                ratios.length,
                ratios[0],
                ratios[ratios.length - 1]);
    }

    /** Runs a second. */
    private record Rate(double byClock, double byProcessor) {}

    private interface Work {
        void run() throws InputException, IOException;
    }

    private static Rate rate(long runs, Work work) throws InputException, IOException {
        long begun = System.nanoTime();
        long spent = MACHINE.getProcessCpuTime();
        work.run();
        return new Rate(
                runs * 1e9 / (System.nanoTime() - begun), runs * 1e9 / (MACHINE.getProcessCpuTime() - spent));
    }

    private Rate bare(int runs) throws InputException, IOException {
        return rate(runs, () -> {
            var simulator = new Simulator(world);
            for (int n = 0; n < runs; n++) {
                simulator.run(study.seed(), n, NOBODY);
            }
        });
    }

    private Rate sweep(int threads) throws InputException, IOException {
        var folder = Files.createTempDirectory("throughput");
        try {
            return rate(study.replicates(), () -> {
                try (var store = StudyFolder.open(study, Shard.WHOLE, folder, "bench", "", false, false)) {
                    Sweep.run(study, Shard.WHOLE, store, threads, new AtomicBoolean(), DEAF);
                }
            });
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
