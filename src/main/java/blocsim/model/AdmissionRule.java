package blocsim.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who must agree before a candidate is admitted. A member that does not object supports. */
public sealed interface AdmissionRule {
    /** Admitted unless a voter objects: consensus without a vote, as in Article 16 of the SCO's Charter. */
    record NoObjection() implements AdmissionRule {}

    /**
     * Every voter has to agree, by a vote or a ratification. As not objecting is support, it admits as often as {@link
     * NoObjection}; it stands apart because its record is another: votes are counted and an abstention stops nobody.
     */
    record Unanimity() implements AdmissionRule {}

    /**
     * Only the objections of some voters stop a candidate.
     *
     * @param holders codes of the states that hold a veto; those that are no members have none
     */
    record VetoHolders(List<String> holders) implements AdmissionRule {
        /** Copies the list. */
        public VetoHolders {
            holders = List.copyOf(holders);
        }
    }

    /**
     * Admitted if enough voters support, each having one vote.
     *
     * @param share the share of voters needed, above 0 and at most 1
     */
    record Majority(double share) implements AdmissionRule {}

    /**
     * Admitted if voters of enough weight support.
     *
     * @param share the share of all weight needed, above 0 and at most 1
     * @param weights the weight of each voter by its code; empty for weights by GDP
     */
    record WeightedMajority(double share, Map<String, Double> weights) implements AdmissionRule {
        /** Copies the map. */
        public WeightedMajority {
            weights = Collections.unmodifiableMap(new TreeMap<>(weights));
        }
    }

    /**
     * Not taken up without a member that sponsors the candidate; then decided by another rule.
     *
     * @param then the rule for a candidate that has a sponsor
     */
    record SponsorRequired(AdmissionRule then) implements AdmissionRule {}

    /** The rule by which votes are counted, whatever has to come before. */
    default AdmissionRule counting() {
        return this instanceof SponsorRequired required ? required.then().counting() : this;
    }

    /** Whether a candidate needs a sponsor to be taken up. */
    default boolean needsSponsor() {
        return this instanceof SponsorRequired;
    }
}
