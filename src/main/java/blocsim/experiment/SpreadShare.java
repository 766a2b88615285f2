package blocsim.experiment;

import blocsim.model.Purpose;
import blocsim.model.Streams;
import blocsim.model.World;
import blocsim.stats.ClusterBootstrap;
import blocsim.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of the spread of an outcome over replicates comes from their parameters; the rest is chance.
 *
 * <p>By the law of total variance the variance of an outcome is the mean of its variance at given parameters, which is chance, plus the
 * variance of its mean over parameters. Each replicate has a twin, with the same parameters and other luck: what the outcomes of twins
 * have in common is the second part, and their covariance estimates it. Source: Fisher (1925), "Statistical Methods for Research
 * Workers", the intraclass correlation; with twins it is the first-order index of all parameters together of Saltelli et al. (2010).
 *
 * @param kind of the outcome
 * @param bloc its code
 * @param state the state's code; empty if the outcome is of the bloc
 * @param mean of the outcome over replicates and twins
 * @param deviation its standard deviation over them
 * @param parameters the share of the variance that comes from parameters, with 95 % interval over bootstrap draws of pairs of twins;
 *     may come out below 0, and is not a number where all outcomes are the same
 */
public record SpreadShare(Kind kind, String bloc, String state, double mean, double deviation, Interval parameters) {
    private static final int RESAMPLES = 1000;

    /** Of what an outcome is. */
    public enum Kind {
        /** Whether the focus state is a full member of the focus bloc within the horizon: 1 or 0. */
        HEADLINE("focus is a full member within the horizon"),
        /** How many full members a bloc has at the end. */
        MEMBERS("full members at the end");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The measure in words, as in tables. */
        public String label() {
            return label;
        }
    }

    /**
     * The shares of the headline and of each bloc's size; none if parameters are not drawn.
     *
     * @param prepared the scenario
     * @param ensemble its replicates
     * @param threads how many at once
     * @param progress hears of each twin
     */
    static List<SpreadShare> of(Prepared prepared, Ensemble ensemble, int threads, Progress progress) {
        if (!ensemble.drawn()) {
            return List.of();
        }
        long luck = ensemble.seed() ^ Streams.key("twins");
        List<double[]> twins = Replicates.work(luck, 0, ensemble.replicates(), threads, () -> luck, (otherLuck, n) -> {
            var world = ensemble.world(n);
            var listener = new Trajectory.Listener(world, World.NONE, World.NONE);
            ensemble.simulator(n).run(otherLuck, n, listener);
            progress.step();
            return outcomes(prepared, listener.trajectory());
        });
        List<double[]> firsts = ensemble.trajectories().stream()
                .map(run -> outcomes(prepared, run))
                .toList();
        var shares = new ArrayList<SpreadShare>();
        var blocs = prepared.world().blocs();
        for (int outcome = 0; outcome <= blocs.size(); outcome++) {
            int at = outcome;
            double[] first = firsts.stream().mapToDouble(run -> run[at]).toArray();
            double[] second = twins.stream().mapToDouble(run -> run[at]).toArray();
            boolean headline = outcome == blocs.size();
            String bloc = blocs.get(headline ? prepared.focusBloc() : outcome).code();
            String state = headline ? prepared.scenario().focus().state() : "";
            shares.add(headline ? 0 : shares.size(), of(headline, bloc, state, first, second, ensemble.seed()));
        }
        return shares;
    }

    /** The size of each bloc at the end, then whether the focus state is a full member of the focus bloc. */
    private static double[] outcomes(Prepared prepared, Trajectory run) {
        var world = prepared.world();
        var outcomes = new double[world.blocs().size() + 1];
        for (int b = 0; b < world.blocs().size(); b++) {
            int top = world.blocs().get(b).ladder().top();
            for (int i = 0; i < world.states().size(); i++) {
                outcomes[b] += run.rung(world.ticks() - 1, b, i) == top ? 1 : 0;
            }
        }
        int bloc = prepared.focusBloc();
        int top = world.blocs().get(bloc).ladder().top();
        boolean reached = run.firstHeld(bloc, prepared.focusState(), top) != Integer.MAX_VALUE;
        outcomes[world.blocs().size()] = reached ? 1 : 0;
        return outcomes;
    }

    private static SpreadShare of(
            boolean headline, String bloc, String state, double[] first, double[] second, long seed) {
        var streams = new Streams(seed, 0);
        long key = Streams.key(bloc + state);
        int[] pairs = IntStream.range(0, first.length).toArray();
        var bootstrap = new ClusterBootstrap(
                pairs, RESAMPLES, (resample, draw) -> streams.uniform(Purpose.BOOTSTRAP, key, resample, draw, 0));
        double mean = 0;
        for (int n = 0; n < first.length; n++) {
            mean += (first[n] + second[n]) / (2.0 * first.length);
        }
        double variance = 0;
        for (int n = 0; n < first.length; n++) {
            variance += ((first[n] - mean) * (first[n] - mean) + (second[n] - mean) * (second[n] - mean))
                    / (2.0 * first.length);
        }
        return new SpreadShare(
                headline ? Kind.HEADLINE : Kind.MEMBERS,
                bloc,
                state,
                mean,
                StrictMath.sqrt(variance),
                ClusterBootstrap.interval(bootstrap.values(weights -> share(first, second, weights))));
    }

    /** What twins have in common, as a share of the variance; not a number if there is none. */
    static double share(double[] first, double[] second, int[] weights) {
        double count = 0;
        double sum = 0;
        for (int n = 0; n < first.length; n++) {
            count += weights[n];
            sum += weights[n] * (first[n] + second[n]);
        }
        double mean = sum / (2 * count);
        double common = 0;
        double all = 0;
        for (int n = 0; n < first.length; n++) {
            double a = first[n] - mean;
            double b = second[n] - mean;
            common += weights[n] * a * b;
            all += weights[n] * (a * a + b * b) / 2;
        }
        return common / all;
    }

    /** The standard deviation of the outcome's mean from one draw of parameters to another; 0 where twins have nothing in common. */
    public double deviationOverParameters() {
        return parameters.value() > 0 ? deviation * StrictMath.sqrt(parameters.value()) : 0;
    }
}
