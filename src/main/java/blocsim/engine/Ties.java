package blocsim.engine;

import blocsim.model.Figures;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.Purpose;
import blocsim.model.Rung;
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
    private final Pairs parted;
    private double[] bonus = new double[16];

    /** f_ij by {@code i * states + j}, where there are few states; else empty. */
    private final double[] bonusOf;

    private double[] gap = new double[16];
    private double[] extraTrade = new double[16];
    private final double[] benefit;
    private final double[] recorded;
    private final UnpackedRow recordRow;
    private final int[] movedCell;
    private final boolean[] hasMoved;
    private final int[] onLadder;
    private final double[][] shareOfRung;
    private int moved;
    private double created;
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
        this.parted = new Pairs(states);
        this.bonusOf = new double[states <= Pairs.FEW ? states * states : 0];
        this.benefit = new double[states * blocs];
        this.recordRow = new UnpackedRow(states);
        this.recorded = new double[states * blocs];
        this.movedCell = new int[states * blocs];
        this.hasMoved = new boolean[states];
        this.onLadder = new int[states];
        this.shareOfRung = world.blocs().stream()
                .map(bloc -> bloc.ladder().figures(Rung::benefit))
                .toArray(double[][]::new);
        Parameters p = world.parameters();
        this.rate = p.get(Parameter.CONVERGENCE);
        this.decay = p.get(Parameter.CONVERGENCE_DECAY);
        this.cap = p.get(Parameter.CONVERGENCE_CAP);
        this.drift = p.get(Parameter.DRIFT);
        this.reversion = p.get(Parameter.DRIFT_REVERSION);
        this.tradeCreation = p.get(Parameter.TRADE_CREATION);
        this.tradeAlignment = p.get(Parameter.TRADE_ALIGNMENT);
    }

    void reset() {
        Arrays.fill(drifted, 0);
        Arrays.fill(benefit, 0);
        Arrays.fill(recorded, 0);
        Arrays.fill(bonusOf, 0);
        parted.clear();
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
        return Alignment.of(idealPoint[i], idealPoint[j], bonus(i, j));
    }

    private double bonus(int i, int j) {
        if (bonusOf.length > 0) {
            return bonusOf[i * states + j];
        }
        int pair = parted.find(i, j);
        return pair < 0 ? 0 : bonus[pair];
    }

    /** d_ij in [0, 1], shortened by trade that membership has created. */
    double distance(int i, int j) {
        double distance = Alignment.distance(alignment(i, j));
        return tradeCreation > 0 ? distance * (1 - tradeAlignment * extraTrade(i, j)) : distance;
    }

    /** Takes the state whose trade is asked for next. */
    void take(Figures figures, int i) {
        created = tradeCreation > 0 ? created(figures, i) : 0;
    }

    /** x_ij of the state taken, with the trade that membership has created. */
    double tradeShare(int i, int j, double share) {
        return tradeCreation > 0 ? share * (1 + extraTrade(i, j)) / (1 + created) : share;
    }

    private double extraTrade(int i, int j) {
        int pair = parted.find(i, j);
        return pair < 0 ? 0 : extraTrade[pair];
    }

    private double created(Figures figures, int i) {
        double sum = 0;
        var shares = figures.tradeShares();
        for (int n = 0; n < shares.kept(i); n++) {
            sum += shares.value(i, n) * extraTrade(i, shares.column(i, n));
        }
        return sum;
    }

    /** Lets membership work on alignment, where the run and the record differ. */
    void converge(int tick, double years, Standings standings) {
        if (takeBenefits(world.figures().get(tick), standings)) {
            renewGaps();
        }
        double kept = Convergence.kept(decay, years);
        double pull = rate * years;
        for (int pair = 0; pair < parted.count(); pair++) {
            int i = parted.first(pair);
            int j = parted.second(pair);
            double alignment = Alignment.of(idealPoint[i], idealPoint[j], bonus[pair]);
            double next = Convergence.next(bonus[pair], gap[pair], alignment, pull, kept, cap);
            bonus[pair] = next;
            if (bonusOf.length > 0) {
                bonusOf[i * states + j] = next;
                bonusOf[j * states + i] = next;
            }
        }
        if (tradeCreation > 0) {
            createTrade(years);
        }
    }

    private void createTrade(double years) {
        for (int pair = 0; pair < parted.count(); pair++) {
            extraTrade[pair] = Math.max(-0.5, extraTrade[pair] + tradeCreation * years * gap[pair]);
        }
    }

    /** Takes the benefit shares of rungs in force and on record; whether any has changed since the last tick. */
    private boolean takeBenefits(Figures figures, Standings standings) {
        Arrays.fill(hasMoved, false);
        moved = 0;
        for (int b = 0; b < blocs; b++) {
            double[] shares = shareOfRung[b];
            double[] records = recordRow.of(figures.recordedBenefits(), b);
            for (int i = 0; i < states; i++) {
                int cell = b * states + i;
                double now = shares[standings.rung[cell]];
                double record = records[i];
                if (now != benefit[cell] || record != recorded[cell]) {
                    benefit[cell] = now;
                    recorded[cell] = record;
                    hasMoved[i] = true;
                    movedCell[moved++] = cell;
                }
            }
        }
        return moved > 0;
    }

    /** Works the gaps out anew of the pairs of which a state has moved, and takes in pairs that have parted from the record. */
    private void renewGaps() {
        for (int pair = 0; pair < parted.count(); pair++) {
            if (hasMoved[parted.first(pair)] || hasMoved[parted.second(pair)]) {
                gap[pair] = gap(parted.first(pair), parted.second(pair));
            }
        }
        int from = -1;
        int count = 0;
        for (int n = 0; n < moved; n++) {
            int cell = movedCell[n];
            int fromNow = cell / states * states;
            if (fromNow != from) {
                from = fromNow;
                count = takeLadder(from);
            }
            int i = cell - from;
            for (int m = 0; m < count; m++) {
                int j = onLadder[m];
                if (j != i && more(cell, from + j) != 0 && parted.find(i, j) < 0) {
                    int pair = parted.add(i, j);
                    makeRoom(pair);
                    bonus[pair] = 0;
                    extraTrade[pair] = 0;
                    gap[pair] = gap(i, j);
                }
            }
        }
    }

    /** Takes the states on a bloc's ladder, in the run or on record; the others share nothing. Returns how many there are. */
    private int takeLadder(int from) {
        int count = 0;
        for (int i = 0; i < states; i++) {
            if (benefit[from + i] != 0 || recorded[from + i] != 0) {
                onLadder[count++] = i;
            }
        }
        return count;
    }

    /** By how much more two states share blocs in the run than on record. */
    private double gap(int i, int j) {
        double sum = 0;
        for (int from = 0; from < blocs * states; from += states) {
            sum += more(from + i, from + j);
        }
        return sum;
    }

    private double more(int cellA, int cellB) {
        return Convergence.shared(benefit[cellA], benefit[cellB])
                - Convergence.shared(recorded[cellA], recorded[cellB]);
    }

    private void makeRoom(int pair) {
        if (pair == bonus.length) {
            bonus = Arrays.copyOf(bonus, 2 * pair);
            gap = Arrays.copyOf(gap, 2 * pair);
            extraTrade = Arrays.copyOf(extraTrade, 2 * pair);
        }
    }
}
