package blocsim.scenario;

import java.nio.file.Path;
import java.util.List;

/**
 * A scenario that changes one thing of another.
 *
 * @param file its file
 * @param expected what it should change
 */
public record WhatIf(Path file, List<Expectation> expected) {
    /** Copies the list. */
    public WhatIf {
        expected = List.copyOf(expected);
    }
}
