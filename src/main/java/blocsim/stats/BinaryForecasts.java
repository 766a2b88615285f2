package blocsim.stats;

import java.util.Arrays;

/**
 * Probabilities of events and what came of them, scored.
 *
 * <p>Every score takes a weight for each forecast, such as how often a bootstrap drew it; without weights each counts once. Sorted once
 * when made, so that a score costs one pass. Immutable and safe to share between threads.
 *
 * <p>Sources: Brier (1950), "Verification of Forecasts Expressed in Terms of Probability"; Good (1952), "Rational Decisions"; Mann and
 * Whitney (1947), "On a Test of Whether one of Two Random Variables is Stochastically Larger than the Other".
 */
public final class BinaryForecasts {
    /** The logarithmic score takes a probability nearer to 0 or 1 than this as this far from it: at most 13.8 nats a forecast. */
    public static final double FLOOR = 1e-6;

    /** In falling order of probability. */
    private final double[] p;

    private final boolean[] event;
    /** By place in that order: the forecast's place in the arrays given. */
    private final int[] place;

    private final double[] nats;

    /**
     * @param probability shape (n), each in [0, 1]
     * @param event shape (n): whether it came
     * @throws IllegalArgumentException if the lengths differ or a probability is none
     */
    public BinaryForecasts(double[] probability, boolean[] event) {
        int n = probability.length;
        if (event.length != n) {
            throw new IllegalArgumentException(
                    n + " probabilities and " + event.length + " events; give as many of each");
        }
        for (double one : probability) {
            if (!(one >= 0 && one <= 1)) {
                throw new IllegalArgumentException("probability is " + one + "; give it from 0 to 1");
            }
        }
        this.place = inFallingOrder(probability);
        this.p = new double[n];
        this.event = new boolean[n];
        this.nats = new double[n];
        for (int k = 0; k < n; k++) {
            p[k] = probability[place[k]];
            this.event[k] = event[place[k]];
            double held = Math.min(1 - FLOOR, Math.max(FLOOR, p[k]));
            nats[k] = -StrictMath.log(this.event[k] ? held : 1 - held);
        }
    }

    private static int[] inFallingOrder(double[] probability) {
        var order = new Integer[probability.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> {
            int fall = Double.compare(probability[b], probability[a]);
            return fall != 0 ? fall : Integer.compare(a, b);
        });
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** How many forecasts there are. */
    public int size() {
        return p.length;
    }

    /** How many of the events came. */
    public int events() {
        int count = 0;
        for (boolean came : event) {
            count += came ? 1 : 0;
        }
        return count;
    }

    /** Each forecast once, for scores that take weights. */
    public int[] once() {
        var weights = new int[p.length];
        Arrays.fill(weights, 1);
        return weights;
    }

    /** Mean squared error, in [0, 1]; less is better. */
    public double brier() {
        return brier(once());
    }

    /** Mean squared error of the weighted forecasts; not a number if no forecast has a weight. */
    public double brier(int[] weights) {
        double sum = 0;
        long total = 0;
        for (int k = 0; k < p.length; k++) {
            int weight = weights[place[k]];
            double error = p[k] - (event[k] ? 1 : 0);
            sum += weight * error * error;
            total += weight;
        }
        return sum / total;
    }

    /** Mean negative logarithm of the probability of what came, in nats; less is better; see {@link #FLOOR}. */
    public double log() {
        return log(once());
    }

    /** Mean logarithmic score of the weighted forecasts; not a number if no forecast has a weight. */
    public double log(int[] weights) {
        double sum = 0;
        long total = 0;
        for (int k = 0; k < p.length; k++) {
            int weight = weights[place[k]];
            sum += weight * nats[k];
            total += weight;
        }
        return sum / total;
    }

    /** The number of events expected less that observed, as a share of the observed; not a number without an event. */
    public double bias(int[] weights) {
        double expected = 0;
        long events = 0;
        for (int k = 0; k < p.length; k++) {
            int weight = weights[place[k]];
            expected += weight * p[k];
            events += event[k] ? weight : 0;
        }
        return events == 0 ? Double.NaN : (expected - events) / events;
    }

    /** Average precision; see {@link #averagePrecision(int[])}. */
    public double averagePrecision() {
        return averagePrecision(once());
    }

    /**
     * The mean, over events, of the share of events among the forecasts at least as likely: the area under the steps of precision
     * over recall. Equal probabilities come in together, so that the order within a tie says nothing.
     *
     * @return in [0, 1]; what knows nothing comes to the share of events; not a number without an event
     */
    public double averagePrecision(int[] weights) {
        double sum = 0;
        long hits = 0;
        long taken = 0;
        int k = 0;
        while (k < p.length) {
            long hitsHere = 0;
            int from = k;
            for (; k < p.length && p[k] == p[from]; k++) {
                int weight = weights[place[k]];
                taken += weight;
                hitsHere += event[k] ? weight : 0;
            }
            hits += hitsHere;
            sum += hitsHere == 0 ? 0 : hitsHere * ((double) hits / taken);
        }
        return sum / hits;
    }

    /** Area under the ROC curve; see {@link #auroc(int[])}. */
    public double auroc() {
        return auroc(once());
    }

    /**
     * The chance that an event was held likelier than what was none, a tie counting half.
     *
     * @return in [0, 1]; what knows nothing comes to one half; not a number unless there are both events and others
     */
    public double auroc(int[] weights) {
        double pairs = 0;
        long above = 0;
        long others = 0;
        int k = 0;
        while (k < p.length) {
            long hitsHere = 0;
            long othersHere = 0;
            int from = k;
            for (; k < p.length && p[k] == p[from]; k++) {
                int weight = weights[place[k]];
                hitsHere += event[k] ? weight : 0;
                othersHere += event[k] ? 0 : weight;
            }
            pairs += othersHere * (above + hitsHere / 2.0);
            above += hitsHere;
            others += othersHere;
        }
        return pairs / ((double) above * others);
    }

    /** What a score gains on a reference that is worse the larger it is: 1 is perfect, 0 no better, below 0 worse. */
    public static double skill(double score, double reference) {
        return 1 - score / reference;
    }
}
