package blocsim.engine;

import blocsim.model.Facts;
import blocsim.model.Figures;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.StanceTerm;
import blocsim.model.World;

/** How strongly each incumbent wishes to object to a candidate: the log intensity o_j, term by term. */
final class Stances {
    private static final double NEAR_ENOUGH = 0.25;

    private final World world;
    private final Standings standings;
    private final Ties ties;
    private final double base;
    private final double onDispute;
    private final double onRival;
    private final double onRivalsFriend;
    private final double onBorder;
    private final double onDistance;
    private final double onRegime;
    private final double onDilution;
    private final double onSponsor;
    private final double onTrade;
    private final double[] depth;

    Stances(World world, Standings standings, Ties ties) {
        this.world = world;
        this.standings = standings;
        this.ties = ties;
        Parameters p = world.parameters();
        this.base = p.get(Parameter.OBJECTION_BASE);
        this.onDispute = p.get(Parameter.OBJECTION_DISPUTE);
        this.onRival = p.get(Parameter.OBJECTION_RIVAL);
        this.onRivalsFriend = p.get(Parameter.OBJECTION_RIVALS_FRIEND);
        this.onBorder = p.get(Parameter.OBJECTION_BORDER);
        this.onDistance = p.get(Parameter.OBJECTION_DISTANCE);
        this.onRegime = p.get(Parameter.OBJECTION_REGIME);
        this.onDilution = p.get(Parameter.OBJECTION_DILUTION);
        this.onSponsor = p.get(Parameter.OBJECTION_SPONSOR);
        this.onTrade = p.get(Parameter.OBJECTION_TRADE);
        this.depth = new double[world.blocs().size()];
    }

    /** Takes the depth of a bloc's obligations, depth_b in [0, 1], for the tick. */
    void depth(int bloc, double depthOfTick) {
        depth[bloc] = depthOfTick;
    }

    /**
     * Writes the terms that do not hang on the rung sought, by {@link StanceTerm}, and 0 for those that do.
     *
     * @return their sum
     */
    double common(Figures figures, int bloc, int candidate, int member, int day, double[] terms) {
        double distance = ties.distance(candidate, member) - NEAR_ENOUGH;
        double relied = 0;
        Facts facts = world.facts();
        for (int n = 0; n < facts.backings(candidate); n++) {
            double resolve = facts.resolve(bloc, candidate, n, day);
            if (resolve > 0) {
                relied += figures.reliance(member, facts.sponsor(candidate, n)) * resolve;
            }
        }
        terms[StanceTerm.BASE.ordinal()] = base;
        terms[StanceTerm.DISPUTE.ordinal()] = 0;
        terms[StanceTerm.RIVAL.ordinal()] = figures.rival(candidate, member) ? onRival : 0;
        terms[StanceTerm.RIVALS_FRIEND.ordinal()] = onRivalsFriend * figures.rivalsFriend(candidate, member);
        terms[StanceTerm.BORDER.ordinal()] = world.geography().border(candidate, member) ? onBorder : 0;
        terms[StanceTerm.DISTANCE.ordinal()] = onDistance * Math.max(0, distance);
        terms[StanceTerm.REGIME.ordinal()] =
                onRegime * depth[bloc] * Math.abs(figures.polyarchy(candidate) - figures.polyarchy(member));
        terms[StanceTerm.DILUTION.ordinal()] = 0;
        terms[StanceTerm.SPONSOR.ordinal()] = -onSponsor * relied;
        terms[StanceTerm.TRADE.ordinal()] = -onTrade * figures.tradeShare(member, candidate);
        double sum = 0;
        for (int n = 0; n < terms.length; n++) {
            sum += terms[n];
        }
        return sum;
    }

    /**
     * o_j, the log intensity of a member's wish to object to a candidate's bid for a rung.
     *
     * @param terms takes every term, by {@link StanceTerm}
     */
    double logIntensity(Figures figures, int bloc, int candidate, int member, int rung, int day, double[] terms) {
        double common = common(figures, bloc, candidate, member, day, terms);
        double dispute = dispute(bloc, candidate, member, rung, day);
        boolean full = world.blocs().get(bloc).ladder().rung(rung).full();
        double dilution = full ? dilution(figures, bloc, candidate, member) : 0;
        terms[StanceTerm.DISPUTE.ordinal()] = dispute;
        terms[StanceTerm.DILUTION.ordinal()] = dilution;
        return common + dispute + dilution;
    }

    /** γ_d·dispute_ij for a rung on a day. */
    double dispute(int bloc, int candidate, int member, int rung, int day) {
        return onDispute * world.facts().dispute(bloc, candidate, member, rung, day);
    }

    /** γ_w times the share of the bloc that a member would lose to a new full member. */
    double dilution(Figures figures, int bloc, int candidate, int member) {
        double newcomer = figures.gdp(candidate);
        double all = standings.gdp(bloc) + newcomer;
        return all <= 0 ? 0 : onDilution * standings.weight(bloc, member) * newcomer / all;
    }
}
