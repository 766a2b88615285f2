package blocsim.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a scenario says of one state, over and above the panel.
 *
 * @param state who
 * @param figures figures that replace the panel's, from their dates on
 * @param patrons π_ip in [0, 1]: reliance on each patron, by the patron's code
 * @param tradeShares x_ij in [0, 1]: shares in the state's trade that replace the panel's, by the partner's code
 * @param electionYears years with an election of the head of state or government
 * @param relations what lies between an invented state and others; empty for a country
 */
public record Profile(
        State state,
        Map<Attribute, Dated<Double>> figures,
        Map<String, Dated<Double>> patrons,
        Map<String, Dated<Double>> tradeShares,
        List<Integer> electionYears,
        Relations relations) {
    /** Copies the collections and sorts the maps. */
    public Profile {

        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
        patrons = Collections.unmodifiableMap(new TreeMap<>(patrons));
        tradeShares = Collections.unmodifiableMap(new TreeMap<>(tradeShares));
        electionYears = List.copyOf(electionYears);
    }
}
