package blocsim.model;

import java.util.List;

/** What a gate asks of a candidate. */
public sealed interface Condition {
    /** Nobody passes: a pause in admissions, or a rung for which no procedure exists. */
    record Closed() implements Condition {}

    /** The candidate lies on one of these continents, in one of these subregions, or is one of these states, by code. */
    record Region(List<String> continents, List<String> subregions, List<String> states) implements Condition {
        /** Copies the lists. */
        public Region {
            continents = List.copyOf(continents);
            subregions = List.copyOf(subregions);
            states = List.copyOf(states);
        }
    }

    /** The Security Council has no sanctions in force on the candidate. */
    record NoUnSanctions() implements Condition {}

    /** The candidate is in no open armed conflict with a member. */
    record NoOpenConflict() implements Condition {}

    /** The candidate has diplomatic relations with every member. */
    record DiplomaticRelations() implements Condition {}

    /** The candidate holds one of these rungs. */
    record PriorRung(List<String> rungs) implements Condition {
        /** Copies the list. */
        public PriorRung {
            rungs = List.copyOf(rungs);
        }
    }

    /** The candidate has held its present rung for so many years. */
    record MinimumYears(double years) implements Condition {}

    /** The candidate is a full member of none of these blocs, which are named by their codes. */
    record NotMemberOf(List<String> blocs) implements Condition {
        /** Copies the list. */
        public NotMemberOf {
            blocs = List.copyOf(blocs);
        }
    }

    /** Whether the condition already decides who may ask, and not only who may be admitted. */
    default boolean barsAsking() {
        return this instanceof Region || this instanceof PriorRung || this instanceof MinimumYears;
    }
}
