package blocsim.experiment;

import blocsim.engine.Examination;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A bid for one rung on one day, averaged over the replicates in which it was looked into: one if standings are those of the record.
 * Every figure that is not a count is a mean over these replicates.
 *
 * @param rung the index of the rung in question
 * @param replicates how many were looked into, at least 1
 * @param parts what the rung is worth, by the part's label, in utility; they add up to its value
 * @param value V of the rung
 * @param valueNow V of the rung in force
 * @param forgone V of the full memberships in other blocs that the rung would end
 * @param hope q̃, the chance of approval that the state counts on, or would if it asked anew
 * @param utility η of asking for it anew, staying being 0
 * @param asksWithinYear the probability that the state asks for it within a year, 1 where it has
 * @param shut in how many replicates each gate shuts the rung, by its id
 * @param sponsorMissing in how many replicates a required sponsor is missing
 * @param takenUp u, the probability that a summit takes it up
 * @param passes the probability that it passes, with fresh stances
 * @param approvedWithinFiveYears q̂
 * @param stances of every state that has a say in any of the replicates, in the order of states
 * @param sponsors resolve of each sponsor in force, by its index
 */
public record Bid(
        int rung,
        int replicates,
        SortedMap<String, Double> parts,
        double value,
        double valueNow,
        double forgone,
        double hope,
        double utility,
        double asksWithinYear,
        SortedMap<String, Integer> shut,
        int sponsorMissing,
        double takenUp,
        double passes,
        double approvedWithinFiveYears,
        List<Stance> stances,
        SortedMap<Integer, Double> sponsors) {
    /**
     * The stance of one incumbent.
     *
     * @param member its index
     * @param incumbent in how many replicates it is an incumbent with a say
     * @param terms of the log intensity of its wish to object, by label; mean over these replicates, as the next two
     * @param logIntensity their sum
     * @param objects the probability that it objects, whatever the others do
     * @param first the probability that it is the first to object, if the bid is stopped: over all replicates, each by how likely a
     *     stop is in it
     */
    public record Stance(
            int member,
            int incumbent,
            SortedMap<String, Double> terms,
            double logIntensity,
            double objects,
            double first) {
        /** Copies the map. */
        public Stance {
            terms = Collections.unmodifiableSortedMap(new TreeMap<>(terms));
        }
    }

    /** Copies the collections. */
    public Bid {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        shut = Collections.unmodifiableSortedMap(new TreeMap<>(shut));
        stances = List.copyOf(stances);
        sponsors = Collections.unmodifiableSortedMap(new TreeMap<>(sponsors));
    }

    /**
     * The mean of examinations of one rung.
     *
     * @param of one per replicate, at least one
     * @param alwaysShut ids of gates that shut the rung whatever the run
     */
    static Bid mean(List<Examination> of, List<String> alwaysShut) {
        var shut = new TreeMap<String, Integer>();
        alwaysShut.forEach(gate -> shut.put(gate, of.size()));
        of.forEach(one -> one.shut().forEach(gate -> shut.merge(gate, 1, Integer::sum)));
        var parts = new TreeMap<String, Double>();
        var sponsors = new TreeMap<Integer, Double>();
        for (var one : of) {
            one.parts().forEach((part, worth) -> parts.merge(part, worth / of.size(), Double::sum));
            one.sponsors().forEach((state, resolve) -> sponsors.merge(state, resolve / of.size(), Double::sum));
        }
        return new Bid(
                of.get(0).rung(),
                of.size(),
                parts,
                mean(of, Examination::value),
                mean(of, Examination::valueNow),
                mean(of, Examination::forgone),
                mean(of, Examination::hope),
                mean(of, Examination::utility),
                mean(of, Examination::asksWithinYear),
                shut,
                (int) of.stream().filter(Examination::sponsorMissing).count(),
                mean(of, Examination::takenUp),
                mean(of, Examination::passes),
                mean(of, Examination::approvedWithinFiveYears),
                stances(of),
                sponsors);
    }

    private static double mean(List<Examination> of, ToDoubleFunction<Examination> figure) {
        double sum = 0;
        for (var one : of) {
            sum += figure.applyAsDouble(one);
        }
        return sum / of.size();
    }

    private static List<Stance> stances(List<Examination> of) {
        var byMember = new TreeMap<Integer, List<Examination.Stance>>();
        var first = new TreeMap<Integer, Double>();
        double stops = 0;
        for (var one : of) {
            double stopped = of.size() == 1 ? 1 : 1 - one.passes();
            stops += stopped;
            for (var stance : one.stances()) {
                byMember.computeIfAbsent(stance.member(), member -> new ArrayList<>())
                        .add(stance);
                first.merge(stance.member(), stopped * stance.first(), Double::sum);
            }
        }
        var stances = new ArrayList<Stance>();
        for (var entry : byMember.entrySet()) {
            var own = entry.getValue();
            var terms = new TreeMap<String, Double>();
            double intensity = 0;
            double objects = 0;
            for (var stance : own) {
                stance.terms().forEach((term, worth) -> terms.merge(term, worth / own.size(), Double::sum));
                intensity += stance.logIntensity();
                objects += stance.objects();
            }
            stances.add(new Stance(
                    entry.getKey(),
                    own.size(),
                    terms,
                    intensity / own.size(),
                    objects / own.size(),
                    stops > 0 ? first.getOrDefault(entry.getKey(), 0.0) / stops : 0));
        }
        return stances;
    }
}
