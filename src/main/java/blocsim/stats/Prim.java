package blocsim.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The patient rule induction method: boxes of factor values in which an outcome is far more common than elsewhere.
 *
 * <p>Source: Friedman and Fisher (1999), "Bump Hunting in High-Dimensional Data"; coverage, density and the test of each limit as in
 * Bryant and Lempert (2010), "Thinking inside the Box: A Participatory, Computer-Assisted Approach to Scenario Discovery".
 *
 * <p>A box begins with all points. A peel takes a twentieth of its points off one end of a factor, or one value of a category: the one
 * that raises the outcome's share most for each point lost (Kwakkel and Jaxa-Rozen 2016, "Improving Scenario Discovery for Handling
 * Heterogeneous Uncertainties and Multinomial Classified Outcomes"). Of all boxes on the way that with the largest harmonic mean of
 * coverage and density is taken, and its ends are pasted back while that rises further. Of a common outcome that is all points: then the
 * box with the most outcomes above its due is taken (weighted relative accuracy, Lavrač, Flach and Zupan 1999, "Rule Evaluation Measures:
 * A Unifying View"). Then each limit is tested: without it, would the
 * share in the box come about by luck? One that would, at 5 % over all that could be limited, is dropped, the weakest first. A point
 * counts as one trial however many replicates it has. The next box is sought among the points outside.
 */
public final class Prim {
    private static final double PEEL = .05;
    private static final double LUCK = .05;

    private final double[][] points;
    private final boolean[] category;
    private final double[] share;
    private final double outcomes;
    private final int least;

    /** What a box asks of one factor. */
    public sealed interface Limit {
        /** The factor's column. */
        int factor();

        /** At least this much. */
        record AtLeast(int factor, double value) implements Limit {}

        /** At most this much. */
        record AtMost(int factor, double value) implements Limit {}

        /** One of these values, in rising order; not all that the factor takes. */
        record OneOf(int factor, List<Double> values) implements Limit {
            /** Copies the list. */
            public OneOf {
                values = List.copyOf(values);
            }
        }
    }

    /**
     * One box.
     *
     * @param limits what it asks, by factor; at least one
     * @param coverage the share of all that has the outcome which lies in it
     * @param density the share of what lies in it that has the outcome
     * @param points how many lie in it, without those of earlier boxes
     */
    public record Box(List<Limit> limits, double coverage, double density, int points) {
        /** Copies the list. */
        public Box {
            limits = List.copyOf(limits);
        }
    }

    /**
     * What was found.
     *
     * @param boxes in the order in which they were found; empty if no limit is more than luck
     * @param base the share of all points that has the outcome
     * @param points how many points there are
     * @param droppedPoints how many were left out for want of a finished run
     */
    public record Found(List<Box> boxes, double base, int points, int droppedPoints) {
        /** Copies the list. */
        public Found {
            boxes = List.copyOf(boxes);
        }
    }

    private Prim(double[][] points, boolean[] category, double[] share, int least) {
        this.points = points;
        this.category = category;
        this.share = share;
        this.outcomes = Arrays.stream(share).sum();
        this.least = least;
    }

    /**
     * Seeks boxes.
     *
     * @param points shape (n, k): what each factor was
     * @param category shape (k): whether a factor's values have no order
     * @param share shape (n): the share of a point's finished runs with the outcome, in [0, 1]; not a number if none finished
     * @param least how many points a box has at least, at least 1
     * @param boxes how many to seek at most
     * @throws IllegalArgumentException if shapes differ or a share is not in [0, 1]
     */
    public static Found find(double[][] points, boolean[] category, double[] share, int least, int boxes) {
        if (points.length != share.length || least < 1) {
            throw new IllegalArgumentException(
                    points.length + " points, " + share.length + " shares and boxes of at least " + least
                            + " points; give as many shares as points, and at least 1");
        }
        for (double one : share) {
            if (one < 0 || one > 1) {
                throw new IllegalArgumentException("a point has the outcome in a share of " + one + "; give 0 to 1");
            }
        }
        int[] kept = IntStream.range(0, share.length)
                .filter(i -> !Double.isNaN(share[i]))
                .toArray();
        var prim = new Prim(
                Arrays.stream(kept).mapToObj(i -> points[i].clone()).toArray(double[][]::new),
                category.clone(),
                Arrays.stream(kept).mapToDouble(i -> share[i]).toArray(),
                least);
        double base = prim.outcomes / kept.length;
        return new Found(prim.boxes(boxes, base), base, kept.length, share.length - kept.length);
    }

    private List<Box> boxes(int most, double base) {
        var found = new ArrayList<Box>();
        int[] left = IntStream.range(0, points.length).toArray();
        while (found.size() < most && left.length >= least) {
            Region region = box(left, this::merit);
            if (found.isEmpty() && region.limits().isEmpty()) {
                region = box(left, inside -> (mean(inside) - base) * inside.length);
            }
            int[] inside = region.inside(left);
            List<Limit> limits = region.limits();
            if (limits.isEmpty() || mean(inside) <= base) {
                break;
            }
            found.add(new Box(limits, sum(inside) / outcomes, mean(inside), inside.length));
            Region taken = region;
            left = Arrays.stream(left).filter(i -> !taken.holds(i)).toArray();
        }
        return found;
    }

    private Region box(int[] sought, ToDoubleFunction<int[]> merit) {
        return tested(pasted(peeled(sought, merit), sought, merit), sought);
    }

    private Region peeled(int[] sought, ToDoubleFunction<int[]> merit) {
        var region = new Region(sought);
        Region best = region;
        double most = merit.applyAsDouble(region.inside(sought));
        while (true) {
            int[] inside = region.inside(sought);
            @Nullable Region next = null;
            double gain = Double.NEGATIVE_INFINITY;
            for (Region peel : region.peels(inside)) {
                int[] rest = peel.inside(inside);
                double gained = (mean(rest) - mean(inside)) / (inside.length - rest.length);
                if (rest.length >= least && gained > gain) {
                    gain = gained;
                    next = peel;
                }
            }
            if (next == null) {
                return best;
            }
            region = next;
            double reached = merit.applyAsDouble(region.inside(sought));
            if (reached > most) {
                most = reached;
                best = region;
            }
        }
    }

    private Region pasted(Region region, int[] sought, ToDoubleFunction<int[]> merit) {
        Region best = region;
        double most = merit.applyAsDouble(region.inside(sought));
        while (true) {
            @Nullable Region next = null;
            for (Region paste : best.pastes(sought)) {
                double reached = merit.applyAsDouble(paste.inside(sought));
                if (reached > most) {
                    most = reached;
                    next = paste;
                }
            }
            if (next == null) {
                return best;
            }
            best = next;
        }
    }

    /** The region without the limits that luck could explain. */
    private Region tested(Region region, int[] sought) {
        Region best = region;
        double threshold = LUCK / sides();
        while (true) {
            int[] inside = best.inside(sought);
            @Nullable Region weakest = null;
            double largest = threshold;
            for (Region without : best.relaxed()) {
                double chance = chance(inside, without.inside(sought));
                if (chance > largest) {
                    largest = chance;
                    weakest = without;
                }
            }
            if (weakest == null) {
                return best;
            }
            best = weakest;
        }
    }

    /** How likely a draw of as many points has as many outcomes as those inside, at the share of the wider box. */
    private double chance(int[] inside, int[] wider) {
        int events = (int) Math.floor(sum(inside));
        return 1 - new BinomialDistribution(null, inside.length, mean(wider)).cumulativeProbability(events - 1);
    }

    private int sides() {
        int sides = 0;
        for (boolean one : category) {
            sides += one ? 1 : 2;
        }
        return sides;
    }

    /** The harmonic mean of coverage and density. */
    private double merit(int[] inside) {
        return inside.length == 0 ? 0 : 2 * sum(inside) / (outcomes + inside.length);
    }

    private double mean(int[] inside) {
        return sum(inside) / inside.length;
    }

    private double sum(int[] inside) {
        double sum = 0;
        for (int i : inside) {
            sum += share[i];
        }
        return sum;
    }

    /** Limits on every factor: of a number its two ends, of a category the values allowed. */
    private final class Region {
        private final double[] lower;
        private final double[] upper;
        private final List<SortedSet<Double>> allowed;
        private final List<SortedSet<Double>> all;

        Region(int[] sought) {
            int k = category.length;
            this.lower = new double[k];
            this.upper = new double[k];
            Arrays.fill(lower, Double.NEGATIVE_INFINITY);
            Arrays.fill(upper, Double.POSITIVE_INFINITY);
            this.all = IntStream.range(0, k).mapToObj(j -> values(sought, j)).toList();
            this.allowed = new ArrayList<>(all);
        }

        private Region(Region other) {
            this.lower = other.lower.clone();
            this.upper = other.upper.clone();
            this.all = other.all;
            this.allowed = new ArrayList<>(other.allowed);
        }

        private SortedSet<Double> values(int[] sought, int j) {
            var values = new TreeSet<Double>();
            if (category[j]) {
                for (int i : sought) {
                    values.add(points[i][j]);
                }
            }
            return values;
        }

        boolean holds(int i) {
            return holdsBut(i, -1);
        }

        /** Whether a point lies inside but for what one factor asks. */
        private boolean holdsBut(int i, int factor) {
            for (int j = 0; j < category.length; j++) {
                double x = points[i][j];
                boolean in = category[j] ? allowed.get(j).contains(x) : x >= lower[j] && x <= upper[j];
                if (!in && j != factor) {
                    return false;
                }
            }
            return true;
        }

        int[] inside(int[] sought) {
            return Arrays.stream(sought).filter(this::holds).toArray();
        }

        private Region withLower(int j, double value) {
            var region = new Region(this);
            region.lower[j] = value;
            return region;
        }

        private Region withUpper(int j, double value) {
            var region = new Region(this);
            region.upper[j] = value;
            return region;
        }

        private Region with(int j, double value, boolean add) {
            var region = new Region(this);
            var values = new TreeSet<>(allowed.get(j));
            if (add) {
                values.add(value);
            } else {
                values.remove(value);
            }
            region.allowed.set(j, values);
            return region;
        }

        /** Every region that is one peel smaller. */
        List<Region> peels(int[] inside) {
            int off = Math.max(1, (int) (PEEL * inside.length));
            var peels = new ArrayList<Region>();
            for (int j = 0; j < category.length; j++) {
                if (category[j]) {
                    for (double value : allowed.get(j)) {
                        if (allowed.get(j).size() > 1) {
                            peels.add(with(j, value, false));
                        }
                    }
                    continue;
                }
                double[] sorted = sorted(inside, j, x -> true);
                int up = off;
                while (up < sorted.length && sorted[up] == sorted[0]) {
                    up++;
                }
                if (up < sorted.length) {
                    peels.add(withLower(j, sorted[up]));
                }
                int last = sorted.length - 1;
                int down = last - off;
                while (down >= 0 && sorted[down] == sorted[last]) {
                    down--;
                }
                if (down >= 0) {
                    peels.add(withUpper(j, sorted[down]));
                }
            }
            peels.removeIf(peel -> peel.inside(inside).length == inside.length);
            return peels;
        }

        /** Every region that is one paste larger. */
        List<Region> pastes(int[] sought) {
            int on = Math.max(1, (int) (PEEL * inside(sought).length));
            var pastes = new ArrayList<Region>();
            for (int j = 0; j < category.length; j++) {
                int factor = j;
                if (category[j]) {
                    for (double value : all.get(j)) {
                        if (!allowed.get(j).contains(value)) {
                            pastes.add(with(j, value, true));
                        }
                    }
                    continue;
                }
                double[] below = sorted(sought, j, i -> holdsBut(i, factor) && points[i][factor] < lower[factor]);
                if (below.length > 0) {
                    pastes.add(withLower(j, below.length <= on ? Double.NEGATIVE_INFINITY : below[below.length - on]));
                }
                double[] above = sorted(sought, j, i -> holdsBut(i, factor) && points[i][factor] > upper[factor]);
                if (above.length > 0) {
                    pastes.add(withUpper(j, above.length <= on ? Double.POSITIVE_INFINITY : above[on - 1]));
                }
            }
            return pastes;
        }

        /** Every region with one limit fewer. */
        List<Region> relaxed() {
            var relaxed = new ArrayList<Region>();
            for (int j = 0; j < category.length; j++) {
                if (lower[j] > Double.NEGATIVE_INFINITY) {
                    relaxed.add(withLower(j, Double.NEGATIVE_INFINITY));
                }
                if (upper[j] < Double.POSITIVE_INFINITY) {
                    relaxed.add(withUpper(j, Double.POSITIVE_INFINITY));
                }
                if (allowed.get(j).size() < all.get(j).size()) {
                    var region = new Region(this);
                    region.allowed.set(j, all.get(j));
                    relaxed.add(region);
                }
            }
            return relaxed;
        }

        List<Limit> limits() {
            var limits = new ArrayList<Limit>();
            for (int j = 0; j < category.length; j++) {
                if (lower[j] > Double.NEGATIVE_INFINITY) {
                    limits.add(new Limit.AtLeast(j, lower[j]));
                }
                if (upper[j] < Double.POSITIVE_INFINITY) {
                    limits.add(new Limit.AtMost(j, upper[j]));
                }
                if (allowed.get(j).size() < all.get(j).size()) {
                    limits.add(new Limit.OneOf(j, List.copyOf(allowed.get(j))));
                }
            }
            return limits;
        }

        private double[] sorted(int[] from, int j, IntPredicate which) {
            return Arrays.stream(from)
                    .filter(which)
                    .mapToDouble(i -> points[i][j])
                    .sorted()
                    .toArray();
        }
    }
}
