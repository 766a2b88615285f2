package blocsim.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of a scenario rest on.
 *
 * @param claims what its judgements cite, in the order of the file
 * @param figures every parameter of the model
 */
public record Grounds(List<Claim> claims, List<Figure> figures) {
    /**
     * A work that one value rests on.
     *
     * @param pointer the value, as a JSON pointer into the scenario
     * @param source the id of a fact or a reference
     * @param words what the work says of it, in the scenario's own words; may be empty
     * @param knownFrom the date from which one could know it; null where none is given
     */
    public record Claim(
            String pointer,
            String source,
            String words,
            @Nullable LocalDate knownFrom) {}

    /**
     * A parameter of the model.
     *
     * @param key its key under {@code /parameters}
     * @param symbol its letter in the equations; empty where there is none
     * @param meaning what it stands for
     * @param value in its unit
     * @param unit its unit; {@code 1} where it has none
     * @param source where its value is from; a bracket with known ids, such as {@code [A1, A2]}, becomes links
     * @param set whether the scenario sets it
     */
    public record Figure(
            String key, String symbol, String meaning, double value, String unit, String source, boolean set) {}

    /** Copies the lists. */
    public Grounds {
        claims = List.copyOf(claims);
        figures = List.copyOf(figures);
    }
}
