package blocsim.engine;

import blocsim.model.AdmissionRule;
import blocsim.model.World;

/** Who votes in a bloc under one rule on one day, by the order of its members. */
final class Electorate {
    private final World world;
    private final Standings standings;
    private boolean[] mayObject = {};
    private double[] weight = {};
    private AdmissionRule rule = new AdmissionRule.NoObjection();
    private int voters;

    Electorate(World world, Standings standings) {
        this.world = world;
        this.standings = standings;
    }

    /** Takes who are members of a bloc now and may vote on a day. */
    void take(int bloc, AdmissionRule ruleNow, int day) {
        rule = ruleNow;
        voters = 0;
        AdmissionRule counting = ruleNow.counting();
        int members = standings.members(bloc);
        if (mayObject.length < members) {
            mayObject = new boolean[2 * members];
            weight = new double[2 * members];
        }
        double total = 0;
        for (int n = 0; n < members; n++) {
            int j = standings.member(bloc, n);
            boolean votes = !world.facts().silenced(bloc, j, day);
            mayObject[n] = votes
                    && (!(counting instanceof AdmissionRule.VetoHolders veto)
                            || veto.holders().contains(world.states().get(j).code()));
            weight[n] = votes ? rawWeight(counting, bloc, j) : 0;
            total += weight[n];
            voters += votes ? 1 : 0;
        }
        for (int n = 0; n < members && total > 0; n++) {
            weight[n] /= total;
        }
    }

    private double rawWeight(AdmissionRule counting, int bloc, int j) {
        if (counting instanceof AdmissionRule.WeightedMajority weighted) {
            return weighted.weights().isEmpty()
                    ? standings.weight(bloc, j)
                    : weighted.weights().getOrDefault(world.states().get(j).code(), 0.0);
        }
        return 1;
    }

    AdmissionRule rule() {
        return rule;
    }

    int voters() {
        return voters;
    }

    /** Whether the objection of the n-th member counts. */
    boolean mayObject(int n) {
        return mayObject[n];
    }

    /** The share of the n-th member in all votes. */
    double[] weight() {
        return weight;
    }
}
