package blocsim.forecast;

import blocsim.history.Cell;
import blocsim.history.Outcome;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the date of a decision came to lie among the dates held likely: forecasts of one cell for rising targets are a distribution of
 * the first date, read between targets in a straight line.
 *
 * @param cell the cell
 * @param date the first decision on record
 * @param by the probability held at the origin of a decision by that date
 * @param rank that probability as a share of that of a decision by the last target; over many decisions of a good source spread evenly
 *     from 0 to 1; not a number where the source ruled a decision out
 */
public record DateRank(Cell cell, LocalDate date, double by, double rank) {
    /**
     * The ranks of all decisions.
     *
     * @param forecasts of one source, of each cell for one target or several
     * @param outcomes of the same cells to the last target
     * @return one for each outcome with a decision and a forecast for its target, in the order of the outcomes
     */
    public static List<DateRank> of(List<Forecast> forecasts, List<Outcome> outcomes) {
        var byCell = new HashMap<Cell, List<Forecast>>();
        forecasts.forEach(one ->
                byCell.computeIfAbsent(one.cell(), cell -> new ArrayList<>()).add(one));
        byCell.values().forEach(list -> list.sort(Comparator.comparing(Forecast::target)));
        var ranks = new ArrayList<DateRank>();
        for (Outcome outcome : outcomes) {
            List<Forecast> held = forecasts(byCell, outcome.cell());
            if (outcome.decided()
                    && !held.isEmpty()
                    && held.get(held.size() - 1).target().equals(outcome.target())) {
                LocalDate date = outcome.decisions().get(0).decided();
                double by = by(outcome.cell().origin(), held, date);
                ranks.add(new DateRank(
                        outcome.cell(), date, by, by / held.get(held.size() - 1).decision()));
            }
        }
        return List.copyOf(ranks);
    }

    private static List<Forecast> forecasts(Map<Cell, List<Forecast>> byCell, Cell cell) {
        return Objects.requireNonNullElse(byCell.get(cell), List.of());
    }

    private static double by(LocalDate origin, List<Forecast> held, LocalDate date) {
        LocalDate before = origin;
        double reached = 0;
        for (Forecast forecast : held) {
            if (!date.isAfter(forecast.target())) {
                double share = (double) ChronoUnit.DAYS.between(before, date)
                        / ChronoUnit.DAYS.between(before, forecast.target());
                return reached + share * (forecast.decision() - reached);
            }
            before = forecast.target();
            reached = forecast.decision();
        }
        return reached;
    }
}
