package blocsim.report;

import java.util.List;

/**
 * A fact that the scenario rests on.
 *
 * @param id its id, such as {@code S5}
 * @param fact what is the case, in the project's own words
 * @param seeds what in the scenario it seeds, such as a JSON pointer or a term of the model
 * @param documents where it is from: ids of references, such as {@code D2}
 */
public record Fact(String id, String fact, String seeds, List<String> documents) {
    /** A fact; the list is copied. */
    public Fact {
        documents = List.copyOf(documents);
    }
}
