package blocsim.rule;

/**
 * What a status in a bloc is worth to a state: the parts of its benefits, each group of which lies in [0, 1] (patrons in
 * [-1, 1]), and the parts of its cost.
 *
 * <p>V = φ·B - ψ·K, where B = Σ β·group and K = Σ cost. The parts of a group add up to the group.
 */
public final class Worth {
    private Worth() {}

    /** V of a rung with benefit share φ and obligation share ψ, in units of utility. */
    public static double of(double benefitShare, double benefits, double obligationShare, double cost) {
        return benefitShare * benefits - obligationShare * cost;
    }

    /**
     * What V changes by where a rung opens another share of security cooperation than of the other benefits.
     *
     * @param open the share of security cooperation that it opens
     * @param benefitShare φ of the rung
     * @param security what the whole of security cooperation adds to the benefits, in units of utility
     */
    public static double otherwiseOpen(double open, double benefitShare, double security) {
        return (open - benefitShare) * security;
    }

    /**
     * The part of the network that lies in bodies outside the blocs: half the mean of the largest cosines with members.
     *
     * @param first the largest m_ij, and so on; 0 where there are fewer members
     * @param members how many members there are to share bodies with
     */
    public static double sharedBodies(double first, double second, double third, int members) {
        return members == 0 ? 0 : (first + second + third) / (2 * Math.min(3, members));
    }

    /** The part of the network that lies next door: half the share of neighbours on the ladder, each by its height in [0, 1]. */
    public static double neighbours(double heights, int neighbours) {
        return neighbours == 0 ? 0 : heights / (2 * neighbours);
    }

    /** Alignment with the members: (1 + A)/2, where A in [-1, 1] is their mean alignment by share of the bloc's GDP. */
    public static double affinity(double alignment) {
        return (1 + alignment) / 2;
    }

    /**
     * Security cooperation, which joins alignment in blocs with a security pillar.
     *
     * @param share how much it counts
     * @param threat threat_i in [0, 1]
     * @param cooperation coop_b in [0, 1]
     * @param affinity what alignment already gives; the group is held at 1
     */
    public static double security(double share, double threat, double cooperation, double affinity) {
        return Math.min(1 - affinity, share * threat * cooperation);
    }

    /** The economy's part in trade: half the members' share in the state's trade. */
    public static double trade(double stake) {
        return stake / 2;
    }

    /** The economy's part in investment: half of need_i times Σ_j w_jb cap_j (1 + a_ij)/2. */
    public static double investment(double need, double reach) {
        return need * reach / 2;
    }

    /**
     * Prestige: the more, the larger the bloc in the world and the less the state can show at the polls.
     *
     * @param worldShare the members' share of the world's GDP
     * @param polyarchy r_i in [0, 1]
     * @param boost what an election year adds, or 0
     */
    public static double prestige(double worldShare, double polyarchy, double boost) {
        return Math.min(1, StrictMath.sqrt(worldShare) * (0.5 + 0.5 * (1 - polyarchy)) * (1 + boost));
    }

    /** Autonomy as a way out of isolation: half of iso_i times the share of the bloc that is not of the isolators. */
    public static double isolation(double isolation, double overlap) {
        return isolation * (1 - overlap) / 2;
    }

    /**
     * Autonomy as a counterbalance to the main patron: H_i·π_i·(1 - weight of the patron in b)·(1 - Σ w²)/2.
     *
     * @param concentration H_i (Hirschman 1945)
     * @param reliance π_i on the main patron
     * @param patronWeight the patron's share of the bloc's GDP
     * @param squares Σ_j w_jb²
     */
    public static double counterbalance(double concentration, double reliance, double patronWeight, double squares) {
        return concentration * reliance * (1 - patronWeight) * (1 - squares) / 2;
    }

    /** min(1, |r_i - r̄_b|/.5): how far a regime stands from those of the members, in [0, 1]. */
    public static double regimeGap(double polyarchy, double membersMean) {
        return Math.min(1, Math.abs(polyarchy - membersMean) / 0.5);
    }
}
