package blocsim.history;

import blocsim.panel.Country;
import blocsim.panel.Panel;
import blocsim.panel.Standing;
import blocsim.panel.Status;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * The cells of a back-test: states below the top rung of a bloc with at least {@value #LEAST_MEMBERS} members in force, as known at the
 * origin, that have an ideal point in the United Nations and a gross domestic product by then, however old.
 */
public final class Cells {
    /** The blocs of the headline figures: those whose rungs are asked for, not offered. */
    public static final List<String> BLOCS = List.of("SCO", "BRICS", "EAEU", "CSTO", "CIS", "NATO", "EU");

    /** A bloc with fewer members in force takes no part. */
    public static final int LEAST_MEMBERS = 3;

    private static final MonthDay YEAR_END = MonthDay.of(12, 31);

    private Cells() {}

    /** The origin of a year: its 31 December. */
    public static LocalDate origin(int year) {
        return YEAR_END.atYear(year);
    }

    /**
     * The cells of one origin.
     *
     * @param panel any; nothing later than the origin is read from it
     * @param origin 31 December of a year
     * @param blocs codes of blocs
     * @return by bloc in the order given, then by the code of the state
     * @throws IllegalArgumentException if the origin is no 31 December
     */
    public static List<Cell> at(Panel panel, LocalDate origin, List<String> blocs) {
        if (!origin.equals(origin(origin.getYear()))) {
            throw new IllegalArgumentException("the origin is " + origin + "; give 31 December of a year");
        }
        Panel known = panel.asOf(origin);
        int year = origin.getYear();
        var states = known.countries().stream()
                .map(Country::iso3)
                .filter(state -> known.idealPoint(state, year, year).known()
                        && known.gdp(state, year, year).known())
                .toList();
        var cells = new ArrayList<Cell>();
        for (String bloc : blocs) {
            var statuses = new HashMap<String, Status>();
            var approved = new HashSet<String>();
            for (Standing standing : known.standings(bloc)) {
                if (standing.inForce()) {
                    statuses.put(standing.iso3(), standing.status());
                } else {
                    approved.add(standing.iso3());
                }
            }
            long members = statuses.values().stream()
                    .filter(status -> status == Status.MEMBER)
                    .count();
            if (members >= LEAST_MEMBERS) {
                for (String state : states) {
                    Status from = statuses.getOrDefault(state, Status.NONE);
                    if (from != Status.MEMBER) {
                        cells.add(new Cell(origin, bloc, state, from, approved.contains(state)));
                    }
                }
            }
        }
        return List.copyOf(cells);
    }
}
