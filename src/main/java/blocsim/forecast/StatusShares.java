package blocsim.forecast;

import blocsim.history.Cell;
import blocsim.panel.Decision;
import blocsim.panel.Panel;
import blocsim.panel.Status;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * To which status a decision raises, as a share of the decisions known: pooled over blocs by the status before, with a prior of {@value
 * #PRIOR} of a decision on each status of the bloc above it.
 */
final class StatusShares {
    private static final double PRIOR = 0.5;

    private final Map<Status, Map<Status, Integer>> counts = new EnumMap<>(Status.class);
    private final Map<String, Set<Status>> rungs = new HashMap<>();

    StatusShares(Panel known, List<String> blocs) {
        for (String bloc : blocs) {
            for (Decision decision : known.decisions(bloc)) {
                counts.computeIfAbsent(decision.from(), from -> new EnumMap<>(Status.class))
                        .merge(decision.to(), 1, Integer::sum);
            }
            var seen = new TreeSet<Status>();
            known.standings(bloc).forEach(standing -> seen.add(standing.status()));
            rungs.put(bloc, seen);
        }
    }

    /** A forecast of one decision at most, with the probability of one. */
    Forecast forecast(Cell cell, LocalDate target, double decision) {
        var above = new EnumMap<Status, Double>(Status.class);
        double total = 0;
        for (Status status : Objects.requireNonNullElse(rungs.get(cell.bloc()), Set.<Status>of())) {
            if (Heights.of(status) > Heights.of(cell.from())) {
                double count = PRIOR
                        + Objects.requireNonNullElse(counts.get(cell.from()), Map.<Status, Integer>of())
                                .getOrDefault(status, 0);
                above.put(status, count);
                total += count;
            }
        }
        var statuses = new EnumMap<Status, Double>(Status.class);
        for (Status status : Objects.requireNonNullElse(rungs.get(cell.bloc()), Set.<Status>of())) {
            statuses.put(status, 0.0);
        }
        statuses.put(Status.NONE, 0.0);
        double mass = total > 0 ? decision : 0;
        for (Map.Entry<Status, Double> one : above.entrySet()) {
            statuses.put(one.getKey(), mass * one.getValue() / total);
        }
        statuses.put(cell.from(), 1 - mass);
        return new Forecast(cell, target, statuses, decision, decision);
    }
}
