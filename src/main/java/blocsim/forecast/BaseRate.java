package blocsim.forecast;

import blocsim.history.Cell;
import blocsim.history.Outcome;
import blocsim.panel.Panel;
import java.util.List;

/**
 * The share of cells of the past, pooled over blocs, that saw a decision within a year; over more years as so many years alike.
 *
 * <p>A rung's rate is drawn to the rate over all rungs as by {@value #WEIGHT} cells of that rate, and that one starts from half an event
 * in one cell, so that no rate is 0.
 */
public final class BaseRate implements Forecaster {
    private static final double WEIGHT = 50;

    private final int first;
    private final List<String> blocs;
    private final boolean byRung;

    /**
     * @param first the year whose 31 December is the first origin learnt from
     * @param blocs the blocs learnt from
     * @param byRung whether each rung has a rate of its own
     */
    public BaseRate(int first, List<String> blocs, boolean byRung) {
        this.first = first;
        this.blocs = List.copyOf(blocs);
        this.byRung = byRung;
    }

    @Override
    public String name() {
        return byRung ? "base-rate-by-rung" : "base-rate";
    }

    @Override
    public List<Forecast> forecast(Panel known, List<Cell> cells, int years) {
        if (cells.isEmpty()) {
            return List.of();
        }
        var count = new double[Heights.COUNT];
        var events = new double[Heights.COUNT];
        double allCount = 1;
        double allEvents = 0.5;
        for (Outcome outcome : Past.before(known, cells.get(0).origin(), first, blocs)) {
            int height = Heights.of(outcome.cell().from());
            count[height]++;
            allCount++;
            events[height] += outcome.decided() ? 1 : 0;
            allEvents += outcome.decided() ? 1 : 0;
        }
        double rate = allEvents / allCount;
        var shares = new StatusShares(known, blocs);
        return cells.stream()
                .map(cell -> {
                    int height = Heights.of(cell.from());
                    double yearly = byRung ? (events[height] + WEIGHT * rate) / (count[height] + WEIGHT) : rate;
                    return shares.forecast(cell, cell.origin().plusYears(years), Years.within(yearly, years));
                })
                .toList();
    }
}
