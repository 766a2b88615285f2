package blocsim.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known of states and pairs of states on the first day of one tick, by their indices.
 *
 * <p>Symbols in parentheses are those of the model's equations. Immutable once frozen from a {@link Draft}.
 */
public final class Figures {
    private final int states;
    private final double[] idealPoint;
    private final double[] gdp;
    private final double[] polyarchy;
    private final double[] isolation;
    private final double[] need;
    private final double[] capital;
    private final double[] threat;
    private final double[] neutrality;
    private final boolean[] election;
    private final boolean[] underEu;
    private final boolean[] underUs;
    private final boolean[] inEu;
    private final double[] concentration;
    private final double[] size;
    private final double[] mainReliance;
    private final int[] mainPatron;
    private final PairFigures tradeShare;
    private final PairFigures sharedBodies;
    private final PairFigures rival;
    /** By member, then candidate. */
    private final PairFigures rivalsFriend;

    private final PairFigures reliance;
    private final PairFigures patronPull;
    private final PairFigures recordedBenefit;
    private final boolean[] clash;
    private final byte[] askable;
    private final byte[] open;
    private final double worldGdp;
    private final int[] gdpHeld;
    private final int tradeHeld;

    private Figures(Draft draft) {
        this.states = draft.states;
        this.idealPoint = draft.idealPoint;
        this.gdp = draft.gdp;
        this.polyarchy = draft.polyarchy;
        this.isolation = draft.isolation;
        this.need = draft.need;
        this.capital = draft.capital;
        this.threat = draft.threat;
        this.neutrality = draft.neutrality;
        this.election = draft.election;
        this.underEu = draft.underEu;
        this.underUs = draft.underUs;
        this.inEu = draft.inEu;
        this.concentration = draft.concentration;
        this.size = draft.size;
        this.mainReliance = draft.mainReliance;
        this.mainPatron = draft.mainPatron;
        this.clash = draft.clash;
        this.askable = draft.askable;
        this.open = draft.open;
        this.worldGdp = draft.worldGdp;
        this.gdpHeld = draft.gdpHeld;
        this.tradeHeld = draft.tradeHeld;
        this.tradeShare = draft.tradeShare.freeze();
        this.sharedBodies = draft.givenBodies == null ? draft.sharedBodies.freeze() : draft.givenBodies;
        this.rival = draft.givenRivals == null ? draft.rival.freeze() : draft.givenRivals;
        this.reliance = draft.reliance.freeze();
        this.patronPull = draft.patronPull.freeze();
        this.recordedBenefit = draft.recordedBenefit.freeze();
        this.rivalsFriend = rivalsFriends();
    }

    private Figures(
            Figures base,
            double[] gdp,
            double[] size,
            double worldGdp,
            PairFigures tradeShare,
            double[] concentration) {
        this.states = base.states;
        this.idealPoint = base.idealPoint;
        this.gdp = gdp;
        this.polyarchy = base.polyarchy;
        this.isolation = base.isolation;
        this.need = base.need;
        this.capital = base.capital;
        this.threat = base.threat;
        this.neutrality = base.neutrality;
        this.election = base.election;
        this.underEu = base.underEu;
        this.underUs = base.underUs;
        this.inEu = base.inEu;
        this.concentration = concentration;
        this.size = size;
        this.mainReliance = base.mainReliance;
        this.mainPatron = base.mainPatron;
        this.tradeShare = tradeShare;
        this.sharedBodies = base.sharedBodies;
        this.rival = base.rival;
        this.rivalsFriend = base.rivalsFriend;
        this.reliance = base.reliance;
        this.patronPull = base.patronPull;
        this.recordedBenefit = base.recordedBenefit;
        this.clash = base.clash;
        this.askable = base.askable;
        this.open = base.open;
        this.worldGdp = worldGdp;
        this.gdpHeld = base.gdpHeld;
        this.tradeHeld = base.tradeHeld;
    }

    /**
     * These figures with another GDP of each state, and what follows of it: its size, and the world's GDP. Need of investment and
     * capacity to invest stay.
     *
     * @param walk shape (n): what is added to the logarithm of each
     */
    public Figures withGdp(double[] walk) {
        var moved = new double[states];
        var sizes = new double[states];
        double world = worldGdp;
        for (int i = 0; i < states; i++) {
            moved[i] = gdp[i] * StrictMath.exp(walk[i]);
            sizes[i] = sizeOf(moved[i]);
            world += moved[i] - gdp[i];
        }
        return new Figures(this, moved, sizes, world, tradeShare, concentration);
    }

    /**
     * These figures with other trade of each pair, and what follows of it: shares and their concentration. What partners in the world
     * have together of a state's trade stays. Reliance on patrons stays.
     *
     * @param walk shape (n·n), symmetric: what is added to the logarithm of the trade of each pair, at {@code i * n + j}
     */
    public Figures withTrade(double[] walk) {
        var shares = new PairFigures.Draft(states, states);
        var concentrations = new double[states];
        for (int i = 0; i < states; i++) {
            double before = 0;
            double after = 0;
            double squares = concentration[i] * concentration[i];
            for (int n = 0; n < tradeShare.kept(i); n++) {
                double share = tradeShare.value(i, n);
                before += share;
                after += share * StrictMath.exp(walk[i * states + tradeShare.column(i, n)]);
                squares -= share * share;
            }
            double scale = after > 0 ? before / after : 1;
            for (int n = 0; n < tradeShare.kept(i); n++) {
                int j = tradeShare.column(i, n);
                double share = scale * tradeShare.value(i, n) * StrictMath.exp(walk[i * states + j]);
                squares += share * share;
                shares.set(i, j, share);
            }
            concentrations[i] = StrictMath.sqrt(Math.max(0, Math.min(1, squares)));
        }
        return new Figures(this, gdp, size, worldGdp, shares.freeze(), concentrations);
    }

    private static double sizeOf(double gdp) {
        return gdp > 0 ? Math.max(-2, Math.min(2, (StrictMath.log(gdp) - 23.8) / 2.4)) : -2;
    }

    /** Works out who is close to whose rivals: only those can be who share a body with the rival. */
    private PairFigures rivalsFriends() {
        var friends = new PairFigures.Draft(states, states);
        for (int j = 0; j < states; j++) {
            for (int r = 0; r < rival.kept(j); r++) {
                int k = rival.column(j, r);
                for (int n = 0; rival.value(j, r) != 0 && n < sharedBodies.kept(k); n++) {
                    int i = sharedBodies.column(k, n);
                    double closer = sharedBodies.get(i, k) - sharedBodies.get(i, j);
                    if (i != k && closer > friends.get(j, i)) {
                        friends.set(j, i, closer);
                    }
                }
            }
        }
        return friends.freeze();
    }

    /** z_i, the position in UN votes; higher is nearer the United States (Bailey, Strezhnev and Voeten 2017). */
    public double idealPoint(int i) {
        return idealPoint[i];
    }

    /** GDP in current US dollars a year. */
    public double gdp(int i) {
        return gdp[i];
    }

    /** GDP of all states of the world, in current US dollars a year. */
    public double worldGdp() {
        return worldGdp;
    }

    /** For how many years the GDP of i has been that of the last year known, 0 for a figure of its own year. */
    public int gdpHeld(int i) {
        return gdpHeld[i];
    }

    /** For how many years trade has been that of the last year known, 0 for a figure of its own year. */
    public int tradeHeld() {
        return tradeHeld;
    }

    /** r_i, the electoral democracy index in [0, 1]. */
    public double polyarchy(int i) {
        return polyarchy[i];
    }

    /** iso_i in [0, 1]. */
    public double isolation(int i) {
        return isolation[i];
    }

    /** need_i of investment in [0, 1]. */
    public double need(int i) {
        return need[i];
    }

    /** cap_j, capacity to invest abroad, in [0, 1]. */
    public double capital(int j) {
        return capital[j];
    }

    /** threat_i, demand for security cooperation, in [0, 1]. */
    public double threat(int i) {
        return threat[i];
    }

    /** neutral_i in [0, 1]. */
    public double neutrality(int i) {
        return neutrality[i];
    }

    /** Whether the tick's first year is an election year. */
    public boolean election(int i) {
        return election[i];
    }

    /** Whether the EU has sanctions on i. */
    public boolean underEu(int i) {
        return underEu[i];
    }

    /** Whether the United States have sanctions on i. */
    public boolean underUs(int i) {
        return underUs[i];
    }

    /** Whether j is on record as a member of the EU. */
    public boolean inEu(int j) {
        return inEu[j];
    }

    /** Whether the EU's members or the United States isolate i. */
    public boolean isolated(int i) {
        return underEu[i] || underUs[i];
    }

    /** Whether a member j belongs to those who isolate i: the EU's members or the United States. */
    public boolean isolates(int j, int i, int usIndex) {
        return (underEu[i] && inEu[j]) || (underUs[i] && j == usIndex);
    }

    /** H_i = √Σ_j x_ij², over all partners in the world, in [0, 1] (Hirschman 1945). */
    public double concentration(int i) {
        return concentration[i];
    }

    /** (ln GDP - 23.8)/2.4, clipped to [-2, 2]. */
    public double size(int i) {
        return size[i];
    }

    /** π_i, reliance on the main patron, in [0, 1]. */
    public double mainReliance(int i) {
        return mainReliance[i];
    }

    /** The index of the main patron, or {@link World#NONE} if it is not in the world. */
    public int mainPatron(int i) {
        return mainPatron[i];
    }

    /** x_ij, the share of j in the trade of i with all states, in [0, 1]. */
    public double tradeShare(int i, int j) {
        return tradeShare.get(i, j);
    }

    /** Every x_ij, a row i. */
    public PairFigures tradeShares() {
        return tradeShare;
    }

    /** Every m_ij, a row i. */
    public PairFigures sharedBodies() {
        return sharedBodies;
    }

    /** φ of each rung on record, a row a bloc: see {@link #recordedBenefit}. */
    public PairFigures recordedBenefits() {
        return recordedBenefit;
    }

    /** Every rival_ij, a row i. */
    public PairFigures rivals() {
        return rival;
    }

    /** How much closer each candidate is to a rival of each member, a row a member: see {@link #rivalsFriend}. */
    public PairFigures rivalsFriendsByMember() {
        return rivalsFriend;
    }

    /** Every π_jp, a row j. */
    public PairFigures reliances() {
        return reliance;
    }

    /** What the patrons of each state want, a row a bloc: see {@link #patronPull}. */
    public PairFigures patronPulls() {
        return patronPull;
    }

    /** m_ij, the cosine of memberships shared outside the blocs, in [0, 1]. */
    public double sharedBodies(int i, int j) {
        return sharedBodies.get(i, j);
    }

    /** rival_ij: whether the two are strategic rivals. */
    public boolean rival(int i, int j) {
        return rival.get(i, j) != 0;
    }

    /** max_k rival_jk (m_ik - m_ij)⁺: how much closer a candidate i is to a rival of j than to j, in [0, 1]. */
    public double rivalsFriend(int i, int j) {
        return rivalsFriend.get(j, i);
    }

    /** π_jp, reliance of j on p, in [0, 1]. */
    public double reliance(int j, int p) {
        return reliance.get(j, p);
    }

    /** Σ_p π_ip g_pb: what the patrons of i want of bloc b, in [-1, 1]. */
    public double patronPull(int b, int i) {
        return patronPull.get(b, i);
    }

    /** φ of the rung that i holds in b on record at the end of the tick, in [0, 1]. */
    public double recordedBenefit(int b, int i) {
        return recordedBenefit.get(b, i);
    }

    /** Whether i is on record as a full member of a bloc outside the world that excludes b. */
    public boolean clash(int b, int i) {
        return clash[b * states + i];
    }

    /** The rungs of b that i may ask for, but for conditions on its present rung: bit r for rung r. */
    public int askable(int b, int i) {
        return askable[b * states + i];
    }

    /** The rungs of b whose gates stand open to i, but for conditions that hang on the run: bit r for rung r. */
    public int open(int b, int i) {
        return open[b * states + i];
    }

    /** Figures being written: one call a figure, then {@link #freeze()}. Everything not set is 0, false or none. */
    public static final class Draft {
        private final int states;
        private final double[] idealPoint;
        private final double[] gdp;
        private final double[] polyarchy;
        private final double[] isolation;
        private final double[] need;
        private final double[] capital;
        private final double[] threat;
        private final double[] neutrality;
        private final boolean[] election;
        private final boolean[] underEu;
        private final boolean[] underUs;
        private final boolean[] inEu;
        private final double[] concentration;
        private final double[] size;
        private final double[] mainReliance;
        private final int[] mainPatron;
        private final boolean[] clash;
        private final byte[] askable;
        private final byte[] open;
        private final PairFigures.Draft tradeShare;
        private final PairFigures.Draft sharedBodies;
        private final PairFigures.Draft rival;
        private final PairFigures.Draft reliance;
        private final PairFigures.Draft patronPull;
        private final PairFigures.Draft recordedBenefit;
        private @Nullable PairFigures givenBodies;
        private @Nullable PairFigures givenRivals;
        private double worldGdp = Double.NaN;
        private final int[] gdpHeld;
        private int tradeHeld;
        private boolean frozen;

        /** Figures for so many states and blocs. */
        public Draft(int states, int blocs) {
            this.states = states;
            this.idealPoint = new double[states];
            this.gdp = new double[states];
            this.gdpHeld = new int[states];
            this.polyarchy = new double[states];
            this.isolation = new double[states];
            this.need = new double[states];
            this.capital = new double[states];
            this.threat = new double[states];
            this.neutrality = new double[states];
            this.election = new boolean[states];
            this.underEu = new boolean[states];
            this.underUs = new boolean[states];
            this.inEu = new boolean[states];
            this.concentration = new double[states];
            this.size = new double[states];
            this.mainReliance = new double[states];
            this.mainPatron = new int[states];
            this.clash = new boolean[blocs * states];
            this.askable = new byte[blocs * states];
            this.open = new byte[blocs * states];
            this.tradeShare = new PairFigures.Draft(states, states);
            this.sharedBodies = new PairFigures.Draft(states, states);
            this.rival = new PairFigures.Draft(states, states);
            this.reliance = new PairFigures.Draft(states, states);
            this.patronPull = new PairFigures.Draft(blocs, states);
            this.recordedBenefit = new PairFigures.Draft(blocs, states);
            Arrays.fill(mainPatron, World.NONE);
        }

        private Draft open() {
            if (frozen) {
                throw new IllegalStateException("the figures are frozen; start another draft");
            }
            return this;
        }

        /** Sets z_i. */
        public Draft idealPoint(int i, double value) {
            open().idealPoint[i] = value;
            return this;
        }

        /** Sets the GDP of i, in US dollars, and with it its size. */
        public Draft gdp(int i, double value) {
            open().gdp[i] = value;
            size[i] = sizeOf(value);
            return this;
        }

        /** Sets the GDP of all the world's states. */
        public Draft worldGdp(double value) {
            open().worldGdp = value;
            return this;
        }

        /** Sets for how many years the GDP of i has been that of the last year known. */
        public Draft gdpHeld(int i, int years) {
            open().gdpHeld[i] = years;
            return this;
        }

        /** Sets for how many years trade has been that of the last year known. */
        public Draft tradeHeld(int years) {
            open().tradeHeld = years;
            return this;
        }

        /** Sets r_i. */
        public Draft polyarchy(int i, double value) {
            open().polyarchy[i] = value;
            return this;
        }

        /** Sets iso_i. */
        public Draft isolation(int i, double value) {
            open().isolation[i] = value;
            return this;
        }

        /** Sets need_i. */
        public Draft need(int i, double value) {
            open().need[i] = value;
            return this;
        }

        /** Sets cap_j. */
        public Draft capital(int j, double value) {
            open().capital[j] = value;
            return this;
        }

        /** Sets threat_i. */
        public Draft threat(int i, double value) {
            open().threat[i] = value;
            return this;
        }

        /** Sets neutral_i. */
        public Draft neutrality(int i, double value) {
            open().neutrality[i] = value;
            return this;
        }

        /** Marks an election year. */
        public Draft election(int i, boolean value) {
            open().election[i] = value;
            return this;
        }

        /** Sets who has sanctions on i. */
        public Draft sanctionedBy(int i, boolean eu, boolean us) {
            open().underEu[i] = eu;
            underUs[i] = us;
            return this;
        }

        /** Marks a member of the EU on record. */
        public Draft inEu(int j, boolean value) {
            open().inEu[j] = value;
            return this;
        }

        /** Sets H_i. */
        public Draft concentration(int i, double value) {
            open().concentration[i] = value;
            return this;
        }

        /** Sets the main patron of i, {@link World#NONE} for one outside the world, and the reliance on it. */
        public Draft mainPatron(int i, int patron, double reliance) {
            open().mainPatron[i] = patron;
            mainReliance[i] = reliance;
            return this;
        }

        /** Sets x_ij. */
        public Draft tradeShare(int i, int j, double value) {
            open().tradeShare.set(i, j, value);
            return this;
        }

        /** Sets m_ij and m_ji. */
        public Draft sharedBodies(int i, int j, double value) {
            open().sharedBodies.set(i, j, value);
            sharedBodies.set(j, i, value);
            return this;
        }

        /** Sets all m_ij at once: shape (states, states), symmetric. */
        public Draft sharedBodies(PairFigures all) {
            open().givenBodies = all;
            return this;
        }

        /** Marks a rivalry, both ways. */
        public Draft rival(int i, int j, boolean value) {
            open().rival.set(i, j, value ? 1 : 0);
            rival.set(j, i, value ? 1 : 0);
            return this;
        }

        /** Sets all rivalries at once: shape (states, states), symmetric, 1 for rivals. */
        public Draft rivals(PairFigures all) {
            open().givenRivals = all;
            return this;
        }

        /** Sets π_jp. */
        public Draft reliance(int j, int p, double value) {
            open().reliance.set(j, p, value);
            return this;
        }

        /** Sets Σ_p π_ip g_pb. */
        public Draft patronPull(int b, int i, double value) {
            open().patronPull.set(b, i, value);
            return this;
        }

        /** Sets the benefit share of the rung on record. */
        public Draft recordedBenefit(int b, int i, double value) {
            open().recordedBenefit.set(b, i, value);
            return this;
        }

        /** Marks a clash with a membership on record. */
        public Draft clash(int b, int i, boolean value) {
            open().clash[b * states + i] = value;
            return this;
        }

        /** Sets the rungs that may be asked for and those whose gates are open, as bits. */
        public Draft gates(int b, int i, int askable, int openRungs) {
            open().askable[b * states + i] = (byte) askable;
            open[b * states + i] = (byte) openRungs;
            return this;
        }

        /** The figures, which change no more. */
        public Figures freeze() {
            var figures = new Figures(open());
            frozen = true;
            return figures;
        }
    }
}
