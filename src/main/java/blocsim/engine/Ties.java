package blocsim.engine;

import blocsim.model.Figures;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.Purpose;
import blocsim.model.Streams;
import blocsim.model.World;
import blocsim.rule.Alignment;
import blocsim.rule.Convergence;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How aligned states are in one run: the panel's ideal points, their drift after its end, and what membership adds where the run
 * has parted from the record.
 */
final class Ties {
    private final World world;
    private final int states;
    private final int blocs;
    private final long[] stateKey;
    private final double[] idealPoint;
    private final double[] drifted;
    private final double[] bonus;
    private final double[] extraTrade;
    private final double[] benefit;
    private final double[] recorded;
    private final double[] gap;
    private final boolean[] parted;
    private final int[] pair;
    private final double[][] shareOfRung;
    private int pairs;
    private final double rate;
    private final double decay;
    private final double cap;
    private final double drift;
    private final double reversion;
    private final double tradeCreation;
    private final double tradeAlignment;

    Ties(World world) {
        this.world = world;
        this.states = world.states().size();
        this.blocs = world.blocs().size();
        this.stateKey = world.states().stream()
                .mapToLong(state -> Streams.key(state.code()))
                .toArray();
        this.idealPoint = new double[states];
        this.drifted = new double[states];
        this.bonus = new double[states * states];
        this.benefit = new double[states * blocs];
        this.recorded = new double[states * blocs];
        this.gap = new double[states * states];
        this.parted = new boolean[states * states];
        this.pair = new int[states * states];
        this.shareOfRung = world.blocs().stream()
                .map(bloc -> IntStream.rangeClosed(0, bloc.ladder().top())
                        .mapToDouble(
                                rung -> rung == 0 ? 0 : bloc.ladder().rung(rung).benefit())
                        .toArray())
                .toArray(double[][]::new);
        Parameters p = world.parameters();
        this.rate = p.get(Parameter.CONVERGENCE);
        this.decay = p.get(Parameter.CONVERGENCE_DECAY);
        this.cap = p.get(Parameter.CONVERGENCE_CAP);
        this.drift = p.get(Parameter.DRIFT);
        this.reversion = p.get(Parameter.DRIFT_REVERSION);
        this.tradeCreation = p.get(Parameter.TRADE_CREATION);
        this.tradeAlignment = p.get(Parameter.TRADE_ALIGNMENT);
        this.extraTrade = tradeCreation > 0 ? new double[states * states] : new double[0];
    }

    void reset() {
        Arrays.fill(drifted, 0);
        Arrays.fill(bonus, 0);
        Arrays.fill(extraTrade, 0);
        Arrays.fill(benefit, 0);
        Arrays.fill(recorded, 0);
        Arrays.fill(gap, 0);
        Arrays.fill(parted, false);
        pairs = 0;
    }

    /** Takes the figures of a tick; after the panel's end ideal points drift. */
    void begin(int tick, double years, int day, Streams streams) {
        Figures figures = world.figures().get(tick);
        boolean drifts = drift > 0 && world.driftTicks().get(tick);
        double kept = years == 1 ? 1 - reversion : StrictMath.pow(1 - reversion, years);
        double spread = drift * StrictMath.sqrt(years);
        for (int i = 0; i < states; i++) {
            if (drifts) {
                drifted[i] = kept * drifted[i] + spread * streams.normal(Purpose.DRIFT, stateKey[i], day, 0, 0);
            }
            idealPoint[i] = figures.idealPoint(i) + drifted[i];
        }
    }

    /** a_ij in [-1, 1]. */
    double alignment(int i, int j) {
        return Alignment.of(idealPoint[i], idealPoint[j], bonus[i * states + j]);
    }

    /** d_ij in [0, 1], shortened by trade that membership has created. */
    double distance(int i, int j) {
        double distance = Alignment.distance(alignment(i, j));
        return extraTrade.length == 0 ? distance : distance * (1 - tradeAlignment * extraTrade[i * states + j]);
    }

    /** x_ij with the trade that membership has created. */
    double tradeShare(Figures figures, int i, int j) {
        double share = figures.tradeShare(i, j);
        return extraTrade.length == 0 ? share : share * (1 + extraTrade[i * states + j]) / (1 + created(figures, i));
    }

    private double created(Figures figures, int i) {
        double sum = 0;
        for (int j = 0; j < states; j++) {
            sum += figures.tradeShare(i, j) * extraTrade[i * states + j];
        }
        return sum;
    }

    /** Lets membership work on alignment, where the run and the record differ. */
    void converge(int tick, double years, Standings standings) {
        if (takeBenefits(world.figures().get(tick), standings)) {
            findGaps();
        }
        for (int n = 0; n < pairs; n++) {
            int ij = pair[n];
            converge(ij, (ij % states) * states + ij / states, gap[ij], years);
        }
    }

    /** Takes the benefit shares of rungs in force and on record; whether any has changed since the last tick. */
    private boolean takeBenefits(Figures figures, Standings standings) {
        boolean changed = false;
        for (int b = 0; b < blocs; b++) {
            double[] shares = shareOfRung[b];
            for (int i = 0; i < states; i++) {
                int cell = standings.cell(b, i);
                double now = shares[standings.rung[cell]];
                double record = figures.recordedBenefit(b, i);
                changed |= now != benefit[cell] || record != recorded[cell];
                benefit[cell] = now;
                recorded[cell] = record;
            }
        }
        return changed;
    }

    /** Works out the gap between run and record for each pair, and keeps the pairs that have or had one. */
    private void findGaps() {
        for (int n = 0; n < pairs; n++) {
            gap[pair[n]] = 0;
        }
        for (int b = 0; b < blocs; b++) {
            int from = b * states;
            for (int i = 0; i < states; i++) {
                if (benefit[from + i] >= 1 || recorded[from + i] >= 1) {
                    for (int j = 0; j < states; j++) {
                        boolean counted = j <= i && (benefit[from + j] >= 1 || recorded[from + j] >= 1);
                        if (!counted) {
                            addGap(Math.min(i, j) * states + Math.max(i, j), from + i, from + j);
                        }
                    }
                }
            }
        }
    }

    private void addGap(int ij, int cellA, int cellB) {
        double more = Convergence.shared(benefit[cellA], benefit[cellB])
                - Convergence.shared(recorded[cellA], recorded[cellB]);
        if (more != 0) {
            gap[ij] += more;
            if (!parted[ij]) {
                parted[ij] = true;
                pair[pairs++] = ij;
            }
        }
    }

    private void converge(int ij, int ji, double gapOfPair, double years) {
        bonus[ij] =
                Convergence.next(bonus[ij], gapOfPair, alignment(ij / states, ij % states), rate, decay, cap, years);
        bonus[ji] = bonus[ij];
        if (extraTrade.length > 0) {
            extraTrade[ij] = Math.max(-0.5, extraTrade[ij] + tradeCreation * years * gapOfPair);
            extraTrade[ji] = extraTrade[ij];
        }
    }
}
