package blocsim.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Forecast against frequency: probabilities in bins, and how often the event came in each. */
public final class Reliability {
    private Reliability() {}

    /**
     * One bin.
     *
     * @param forecast mean of the probabilities in it
     * @param frequency share of events, with its 95 % Wilson interval
     * @param events how many came
     * @param count how many forecasts, at least 1
     */
    public record Bin(double forecast, Interval frequency, int events, int count) {}

    /**
     * Bins of as equal a number of forecasts as ties allow: equal probabilities share a bin.
     *
     * @param probability shape (n)
     * @param event shape (n)
     * @param bins how many at most
     * @return in rising order of probability; none is empty
     */
    public static List<Bin> equalCount(double[] probability, boolean[] event, int bins) {
        int n = probability.length;
        var order = new Integer[n];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> {
            int rise = Double.compare(probability[a], probability[b]);
            return rise != 0 ? rise : Integer.compare(a, b);
        });
        var list = new ArrayList<Bin>();
        var gathered = new Gathered();
        for (int k = 0; k < n; k++) {
            gathered.add(probability[order[k]], event[order[k]]);
            boolean tied = k + 1 < n && probability[order[k + 1]] == probability[order[k]];
            // Counted from where the bin began: a tie that fills several leaves no slivers behind it.
            long before = (long) (k + 1 - gathered.count) * bins / n;
            boolean full = (long) (k + 1) * bins / n > before;
            if (k == n - 1 || (full && !tied)) {
                list.add(gathered.bin());
                gathered = new Gathered();
            }
        }
        return List.copyOf(list);
    }

    /**
     * Bins between fixed edges; a probability on an edge belongs to the bin above it, and 1 to the last.
     *
     * @param edges shape (bins + 1), rising from 0 to 1
     * @return in rising order of probability; bins without a forecast are left out
     */
    public static List<Bin> between(double[] probability, boolean[] event, double... edges) {
        var gathered = new Gathered[edges.length - 1];
        Arrays.setAll(gathered, k -> new Gathered());
        for (int k = 0; k < probability.length; k++) {
            int bin = gathered.length - 1;
            while (bin > 0 && probability[k] < edges[bin]) {
                bin--;
            }
            gathered[bin].add(probability[k], event[k]);
        }
        return Arrays.stream(gathered)
                .filter(one -> one.count > 0)
                .map(Gathered::bin)
                .toList();
    }

    /**
     * Cox's line through forecasts on the scale of log odds: odds that came against odds that were held.
     *
     * @param intercept 0 if neither too much nor too little was expected, above 0 if too little
     * @param slope 1 if forecasts were as bold as they should be, below 1 if too bold
     */
    public record Calibration(double intercept, double slope) {}

    /**
     * Fits Cox's line. Source: Cox (1958), "Two Further Applications of a Model for Binary Regression".
     *
     * @param probability shape (n), not all equal; held {@value BinaryForecasts#FLOOR} away from 0 and 1
     * @param event shape (n), some of each
     * @throws IllegalArgumentException if events part from the others without overlap, so that there is no line
     */
    public static Calibration calibration(double[] probability, boolean[] event) {
        var odds = new double[probability.length][1];
        for (int k = 0; k < odds.length; k++) {
            double p = Math.min(1 - BinaryForecasts.FLOOR, Math.max(BinaryForecasts.FLOOR, probability[k]));
            odds[k][0] = StrictMath.log(p / (1 - p));
        }
        double[] line = LogisticFit.of(odds, event, 0).coefficients();
        return new Calibration(line[0], line[1]);
    }

    private static final class Gathered {
        private double sum;
        private int events;
        private int count;

        void add(double probability, boolean event) {
            sum += probability;
            events += event ? 1 : 0;
            count++;
        }

        Bin bin() {
            return new Bin(sum / count, Proportions.wilson(events, count), events, count);
        }
    }
}
