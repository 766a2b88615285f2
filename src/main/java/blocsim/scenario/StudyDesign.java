package blocsim.scenario;

import java.nio.file.Path;

/** Which combinations of values a study runs. */
public sealed interface StudyDesign {
    /** All combinations; the last factor changes fastest. */
    record Factorial() implements StudyDesign {}

    /** Each factor's strata once each, paired at random (McKay, Beckman and Conover 1979). */
    record LatinHypercube(int points) implements StudyDesign {}

    /** Sobol's low-discrepancy sequence. */
    record Sobol(int points) implements StudyDesign {}

    /** Saltelli's pairs of points with one factor exchanged. */
    record Saltelli(int baseRows) implements StudyDesign {}

    /** Morris's trajectories. */
    record Morris(int trajectories, int levels) implements StudyDesign {}

    /** The rows of a CSV file. */
    record Listed(Path file) implements StudyDesign {}
}
