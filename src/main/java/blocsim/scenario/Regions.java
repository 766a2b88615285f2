package blocsim.scenario;

import blocsim.input.JsonSource;
import blocsim.panel.Panel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Continents and subregions of the United Nations geoscheme, and the states that a scenario takes in by naming one. */
final class Regions {
    static final String WORLD = "World";
    static final String[] CONTINENTS = {"Africa", "Americas", "Asia", "Europe", "Oceania"};
    static final String[] SUBREGIONS = {
        "Northern Africa",
        "Sub-Saharan Africa",
        "Latin America and the Caribbean",
        "Northern America",
        "Central Asia",
        "Eastern Asia",
        "South-eastern Asia",
        "Southern Asia",
        "Western Asia",
        "Eastern Europe",
        "Northern Europe",
        "Southern Europe",
        "Western Europe",
        "Australia and New Zealand",
        "Melanesia",
        "Micronesia",
        "Polynesia"
    };
    static final String[] ALL = Stream.of(Stream.of(WORLD), Stream.of(CONTINENTS), Stream.of(SUBREGIONS))
            .flatMap(names -> names)
            .toArray(String[]::new);

    private static final String KEY = "statesOf";
    private static final int ANY_YEAR = 9999;

    private Regions() {}

    /**
     * A tree in which every state of the regions at {@code statesOf} stands under {@code states}, and that key no more. What stands
     * under {@code states} already is kept as it is.
     */
    static JsonSource expanded(JsonSource tree) {
        if (!(tree instanceof JsonSource.Members whole) || !(whole.get(KEY) instanceof JsonSource.Items regions)) {
            return tree;
        }
        var names = Tree.texts(whole, KEY);
        if (names.size() < Tree.items(whole, KEY).size()
                || !List.of(ALL).containsAll(names)
                || (whole.get("states") != null && !(whole.get("states") instanceof JsonSource.Members))) {
            return tree;
        }
        var states = new TreeMap<String, JsonSource>();
        voters(names).forEach(code -> states.put(code, new JsonSource.Members(regions.place(), Map.of())));
        states.putAll(Tree.object(whole, "states").members());
        var members = new LinkedHashMap<>(whole.members());
        members.remove(KEY);
        members.put(
                "states", new JsonSource.Members(Tree.object(whole, "states").place(), states));
        return new JsonSource.Members(whole.place(), members);
    }

    /** The codes of the states in some regions that have an ideal point in the panel: those that voted in the General Assembly. */
    private static Stream<String> voters(List<String> names) {
        var panel = Panel.bundled();
        return panel.countries().stream()
                .filter(country -> names.contains(WORLD)
                        || names.contains(country.continent())
                        || names.contains(country.subregion()))
                .filter(country ->
                        panel.idealPoint(country.iso3(), ANY_YEAR, ANY_YEAR).known())
                .map(country -> country.iso3());
    }
}
