package blocsim.engine;

import blocsim.model.Facts;
import blocsim.model.Figures;
import blocsim.model.StanceTerm;
import blocsim.model.World;
import blocsim.rule.Objection;

/** How strongly each incumbent wishes to object to a candidate: the log intensity o_j, term by term. */
final class Stances {
    private static final double NEAR_ENOUGH = 0.25;

    private final World world;
    private final Standings standings;
    private final Ties ties;
    private final double[] weights;
    private final double onDispute;
    private final double onDilution;
    private final double[] depth;

    Stances(World world, Standings standings, Ties ties) {
        this.world = world;
        this.standings = standings;
        this.ties = ties;
        this.weights = Objection.weights(world.parameters());
        this.onDispute = weights[StanceTerm.DISPUTE.ordinal()];
        this.onDilution = weights[StanceTerm.DILUTION.ordinal()];
        this.depth = new double[world.blocs().size()];
    }

    /** Takes the depth of a bloc's obligations, depth_b in [0, 1], for the tick. */
    void depth(int bloc, double depthOfTick) {
        depth[bloc] = depthOfTick;
    }

    /** Writes the features that do not hang on the rung sought, by {@link StanceTerm}, and 0 for those that do. */
    void features(Figures figures, int bloc, int candidate, int member, int day, double[] features) {
        double distance = ties.distance(candidate, member) - NEAR_ENOUGH;
        double relied = 0;
        Facts facts = world.facts();
        for (int n = 0; n < facts.backings(candidate); n++) {
            double resolve = facts.resolve(bloc, candidate, n, day);
            if (resolve > 0) {
                relied += figures.reliance(member, facts.sponsor(candidate, n)) * resolve;
            }
        }
        features[StanceTerm.BASE.ordinal()] = 1;
        features[StanceTerm.DISPUTE.ordinal()] = 0;
        features[StanceTerm.RIVAL.ordinal()] = figures.rival(candidate, member) ? 1 : 0;
        features[StanceTerm.RIVALS_FRIEND.ordinal()] = figures.rivalsFriend(candidate, member);
        features[StanceTerm.BORDER.ordinal()] = world.geography().border(candidate, member) ? 1 : 0;
        features[StanceTerm.DISTANCE.ordinal()] = Math.max(0, distance);
        features[StanceTerm.REGIME.ordinal()] =
                depth[bloc] * Math.abs(figures.polyarchy(candidate) - figures.polyarchy(member));
        features[StanceTerm.DILUTION.ordinal()] = 0;
        features[StanceTerm.SPONSOR.ordinal()] = -relied;
        features[StanceTerm.TRADE.ordinal()] = -figures.tradeShare(member, candidate);
    }

    /**
     * Writes the terms that do not hang on the rung sought, by {@link StanceTerm}, and 0 for those that do.
     *
     * @return their sum
     */
    double common(Figures figures, int bloc, int candidate, int member, int day, double[] terms) {
        features(figures, bloc, candidate, member, day, terms);
        return Objection.weigh(weights, terms);
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
        return onDilution * diluted(figures, bloc, candidate, member);
    }

    /** The share of the bloc in [0, 1] that a member would lose to a new full member. */
    double diluted(Figures figures, int bloc, int candidate, int member) {
        double newcomer = figures.gdp(candidate);
        double all = standings.gdp(bloc) + newcomer;
        return all <= 0 ? 0 : standings.weight(bloc, member) * newcomer / all;
    }
}
