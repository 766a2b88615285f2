package blocsim.forecast;

import blocsim.history.Cell;
import blocsim.history.Cells;
import blocsim.history.Outcome;
import blocsim.panel.Panel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The cells from which one may learn at an origin: one year each, all over by then. */
final class Past {
    private Past() {}

    /**
     * Cells and what came of them within a year.
     *
     * @param known the panel as of the origin
     * @param origin the origin
     * @param first the year whose 31 December is the first origin learnt from
     */
    static List<Outcome> before(Panel known, LocalDate origin, int first, List<String> blocs) {
        var all = new ArrayList<Outcome>();
        for (int year = first; year < origin.getYear(); year++) {
            List<Cell> cells = Cells.at(known, Cells.origin(year), blocs);
            all.addAll(Outcome.of(known, cells, 1));
        }
        return all;
    }
}
