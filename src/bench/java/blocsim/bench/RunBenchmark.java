package blocsim.bench;

import blocsim.engine.Recorder;
import blocsim.engine.Simulator;
import blocsim.experiment.Prepared;
import blocsim.input.InputException;
import blocsim.model.World;
import blocsim.panel.Panel;
import blocsim.scenario.WorldGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One run of a world, and the chances of approval on one of its days. */
@State(Scope.Thread)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RunBenchmark {
    private static final int STATES_A_BLOC = 200;
    private static final int FEWEST_BLOCS = 8;
    private static final int YEARS = 30;
    private static final int TIMES = 100;

    /** Scenarios by their file's name, or the number of states of an invented world. */
    @Param({"belarus-sco", "eurasia", "world", "300", "1000"})
    public String world;

    private Simulator simulator;
    private int ticks;
    private int replicate;

    /** Makes the world. */
    @Setup
    public void prepare() throws InputException, IOException {
        World made = world.matches("\\d+") ? invented(Integer.parseInt(world)) : read(world);
        simulator = new Simulator(made);
        ticks = made.ticks();
    }

    private static World read(String name) throws InputException {
        return Prepared.read(Path.of("scenarios", name + ".json"), List.of()).world();
    }

    private static World invented(int states) throws InputException, IOException {
        var file = Files.createTempFile("blocsim-bench", ".json");
        try {
            var order =
                    new WorldGenerator.Order(states, Math.max(FEWEST_BLOCS, states / STATES_A_BLOC), 1, YEARS);
            Files.writeString(file, WorldGenerator.json(Panel.bundled(), order));
            return Prepared.read(file, List.of()).world();
        } finally {
            Files.delete(file);
        }
    }

    /** A whole run, each another replicate. */
    @Benchmark
    public void run() {
        simulator.run(1, replicate++, new Recorder() {});
    }

    /** Half a run, and a hundred times all chances of approval on the day after it. */
    @Benchmark
    public long chances() {
        return simulator.workOutChances(1, 0, ticks / 2, TIMES);
    }
}
