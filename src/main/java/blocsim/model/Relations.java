package blocsim.model;

import java.util.List;

/**
 * What lies between an invented state and others, in place of the data panel's tables of pairs. What stands with one of two states
 * holds for both.
 *
 * @param near codes of states within 300 km
 * @param borders codes of states across a land border, which are near as well
 * @param bodies ids of the organisations to which it belongs, other than the blocs
 * @param rivals codes of strategic rivals
 */
public record Relations(List<String> near, List<String> borders, List<String> bodies, List<String> rivals) {
    /** Copies the lists. */
    public Relations {
        near = List.copyOf(near);
        borders = List.copyOf(borders);
        bodies = List.copyOf(bodies);
        rivals = List.copyOf(rivals);
    }
}
