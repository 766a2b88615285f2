package blocsim.forecast;

import blocsim.history.Cell;
import blocsim.panel.Panel;
import java.util.List;

/** Everything stays as it is: the probability of a decision is 0. */
public final class Persistence implements Forecaster {
    @Override
    public String name() {
        return "persistence";
    }

    @Override
    public List<Forecast> forecast(Panel known, List<Cell> cells, int years) {
        var shares = new StatusShares(
                known, cells.stream().map(Cell::bloc).distinct().toList());
        return cells.stream()
                .map(cell -> shares.forecast(cell, cell.origin().plusYears(years), 0))
                .toList();
    }
}
