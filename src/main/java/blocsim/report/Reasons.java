package blocsim.report;

import java.time.LocalDate;
import java.util.List;

/**
 * Why: what drew the state, and who stood in its way.
 *
 * @param weighed the day at which the motives are weighed
 * @param motives the parts of the value of the rung in question, costs below zero
 * @param stopped the share of runs in which a request of the state was stopped at least once, with its 95 % interval
 * @param objectors who stopped it, the most frequent first; empty if nobody did
 */
public record Reasons(LocalDate weighed, List<Motive> motives, Estimate stopped, List<Objector> objectors) {
    /**
     * One group of motives.
     *
     * @param name such as {@code Network}
     * @param meaning what it stands for, in a few words; may cite ids in brackets
     * @param part its mean part of the value, with the interval that holds the middle 90 % of runs
     */
    public record Motive(String name, String meaning, Estimate part) {}

    /**
     * One incumbent that objected.
     *
     * @param state its name
     * @param share the share of the runs with a stop in which it was the first to object at the first one, with its 95 % interval
     */
    public record Objector(String state, Estimate share) {}

    /** Reasons; the lists are copied. */
    public Reasons {
        motives = List.copyOf(motives);
        objectors = List.copyOf(objectors);
    }
}
