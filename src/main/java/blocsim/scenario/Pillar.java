package blocsim.scenario;

import blocsim.input.JsonSource;
import java.util.List;

/** The dimensions of security cooperation, as the source documents name them. */
final class Pillar {
    /** Their keys, in the order of the documentation. */
    static final List<String> DIMENSIONS = List.of("exercises", "rats", "databases", "extradition", "technology");

    private Pillar() {}

    /** Whether an object gives dimensions by name, and no number by date or with its evidence. */
    static boolean named(JsonSource.Members object) {
        return object.get("value") == null && !Shape.byDate(object);
    }
}
