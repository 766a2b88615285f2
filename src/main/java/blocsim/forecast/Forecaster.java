package blocsim.forecast;

import blocsim.history.Cell;
import blocsim.history.Cells;
import blocsim.panel.Panel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whoever makes forecasts: a baseline or a model. It may learn only from the panel that it is given. */
public interface Forecaster {
    /** What tables and charts call it; lower case, words joined by hyphens. */
    String name();

    /**
     * Forecasts.
     *
     * @param known the panel as of the origin
     * @param cells of one origin
     * @param years from the origin to the target, at least 1
     * @return one for each cell that it has an answer for, in their order
     */
    List<Forecast> forecast(Panel known, List<Cell> cells, int years);

    /**
     * Forecasts from several origins, each from what was known there.
     *
     * @param panel the panel; the forecaster sees views of it only
     * @param first the year whose 31 December is the first origin
     * @param last that of the last origin
     * @param blocs codes of the blocs
     * @param years from each origin to its target
     */
    default List<Forecast> rolling(Panel panel, int first, int last, List<String> blocs, int years) {
        var all = new ArrayList<Forecast>();
        for (int year = first; year <= last; year++) {
            LocalDate origin = Cells.origin(year);
            all.addAll(forecast(panel.asOf(origin), Cells.at(panel, origin, blocs), years));
        }
        return List.copyOf(all);
    }
}
