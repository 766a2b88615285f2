package blocsim.experiment;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.input.JsonSource;
import blocsim.input.Nearest;
import blocsim.input.Quote;
import blocsim.model.Purpose;
import blocsim.model.Streams;
import blocsim.scenario.ColumnType;
import blocsim.scenario.Factor;
import blocsim.scenario.Level;
import blocsim.scenario.Output;
import blocsim.scenario.Spread;
import blocsim.scenario.Study;
import blocsim.scenario.StudyDesign;
import blocsim.stats.MorrisEffects;
import blocsim.stats.Pawn;
import blocsim.stats.SobolIndices;
import blocsim.stats.Swings;
import blocsim.stats.Uniforms;
import blocsim.store.RunStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decides the outputs of a study: Morris's effects of a Morris design; of a Saltelli design Sobol' indices, and PAWN distances and
 * swings over the points of A and B alone, since the others of a block repeat their coordinates.
 *
 * <p>A run that failed is not a number to each method, which leaves out what hangs on it. Draws of the bootstrap hang on the study's seed,
 * the output's name and the method. The runs of one output at a time are held in memory, 8 bytes a run.
 *
 * @param study what was run
 * @param runs how many runs there are
 * @param failed how many of them failed
 * @param findings one for each output analysed, in the order of the study
 * @param aside the outputs that were left aside since they are no numbers; none if outputs were asked for by name
 */
public record Sensitivity(Study study, long runs, long failed, List<Finding> findings, List<Output> aside) {
    /** How many resamples intervals rest on. */
    public static final int RESAMPLES = 1000;

    /** Into how many slices PAWN cuts a factor's range. */
    public static final int SLICES = 10;

    /** What decides one output. */
    public sealed interface Finding {
        /** The output. */
        Output output();
    }

    /** The effects of a Morris design, by factor. */
    public record Screened(Output output, MorrisEffects effects) implements Finding {}

    /**
     * The shares of a Saltelli design, by factor.
     *
     * @param swings of those factors alone whose values have an order, see {@link #ordered}; null if there is none
     */
    public record Shared(
            Output output,
            SobolIndices indices,
            Pawn pawn,
            @Nullable Swings swings) implements Finding {}

    /** Copies the lists. */
    public Sensitivity {
        findings = List.copyOf(findings);
        aside = List.copyOf(aside);
    }

    /**
     * The outputs that can be analysed, before anything is run.
     *
     * @param names of outputs; none for all that are numbers
     * @throws InputException if the design is no Morris or Saltelli design, a name is none of the study's, or an output is no number
     */
    public static List<Output> outputs(Study study, List<String> names) throws InputException {
        var problems = new ArrayList<InputProblem>();
        if (!(study.design() instanceof StudyDesign.Morris || study.design() instanceof StudyDesign.Saltelli)) {
            var design = study.tree().at("/design/type");
            String type = design instanceof JsonSource.Text text ? text.text() : "";
            problems.add((design == null ? study.tree() : design)
                    .place()
                    .problem(
                            "the design " + type + " tells no effects of factors apart",
                            "Give morris with trajectories for a screening, or saltelli with baseRows for Sobol' indices;"
                                    + " of any design results discover tells where an outcome happens."));
        }
        var known = study.outputs().stream().map(Output::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                problems.add(new InputProblem(
                        "--output",
                        0,
                        "",
                        "the study has no output " + Quote.of(name),
                        Nearest.hint(name, known) + "Outputs are " + String.join(", ", known) + "."));
            }
        }
        var chosen = new ArrayList<Output>();
        for (var output : study.outputs()) {
            boolean number = isNumber(output);
            if (names.contains(output.name()) && !number) {
                problems.add(
                        new InputProblem("--output", 0, "", output.name() + " is " + what(output), remedy(output)));
            } else if (number && (names.isEmpty() || names.contains(output.name()))) {
                chosen.add(output);
            }
        }
        if (chosen.isEmpty() && problems.isEmpty()) {
            var outputs = study.tree().get("outputs");
            problems.add((outputs == null ? study.tree() : outputs)
                    .place()
                    .problem(
                            "no output is a number, so that nothing can be analysed",
                            "Add one, such as of type reached: whether a status is held by a day."));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return List.copyOf(chosen);
    }

    /** Whether each finished run has a number for an output. */
    private static boolean isNumber(Output output) {
        var type = output.measure().type();
        return type == ColumnType.WHOLE || type == ColumnType.NUMBER;
    }

    /** What an output is that is no number. */
    public static String what(Output output) {
        return output.measure().type() == ColumnType.DATE ? "a date that may never come" : "a text";
    }

    /** What to use in the place of an output that is no number. */
    public static String remedy(Output output) {
        return output.measure().type() == ColumnType.DATE
                ? "Use an output of type reached: whether the status is held by a day."
                : "Use an output that is a number, or ask results discover when it has a value.";
    }

    /** The factors whose values have an order, and so a low and a high end. */
    public static List<Factor> ordered(List<Factor> factors) {
        return factors.stream()
                .filter(factor -> factor.type() != ColumnType.TEXT)
                .toList();
    }

    /**
     * Analyses a finished study.
     *
     * @param store with all of its runs
     * @param outputs as {@link #outputs} gives them
     * @throws IllegalArgumentException if runs are missing
     */
    public static Sensitivity of(Study study, RunStore store, List<Output> outputs) throws IOException {
        var design = new DesignPoints(study);
        int points = Math.toIntExact(design.size());
        var findings = new ArrayList<Finding>();
        long runs = 0;
        long failed = 0;
        for (var output : outputs) {
            var read = Runs.of(store, output, points);
            runs = read.runs;
            failed = read.failed;
            findings.add(
                    study.design() instanceof StudyDesign.Morris
                            ? screened(study, design, output, read.outputs)
                            : shared(study, design, output, read.outputs));
        }
        var aside = study.outputs().stream().filter(output -> !isNumber(output)).toList();
        return new Sensitivity(study, runs, failed, findings, aside);
    }

    private static Screened screened(Study study, DesignPoints design, Output output, double[][] outputs) {
        var points = new double[outputs.length][];
        Arrays.setAll(points, design::unit);
        return new Screened(output, MorrisEffects.of(points, outputs, RESAMPLES, draws(study, output, "morris")));
    }

    private static Shared shared(Study study, DesignPoints design, Output output, double[][] outputs) {
        var factors = study.factors();
        int block = factors.size() + 2;
        var indices = SobolIndices.of(outputs, factors.size(), false, RESAMPLES, draws(study, output, "sobol"));
        var points = new double[2 * (outputs.length / block)][];
        var apart = new double[points.length][];
        for (int n = 0; n < points.length; n++) {
            int row = n / 2 * block + n % 2 * (block - 1);
            points[n] = numbers(factors, design.at(row));
            apart[n] = outputs[row];
        }
        var pawn = Pawn.of(points, apart, SLICES, RESAMPLES, draws(study, output, "pawn"));
        int[] columns = ordered(factors).stream().mapToInt(factors::indexOf).toArray();
        var swings = columns.length == 0
                ? null
                : Swings.of(
                        Arrays.stream(points)
                                .map(point -> Arrays.stream(columns)
                                        .mapToDouble(column -> point[column])
                                        .toArray())
                                .toArray(double[][]::new),
                        apart,
                        RESAMPLES,
                        draws(study, output, "swings"));
        return new Shared(output, indices, pawn, swings);
    }

    /** The values of a design point; of a text its place in the list. */
    private static double[] numbers(List<Factor> factors, List<Level> levels) {
        var numbers = new double[levels.size()];
        for (int f = 0; f < numbers.length; f++) {
            numbers[f] = levels.get(f).cell() instanceof Number number
                    ? number.doubleValue()
                    : ((Spread.Values) factors.get(f).spread()).levels().indexOf(levels.get(f));
        }
        return numbers;
    }

    private static Uniforms draws(Study study, Output output, String method) {
        var streams = new Streams(study.seed(), 0);
        long name = Streams.key(output.name());
        long key = Streams.key(method);
        return (row, column) -> streams.uniform(Purpose.BOOTSTRAP, name, key, row, column);
    }

    /** The values of one output, shape (points, replicates); not a number for a run that failed. */
    private static final class Runs {
        private final double[][] outputs;
        private long runs;
        private long failed;

        private Runs(int points) {
            this.outputs = new double[points][0];
        }

        static Runs of(RunStore store, Output output, int points) throws IOException {
            var column = store.columns().stream()
                    .filter(each -> !each.factor() && each.name().equals(output.name()))
                    .toList();
            var read = new Runs(points);
            store.values(column, (point, replicate, ok, cells) -> read.note((int) point, replicate, ok, cells.get(0)));
            for (int point = 0; point < points; point++) {
                if (read.outputs[point].length == 0) {
                    throw new IllegalArgumentException("design point " + point + " was not run; finish the study");
                }
            }
            return read;
        }

        private void note(int point, int replicate, boolean ok, @Nullable Object cell) {
            double[] row = outputs[point];
            if (row.length <= replicate) {
                int before = row.length;
                row = Arrays.copyOf(row, replicate + 1);
                Arrays.fill(row, before, row.length, Double.NaN);
                outputs[point] = row;
            }
            runs++;
            failed += ok ? 0 : 1;
            row[replicate] = ok && cell instanceof Number number ? number.doubleValue() : Double.NaN;
        }
    }
}
