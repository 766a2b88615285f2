package blocsim.engine;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why a state's bid for a rung of a bloc would fare as it would, on the first day of a tick of one replicate. The readiness of the
 * single summit is left out: it is not known beforehand.
 *
 * @param rung the index of the rung in question
 * @param soonest the index of the rung that the state asks for or, if it asks for none, would soonest ask for
 * @param held the index of the rung in force
 * @param asked the index of the rung of a pending request, or 0
 * @param approved the index of a rung approved and not in force, or 0
 * @param parts what the rung is worth: by the part's label, the benefit share of the rung times the weighted part, and costs below
 *     zero times its obligation share; they add up to its value
 * @param value V of the rung
 * @param valueNow V of the rung in force
 * @param forgone V of the full memberships in other blocs that the rung would end; what the state gains is value - valueNow - forgone
 * @param hope q̃, the chance of approval that the state counts on, or would if it asked anew
 * @param utility η of asking for it anew, staying being 0, whether or not it is free to ask
 * @param asksWithinYear the probability that the state asks for it within a year; 1 if it has, 0 if it is not free to
 * @param shut the ids of gates that shut it and hang on the run, such as a prior rung or a war with a member
 * @param sponsorMissing whether a sponsor is required and no full member stands up as one
 * @param open whether no gate shuts it and a sponsor stands up where one is required
 * @param takenUp u, the probability that a summit takes it up; 0 if a gate is shut, or a sponsor is required and none stands up
 * @param passes the probability that it passes, with fresh stances
 * @param approvedWithinFiveYears q̂
 * @param stances of every member that has a say, in the order of states
 * @param sponsors resolve of each sponsor in force, by its index
 */
public record Examination(
        int rung,
        int soonest,
        int held,
        int asked,
        int approved,
        SortedMap<String, Double> parts,
        double value,
        double valueNow,
        double forgone,
        double hope,
        double utility,
        double asksWithinYear,
        List<String> shut,
        boolean sponsorMissing,
        boolean open,
        double takenUp,
        double passes,
        double approvedWithinFiveYears,
        List<Stance> stances,
        SortedMap<Integer, Double> sponsors) {
    /**
     * The stance of one member.
     *
     * @param member its index
     * @param terms of the log intensity of its wish to object, by label
     * @param logIntensity their sum
     * @param objects the probability that it objects, whatever the others do
     * @param first the probability that it is the first to object, if anybody does
     */
    public record Stance(
            int member, SortedMap<String, Double> terms, double logIntensity, double objects, double first) {
        /** Copies the map. */
        public Stance {
            terms = Collections.unmodifiableSortedMap(new TreeMap<>(terms));
        }
    }

    /** Copies the collections. */
    public Examination {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        shut = List.copyOf(shut);
        stances = List.copyOf(stances);
        sponsors = Collections.unmodifiableSortedMap(new TreeMap<>(sponsors));
    }
}
