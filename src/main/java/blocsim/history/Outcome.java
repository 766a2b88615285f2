package blocsim.history;

import blocsim.panel.Decision;
import blocsim.panel.Panel;
import blocsim.panel.Standing;
import blocsim.panel.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What came of a cell by a target date.
 *
 * @param cell the cell
 * @param target the last day that counts
 * @param decisions to raise the state's status in the bloc, after the origin and by the target, by date
 * @param at the status reached by the target, in force or decided
 */
public record Outcome(Cell cell, LocalDate target, List<Decision> decisions, Status at) {
    private static final Set<String> OFFERERS = Set.of("ASEAN", "EU", "NATO");

    public Outcome {
        decisions = List.copyOf(decisions);
    }

    /** Whether there was at least one decision. */
    public boolean decided() {
        return !decisions.isEmpty();
    }

    /** Whether there was at least one decision that answered a state rather than a class of states. */
    public boolean answered() {
        return decisions.stream().anyMatch(decision -> !offered(decision));
    }

    /** Whether there was at least one offer to a class of states. */
    public boolean offered() {
        return decisions.stream().anyMatch(Outcome::offered);
    }

    /**
     * Whether a decision offered a programme to a class of states rather than answered one: Partnership for Peace, the Eastern
     * Partnership, ASEAN's dialogue.
     */
    public static boolean offered(Decision decision) {
        return decision.to() == Status.PARTNER && OFFERERS.contains(decision.bloc());
    }

    /**
     * What came of cells.
     *
     * @param record the panel that holds the record, which must reach the target to tell all
     * @param cells any, of one origin or several
     * @param years from each cell's origin to its target
     * @return one for each cell, in their order
     */
    public static List<Outcome> of(Panel record, List<Cell> cells, int years) {
        var decisions = new HashMap<String, List<Decision>>();
        var standings = new HashMap<String, List<Standing>>();
        for (String bloc : record.blocs()) {
            for (Decision decision : record.decisions(bloc)) {
                decisions
                        .computeIfAbsent(key(bloc, decision.iso3()), key -> new ArrayList<>())
                        .add(decision);
            }
            for (Standing standing : record.standings(bloc)) {
                standings
                        .computeIfAbsent(key(bloc, standing.iso3()), key -> new ArrayList<>())
                        .add(standing);
            }
        }
        return cells.stream()
                .map(cell -> {
                    String key = key(cell.bloc(), cell.state());
                    LocalDate target = cell.origin().plusYears(years);
                    var within = of(decisions, key).stream()
                            .filter(decision -> decision.decided().isAfter(cell.origin())
                                    && !decision.decided().isAfter(target))
                            .toList();
                    return new Outcome(cell, target, within, at(of(standings, key), target));
                })
                .toList();
    }

    private static <T> List<T> of(Map<String, List<T>> lists, String key) {
        return Objects.requireNonNullElse(lists.get(key), List.of());
    }

    private static String key(String bloc, String state) {
        return bloc + " " + state;
    }

    /** The latest status reached; of two decided on one day, as candidacy and membership, that which comes into force later. */
    private static Status at(List<Standing> standings, LocalDate target) {
        return standings.stream()
                .filter(standing -> !reached(standing).isAfter(target))
                .reduce((before, after) -> reached(after).isBefore(reached(before)) ? before : after)
                .map(Standing::status)
                .orElse(Status.NONE);
    }

    private static LocalDate reached(Standing standing) {
        LocalDate decided = standing.decided();
        return decided == null || decided.isAfter(standing.from()) ? standing.from() : decided;
    }
}
