package blocsim.experiment;

import blocsim.model.Purpose;
import blocsim.model.Streams;
import blocsim.scenario.Factor;
import blocsim.scenario.Level;
import blocsim.scenario.Study;
import blocsim.scenario.StudyDesign;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The design points of a study, each made when it is asked for. Point n is the same whatever was asked before, and draws hang on the
 * study's seed and the factors' names alone.
 */
public final class DesignPoints {
    private final List<Factor> factors;
    private final StudyDesign design;
    private final List<List<Level>> listed;
    private final Streams streams;
    private final long size;
    private final int[][] strata;
    private final @Nullable SobolSequenceGenerator sobol;
    private final int firstSobol;

    /** The design points of a study. */
    public DesignPoints(Study study) {
        this.factors = study.factors();
        this.design = study.design();
        this.listed = study.listed();
        this.streams = new Streams(study.seed(), 0);
        int k = factors.size();
        int sequence = 0;
        int dimensions = 0;
        if (design instanceof StudyDesign.Sobol points) {
            sequence = points.points();
            dimensions = k;
        } else if (design instanceof StudyDesign.Saltelli rows) {
            sequence = rows.baseRows();
            dimensions = 2 * k;
        }
        this.sobol = dimensions == 0 ? null : new SobolSequenceGenerator(dimensions);
        this.firstSobol = powerOfTwo(sequence);
        this.strata = design instanceof StudyDesign.LatinHypercube cube ? strata(cube.points()) : new int[0][];
        this.size = count();
    }

    private long count() {
        int k = factors.size();
        if (design instanceof StudyDesign.Factorial) {
            long all = 1;
            for (var factor : factors) {
                all *= factor.gridSize();
            }
            return all;
        }
        if (design instanceof StudyDesign.LatinHypercube cube) {
            return cube.points();
        }
        if (design instanceof StudyDesign.Sobol points) {
            return points.points();
        }
        if (design instanceof StudyDesign.Saltelli rows) {
            return rows.baseRows() * (k + 2L);
        }
        return design instanceof StudyDesign.Morris morris ? morris.trajectories() * (k + 1L) : listed.size();
    }

    /** The least power of two that is at least a number: a block of the sequence from there is as even as one from 0, without 0. */
    private static int powerOfTwo(int least) {
        return Math.max(1, Integer.highestOneBit(Math.max(1, least - 1)) << (least > 1 ? 1 : 0));
    }

    /** The number of design points. */
    public long size() {
        return size;
    }

    /** The values of a design point, by factor. */
    public synchronized List<Level> at(long point) {
        if (point < 0 || point >= size) {
            throw new IllegalArgumentException("there is no design point " + point + "; give one below " + size);
        }
        if (design instanceof StudyDesign.Listed) {
            return listed.get((int) point);
        }
        if (design instanceof StudyDesign.Factorial) {
            return combination(point);
        }
        var levels = new ArrayList<Level>();
        double[] unit = unit(point);
        for (int f = 0; f < unit.length; f++) {
            var factor = factors.get(f);
            levels.add(design instanceof StudyDesign.Morris ? factor.atGrid(unit[f]) : factor.at(unit[f]));
        }
        return List.copyOf(levels);
    }

    /**
     * A design point in the unit cube, by factor.
     *
     * @throws IllegalStateException if the design is a factorial or a list, which have none
     */
    public synchronized double[] unit(long point) {
        if (design instanceof StudyDesign.Listed || design instanceof StudyDesign.Factorial) {
            throw new IllegalStateException("points of a factorial design or a list are not in the unit cube");
        }
        return design instanceof StudyDesign.Morris morris ? onTrajectory(morris, point) : inside(point);
    }

    private List<Level> combination(long point) {
        var levels = new Level[factors.size()];
        long rest = point;
        for (int f = levels.length - 1; f >= 0; f--) {
            long size = factors.get(f).gridSize();
            levels[f] = factors.get(f).grid(rest % size);
            rest /= size;
        }
        return List.of(levels);
    }

    /** A point inside the unit cube. */
    private double[] inside(long point) {
        int k = factors.size();
        if (sobol != null && design instanceof StudyDesign.Saltelli) {
            double[] row = sobol.skipTo(firstSobol + (int) (point / (k + 2)));
            int exchanged = (int) (point % (k + 2)) - 1;
            var unit = new double[k];
            for (int f = 0; f < k; f++) {
                boolean second = exchanged == k || f == exchanged;
                unit[f] = row[second ? k + f : f];
            }
            return unit;
        }
        if (sobol != null) {
            return sobol.skipTo(firstSobol + (int) point);
        }
        var unit = new double[k];
        for (int f = 0; f < k; f++) {
            double within = streams.uniform(Purpose.DESIGN, key(f), 1, point, 0);
            unit[f] = (strata[f][(int) point] + within) / size;
        }
        return unit;
    }

    private long key(int factor) {
        return Streams.key(factors.get(factor).name());
    }

    /** For each factor, its strata in random order (Fisher and Yates). */
    private int[][] strata(int points) {
        var all = new int[factors.size()][points];
        for (int f = 0; f < all.length; f++) {
            int[] order = all[f];
            for (int n = 0; n < points; n++) {
                int other = (int) (streams.uniform(Purpose.DESIGN, key(f), 0, n, 0) * (n + 1));
                order[n] = order[other];
                order[other] = n;
            }
        }
        return all;
    }

    /** A point of a trajectory: the first as many factors of its order have been moved as it comes after the start. */
    private double[] onTrajectory(StudyDesign.Morris morris, long point) {
        int k = factors.size();
        long trajectory = point / (k + 1);
        int moved = (int) (point % (k + 1));
        int half = morris.levels() / 2;
        int[] order = order(trajectory);
        var unit = new double[k];
        for (int n = 0; n < k; n++) {
            int f = order[n];
            int level = (int) (streams.uniform(Purpose.DESIGN, key(f), 2, trajectory, 0) * morris.levels());
            if (n < moved) {
                level += level < half ? half : -half;
            }
            unit[f] = (double) level / (morris.levels() - 1);
        }
        return unit;
    }

    /** The order in which a trajectory moves the factors. */
    private int[] order(long trajectory) {
        var order = new int[factors.size()];
        for (int n = 0; n < order.length; n++) {
            int other = (int) (streams.uniform(Purpose.DESIGN, key(n), 3, trajectory, 0) * (n + 1));
            order[n] = order[other];
            order[other] = n;
        }
        return order;
    }
}
