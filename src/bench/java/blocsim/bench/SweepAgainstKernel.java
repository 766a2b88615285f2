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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a second of the bare kernel, of a sweep on one thread and of a sweep on two, by the clock on the wall and in turn, of a study
 * with one design point. A sweep counts from the opening of its store to its close; each of the three makes about as many seconds.
 * Arguments: the study, the runs of the bare kernel a turn, how many turns.
 */
public final class SweepAgainstKernel {
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
        var toKernel = new double[turns];
        var toOne = new double[turns];
        System.out.println("kernel  1 thread  2 threads  runs a second");
        for (int n = 0; n < turns; n++) {
            double bare = one.bare(runs);
            double single = one.sweep(1);
            double twice = two.sweep(2);
            toKernel[n] = single / bare;
            toOne[n] = twice / single;
            System.out.printf(Locale.ROOT, "%6.0f  %8.0f  %9.0f%n", bare, single, twice);
        }
        System.out.println("sweep on one thread over kernel: " + told(toKernel));
        System.out.println("two threads over one: " + told(toOne));
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

    private double bare(int runs) {
        var simulator = new Simulator(world);
        long begun = System.nanoTime();
        for (int n = 0; n < runs; n++) {
            simulator.run(study.seed(), n, NOBODY);
        }
        return runs * 1e9 / (System.nanoTime() - begun);
    }

    private double sweep(int threads) throws InputException, IOException {
        var folder = Files.createTempDirectory("throughput");
        try {
            long begun = System.nanoTime();
            try (var store = StudyFolder.open(study, Shard.WHOLE, folder, "bench", "", false, false)) {
                Sweep.run(study, Shard.WHOLE, store, threads, new AtomicBoolean(), DEAF);
            }
            return study.replicates() * 1e9 / (System.nanoTime() - begun);
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
