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
    private final boolean[] differs;
    private final double rate;
    private final double decay;
    private final double cap;
    private final double drift;
    private final double reversion;
    private final double tradeCreation;
    private final double tradeAlignment;
    private boolean parted;

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
        this.differs = new boolean[states];
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
        parted = false;
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
        Figures figures = world.figures().get(tick);
        boolean anyDiffers = false;
        Arrays.fill(differs, false);
        for (int b = 0; b < blocs; b++) {
            var ladder = world.blocs().get(b).ladder();
            for (int i = 0; i < states; i++) {
                int cell = standings.cell(b, i);
                int rung = standings.rung[cell];
                benefit[cell] = rung == 0 ? 0 : ladder.rung(rung).benefit();
                differs[i] |= benefit[cell] != figures.recordedBenefit(b, i);
                anyDiffers |= differs[i];
            }
        }
        parted |= anyDiffers;
        if (!parted) {
            return;
        }
        for (int i = 0; i < states; i++) {
            for (int j = i + 1; j < states; j++) {
                double before = bonus[i * states + j];
                if (differs[i] || differs[j] || before != 0) {
                    converge(i, j, gap(figures, i, j), years);
                }
            }
        }
    }

    private double gap(Figures figures, int i, int j) {
        double gap = 0;
        for (int b = 0; b < blocs; b++) {
            gap += Convergence.shared(benefit[b * states + i], benefit[b * states + j])
                    - Convergence.shared(figures.recordedBenefit(b, i), figures.recordedBenefit(b, j));
        }
        return gap;
    }

    private void converge(int i, int j, double gap, double years) {
        int ij = i * states + j;
        int ji = j * states + i;
        bonus[ij] = Convergence.next(bonus[ij], gap, alignment(i, j), rate, decay, cap, years);
        bonus[ji] = bonus[ij];
        if (extraTrade.length > 0) {
            extraTrade[ij] = Math.max(-0.5, extraTrade[ij] + tradeCreation * years * gap);
            extraTrade[ji] = extraTrade[ij];
        }
    }
}
