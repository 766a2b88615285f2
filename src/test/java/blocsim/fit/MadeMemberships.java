package blocsim.fit;

import blocsim.panel.Panel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A made file of memberships: of two organisations, each takes in every year the state most of whose neighbours are members; a third, from
 * all over the world, stays as it is.
 */
public final class MadeMemberships {
    static final int FIRST = 1999;
    static final int LAST = 2007;

    private MadeMemberships() {}

    /**
     * Writes one.
     *
     * @param other the first year from which two states from elsewhere join instead; one after {@link #LAST} for none
     */
    public static Path write(Path file, int other) throws IOException {
        var panel = Panel.bundled();
        var members = new TreeMap<String, Set<String>>();
        members.put("EAST", new TreeSet<>(List.of("KAZ", "KGZ", "TJK", "UZB")));
        members.put("WEST", new TreeSet<>(List.of("CZE", "HUN", "POL", "SVK")));
        var lines = new ArrayList<>(List.of("year,igo,iso3,status"));
        for (int year = FIRST; year <= LAST; year++) {
            for (String state : List.of("AUS", "BRA", "IDN", "JPN", "MEX", "USA", "ZAF")) {
                lines.add(year + ",WIDE," + state + ",1");
            }
            for (var one : members.entrySet()) {
                if (year >= other) {
                    one.getValue().addAll(one.getKey().equals("EAST") ? List.of("IND", "MNG") : List.of("ESP", "GRC"));
                } else if (year > FIRST) {
                    one.getValue().add(nearest(panel, one.getValue()));
                }
                for (String state : one.getValue()) {
                    lines.add(year + "," + one.getKey() + "," + state + ",1");
                }
            }
        }
        return Files.write(file, lines);
    }

    private static String nearest(Panel panel, Set<String> members) {
        return members.stream()
                .flatMap(member -> panel.within300km(member).stream())
                .distinct()
                .filter(state -> !members.contains(state)
                        && panel.gdp(state, 2000, 2000).known()
                        && panel.idealPoint(state, 2000, 2000).known())
                .max(Comparator.<String>comparingDouble(state -> share(panel, state, members))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static double share(Panel panel, String state, Set<String> members) {
        List<String> neighbours = panel.within300km(state);
        return (double) neighbours.stream().filter(members::contains).count() / neighbours.size();
    }
}
