package blocsim.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * Scenarios run on the same luck, and the first beside each of the others.
 *
 * @param findings what each scenario says, in the order given
 * @param comparisons the first scenario beside each of the others, in their order
 */
public record PairedRuns(List<Findings> findings, List<Comparison> comparisons) {
    /** Copies the lists. */
    public PairedRuns {
        findings = List.copyOf(findings);
        comparisons = List.copyOf(comparisons);
    }

    /** What the first scenario says. */
    public Findings base() {
        return findings.get(0);
    }

    /**
     * Runs scenarios that can be compared, as {@link Comparison#check} says.
     *
     * @param scenarios two or more; the first is the base, whose focus is followed in all
     * @param seed the master seed
     * @param replicates how often each is run
     * @param threads how many replicates run at once
     * @param progress hears of each replicate
     */
    public static PairedRuns of(List<Prepared> scenarios, long seed, int replicates, int threads, Progress progress) {
        var focus = scenarios.get(0).scenario().focus();
        var findings = new ArrayList<Findings>();
        var comparisons = new ArrayList<Comparison>();
        for (var one : scenarios) {
            int bloc = one.world().bloc(focus.bloc());
            int state = one.world().state(focus.state());
            var ensemble = Ensemble.run(one.worlds(), seed, replicates, threads, bloc, state, progress);
            findings.add(Findings.of(one, ensemble));
            if (findings.size() > 1) {
                comparisons.add(Comparison.of(scenarios.get(0), findings.get(0).ensemble(), one, ensemble));
            }
        }
        return new PairedRuns(findings, comparisons);
    }
}
