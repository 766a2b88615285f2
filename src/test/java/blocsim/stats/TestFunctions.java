package blocsim.stats;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Functions whose indices are known in closed form. */
final class TestFunctions {
    private static final double B_PI4 = .1 * Math.pow(Math.PI, 4);
    private static final double VARIANCE = 49 / 8.0 + B_PI4 / 5 + B_PI4 * B_PI4 / 18 + .5;

    /** First order of Ishigami and Homma (1990), with a = 7 and b = .1. */
    static final double[] ISHIGAMI_FIRST = {.5 * (1 + B_PI4 / 5) * (1 + B_PI4 / 5) / VARIANCE, 49 / 8.0 / VARIANCE, 0};

    /** What its first and third factor bring only together. */
    static final double ISHIGAMI_PAIR = B_PI4 * B_PI4 * (1 / 18.0 - 1 / 50.0) / VARIANCE;

    static final double[] ISHIGAMI_TOTAL = {ISHIGAMI_FIRST[0] + ISHIGAMI_PAIR, ISHIGAMI_FIRST[1], ISHIGAMI_PAIR};

    /** Parameters of the g function of Saltelli and Sobol' (1995). */
    static final double[] G = {0, 1, 4.5, 9, 99};

    private TestFunctions() {}

    /** On the unit cube. */
    static double ishigami(double[] unit) {
        double[] x = Arrays.stream(unit).map(u -> Math.PI * (2 * u - 1)).toArray();
        return Math.sin(x[0]) + 7 * Math.sin(x[1]) * Math.sin(x[1]) + .1 * Math.pow(x[2], 4) * Math.sin(x[0]);
    }

    static double g(double[] unit) {
        double product = 1;
        for (int j = 0; j < G.length; j++) {
            product *= (Math.abs(4 * unit[j] - 2) + G[j]) / (1 + G[j]);
        }
        return product;
    }

    private static double gPart(int j) {
        return 1 / (3 * (1 + G[j]) * (1 + G[j]));
    }

    private static double gAll() {
        double all = 1;
        for (int j = 0; j < G.length; j++) {
            all *= 1 + gPart(j);
        }
        return all;
    }

    static double gFirst(int j) {
        return gPart(j) / (gAll() - 1);
    }

    static double gTotal(int j) {
        return gPart(j) * gAll() / (1 + gPart(j)) / (gAll() - 1);
    }

    /** One output for each point. */
    static double[][] outputs(double[][] points, ToDoubleFunction<double[]> function) {
        return Arrays.stream(points)
                .map(point -> new double[] {function.applyAsDouble(point)})
                .toArray(double[][]::new);
    }

    /** Several outputs for each point, with luck of its own in each. */
    static double[][] lucky(
            double[][] points, ToDoubleFunction<double[]> function, int replicates, double deviation, int seed) {
        var random = new Random(seed);
        var outputs = new double[points.length][replicates];
        for (int i = 0; i < points.length; i++) {
            for (int r = 0; r < replicates; r++) {
                outputs[i][r] = function.applyAsDouble(points[i]) + deviation * random.nextGaussian();
            }
        }
        return outputs;
    }
}
