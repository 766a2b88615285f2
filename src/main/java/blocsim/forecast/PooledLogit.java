package blocsim.forecast;

import blocsim.history.Cell;
import blocsim.history.Outcome;
import blocsim.panel.Panel;
import blocsim.stats.LogisticFit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One logistic regression for all blocs, fitted anew at each origin on the years before it; over more years as so many years alike.
 *
 * <p>Three of its sets of inputs grow from what any student would try to what the record offers; the others are for organisations of one rung.
 */
public final class PooledLogit implements Forecaster {
    /** What it reads. */
    public enum Set {
        /** Share of the members in trade, distance in alignment, on the ladder. */
        BASIC("logit-a"),
        /** Also nearest co-memberships, defence pacts, neighbours, momentum, size, weight of the bloc. */
        WIDE("logit-b"),
        /** Also whether a request is pending. */
        PENDING("logit-c"),
        /** Share of the members in trade alone. */
        TRADE("logit-trade"),
        /** Geography, trade, distance in alignment and in regime, size: what needs no record of requests or rungs. */
        STRUCTURE("logit-structure");

        private final String label;

        Set(String label) {
            this.label = label;
        }
    }

    private static final double RIDGE = 1;

    private final Set set;
    private final int first;
    private final List<String> blocs;
    /** What was read of each view, so that a row can hold only what its own view shows. */
    private final Map<Panel, View> views = new ConcurrentHashMap<>();

    /**
     * @param set what it reads
     * @param first the year whose 31 December is the first origin learnt from
     * @param blocs the blocs learnt from
     */
    public PooledLogit(Set set, int first, List<String> blocs) {
        this.set = set;
        this.first = first;
        this.blocs = List.copyOf(blocs);
    }

    @Override
    public String name() {
        return set.label;
    }

    @Override
    public List<Forecast> forecast(Panel known, List<Cell> cells, int years) {
        if (cells.isEmpty()) {
            return List.of();
        }
        LogisticFit fit = fit(known, cells.get(0).origin());
        var shares = new StatusShares(known, blocs);
        return cells.stream()
                .map(cell -> {
                    double yearly = fit.probability(row(known, cell));
                    return shares.forecast(cell, cell.origin().plusYears(years), Years.within(yearly, years));
                })
                .toList();
    }

    private LogisticFit fit(Panel known, LocalDate origin) {
        List<Outcome> past = Past.before(known, origin, first, blocs);
        var x = new ArrayList<double[]>();
        var event = new boolean[past.size()];
        for (int k = 0; k < event.length; k++) {
            x.add(row(known, past.get(k).cell()));
            event[k] = past.get(k).decided();
        }
        return LogisticFit.of(x.toArray(double[][]::new), event, RIDGE);
    }

    private double[] row(Panel known, Cell cell) {
        return views.computeIfAbsent(known.asOf(cell.origin()), View::new).row(cell);
    }

    /** The rows of the cells of one origin, each read once. */
    private final class View {
        private final Panel known;
        private final Map<String, Inputs> byBloc = new HashMap<>();
        private final Map<Cell, double[]> rows = new HashMap<>();

        View(Panel known) {
            this.known = known;
        }

        synchronized double[] row(Cell cell) {
            return rows.computeIfAbsent(cell, this::read);
        }

        private double[] read(Cell cell) {
            var inputs = byBloc.computeIfAbsent(cell.bloc(), bloc -> new Inputs(known, cell.origin(), bloc));
            if (set == Set.TRADE) {
                return new double[] {inputs.trade(cell)};
            }
            if (set == Set.STRUCTURE) {
                return new double[] {
                    inputs.near(cell),
                    inputs.capitals(cell),
                    inputs.trade(cell),
                    inputs.distance(cell),
                    inputs.regimes(cell),
                    inputs.size(cell),
                    inputs.worldShare()
                };
            }
            var row = new ArrayList<Double>(List.of(inputs.trade(cell), inputs.distance(cell), inputs.onLadder(cell)));
            if (set != Set.BASIC) {
                row.addAll(List.of(
                        inputs.network(cell),
                        inputs.allies(cell),
                        inputs.near(cell),
                        inputs.momentum(),
                        inputs.size(cell),
                        inputs.worldShare()));
            }
            if (set == Set.PENDING) {
                row.add(inputs.pending(cell));
            }
            return row.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
