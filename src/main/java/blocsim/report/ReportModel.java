package blocsim.report;

import blocsim.experiment.Accessions;
import blocsim.experiment.RequestOutcomes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that a report page says, as figures and facts; {@link Sentences} puts the figures into words.
 *
 * @param title the scenario's title
 * @param question the question that it answers, as a sentence
 * @param verdict the answer's figures
 * @param outcome the charts that show what happened: rungs, ladder, size
 * @param maps how states stand at the end of each tick; null if no state has a place on a map
 * @param timings the recorded dates among the simulated ones
 * @param ordering how well the states are ordered in time
 * @param accessions how many became full members of each bloc, simulated and on record; empty without a record
 * @param requests what became of the requests of each bloc, simulated and on record; empty without a record
 * @param reasons motives and objectors
 * @param why the charts that show reasons: motives
 * @param whatIfs the what-ifs that were run; empty if none
 * @param doubt where the spread of the runs comes from, and what dates the parameters were fitted to
 * @param facts the facts that the scenario rests on
 * @param grounds what each of its numbers rests on
 * @param limits what the report cannot tell; usually ends with {@link Limit#ofEveryScenario}
 * @param making how it was made
 * @param references the bibliography
 */
public record ReportModel(
        String title,
        String question,
        Verdict verdict,
        List<Chart> outcome,
        @Nullable Maps maps,
        List<Timing> timings,
        Ordering ordering,
        List<Accessions> accessions,
        List<RequestOutcomes> requests,
        Reasons reasons,
        List<Chart> why,
        List<WhatIf> whatIfs,
        Doubt doubt,
        List<Fact> facts,
        Grounds grounds,
        List<Limit> limits,
        Making making,
        List<Reference> references) {
    /**
     * How states stand with the bloc over time.
     *
     * @param slider the map whose date a reader slides
     * @param series small maps of some days, for paper and for pages without script
     */
    public record Maps(MapSlider slider, MapSeriesChart series) {}

    private static final Pattern ID = Pattern.compile("[A-Za-z][\\w-]*");

    /**
     * @throws IllegalArgumentException if an id is not letters, digits, hyphens and underscores after a letter, if two facts
     *     or references share one, if a fact or a claim cites an unknown one, or if two charts share a name
     */
    public ReportModel {
        outcome = List.copyOf(outcome);
        timings = List.copyOf(timings);
        accessions = List.copyOf(accessions);
        requests = List.copyOf(requests);
        why = List.copyOf(why);
        whatIfs = List.copyOf(whatIfs);
        facts = List.copyOf(facts);
        limits = List.copyOf(limits);
        references = List.copyOf(references);
        Set<String> ids = new HashSet<>();
        facts.forEach(fact -> claimId(ids, fact.id()));
        references.forEach(reference -> claimId(ids, reference.id()));
        for (Fact fact : facts) {
            for (String document : fact.documents()) {
                if (references.stream().noneMatch(reference -> reference.id().equals(document))) {
                    throw new IllegalArgumentException("fact " + fact.id() + " cites \"" + document
                            + "\", which is not in the bibliography; add the reference");
                }
            }
        }
        for (Grounds.Claim claim : grounds.claims()) {
            if (!ids.contains(claim.source())) {
                throw new IllegalArgumentException(claim.pointer() + " rests on \"" + claim.source()
                        + "\", which is neither a fact nor in the bibliography; add it");
            }
        }
        Set<String> names = new HashSet<>();
        outcome.forEach(chart -> claim(names, chart.name()));
        why.forEach(chart -> claim(names, chart.name()));
        if (maps != null) {
            claim(names, maps.series().name());
        }
    }

    private static void claimId(Set<String> taken, String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "\"" + id + "\" cannot be an id of the report; give a letter, then letters, digits, - or _");
        }
        claim(taken, id);
    }

    private static void claim(Set<String> taken, String id) {
        if (!taken.add(id)) {
            throw new IllegalArgumentException(
                    "two entries of the report are called \"" + id + "\"; give each its own id");
        }
    }
}
