package blocsim.scenario;

import java.util.List;

/**
 * What stands in a part of scenarios: a file that describes blocs and their events, and is no scenario by itself.
 *
 * @param blocs the codes of its blocs
 * @param events how many events it has
 */
public record Part(List<String> blocs, int events) {
    /** Copies the list. */
    public Part {
        blocs = List.copyOf(blocs);
    }
}
