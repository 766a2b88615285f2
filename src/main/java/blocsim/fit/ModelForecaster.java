package blocsim.fit;

import blocsim.engine.OneStep;
import blocsim.forecast.Forecast;
import blocsim.forecast.Forecaster;
import blocsim.history.Cell;
import blocsim.history.Cells;
import blocsim.model.Bloc;
import blocsim.model.Parameter;
import blocsim.panel.Panel;
import blocsim.panel.Standing;
import blocsim.panel.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Forecasts by the model in closed form, with parameters fitted at each origin to the years before it.
 *
 * <p>A decision may come in a way that the model rules out, such as through a gate that the bloc changes. How often such came is learnt from
 * the years before the origin, as the share of units, and added to every cell below the top.
 */
final class ModelForecaster implements Forecaster {
    private final Origins origins;
    private final Space space;
    private final int first;
    private final int starts;
    private final int evaluations;
    private final Map<Panel, Fit> fits = new HashMap<>();
    private double[] last;

    /**
     * @param first the year whose 31 December is the first origin learnt from
     * @param evaluations how many each search has
     */
    ModelForecaster(Origins origins, Space space, int first, int starts, int evaluations) {
        this.origins = origins;
        this.space = space;
        this.first = first;
        this.starts = starts;
        this.evaluations = evaluations;
        this.last = new double[space.factors().size()];
    }

    @Override
    public String name() {
        return "model";
    }

    /** The fit to the years before an origin. */
    Fit fit(Panel known, LocalDate origin) {
        return fits.computeIfAbsent(known.asOf(origin), view -> {
            var likelihood = Likelihood.of(origins, first, origin.getYear() - 1, view);
            boolean first = Arrays.stream(last).allMatch(at -> at == 0);
            var fit = Fit.of(likelihood, space, last, first ? starts : 0, evaluations, 1);
            last = fit.scaled();
            return fit;
        });
    }

    @Override
    public List<Forecast> forecast(Panel known, List<Cell> cells, int years) {
        if (cells.isEmpty()) {
            return List.of();
        }
        LocalDate origin = cells.get(0).origin();
        var fit = fit(known, origin);
        return forecast(known, cells, years, fit.point(), surprises(fit));
    }

    /** The share of units, in which something could be decided, that saw a rise which the model ruled out; from half of one in 2,000. */
    private static double surprises(Fit fit) {
        double events = 0.5;
        double units = 2000;
        for (int y = 0; y < fit.likelihood().years().size(); y++) {
            for (Likelihood.Term term : fit.likelihood().terms(y, fit.point())) {
                boolean raised =
                        term.unit().event() == Unit.Event.RAISED || term.unit().event() == Unit.Event.ASKED_RAISED;
                boolean out = raised && term.bloc() < 0;
                events += out ? 1 : 0;
                units++;
            }
        }
        return events / units;
    }

    private List<Forecast> forecast(Panel known, List<Cell> cells, int years, Point point, double surprise) {
        LocalDate origin = cells.get(0).origin();
        OneStep step = origins.at(origin, known);
        var chances = new Chances(point);
        var choices = new Chances.Choices();
        var likelihood = new Likelihood(List.of());
        double spread = point.parameters().get(Parameter.SUMMIT_SPREAD);
        var forecasts = new ArrayList<Forecast>();
        for (Cell cell : cells) {
            int b = bloc(step, cell.bloc());
            int i = step.world().state(cell.state());
            var up = new EnumMap<Status, Double>(Status.class);
            if (b >= 0 && i >= 0 && step.bloc(b).members() > 0) {
                rise(step, origin, b, i, chances, choices, likelihood, spread, up);
            }
            forecasts.add(forecast(known, cell, years, up, surprise));
        }
        return forecasts;
    }

    private static int bloc(OneStep step, String record) {
        for (int b = 0; b < step.world().blocs().size(); b++) {
            if (record.equals(step.world().blocs().get(b).record())) {
                return b;
            }
        }
        return -1;
    }

    private static void rise(
            OneStep step,
            LocalDate origin,
            int b,
            int i,
            Chances chances,
            Chances.Choices choices,
            Likelihood likelihood,
            double spread,
            Map<Status, Double> up) {
        var stake = step.stake(b, i);
        List<Integer> group = step.groups().stream()
                .filter(one -> one.contains(b))
                .findFirst()
                .orElseThrow();
        if (group.stream().anyMatch(other -> step.stake(other, i).approved() != 0)) {
            return;
        }
        Bloc bloc = step.world().blocs().get(b);
        if (stake.asked() != 0) {
            if (stake.isOpenAt(0, stake.asked())) {
                double passes = chances.passes(step, b, i, stake.asked());
                double years = (step.bloc(b).summit(0) - stake.askedDay()) / 365.25;
                double mean = chances.aged(likelihood.mean(chances.takenUpLogOdds(step, b, i), spread), years);
                up.put(status(bloc, stake.asked()), mean * passes);
            }
            return;
        }
        if (group.stream().anyMatch(other -> step.stake(other, i).asked() != 0)) {
            return;
        }
        double rate = chances.request(step, group, i, choices);
        double asks = 0;
        for (int n = 0; n < choices.count(); n++) {
            asks += choices.probability(n);
        }
        var unit = new Unit(i, group, -1, 0, 0, Unit.Event.NOTHING, 0, Double.NaN, List.of());
        var year = new Likelihood.Year(origin, step, List.of(unit));
        for (int n = 0; n < choices.count(); n++) {
            if (choices.bloc(n) == b) {
                up.merge(
                        status(bloc, choices.rung(n)),
                        likelihood.withoutRecord(year, unit, choices, n, rate, asks, spread),
                        Double::sum);
            }
        }
    }

    private static Status status(Bloc bloc, int rung) {
        return Status.valueOf(bloc.ladder().id(rung).toUpperCase(Locale.ROOT));
    }

    private static Forecast forecast(Panel known, Cell cell, int years, Map<Status, Double> up, double surprise) {
        var statuses = new EnumMap<Status, Double>(Status.class);
        statuses.put(Status.NONE, 0.0);
        var seen = new TreeSet<Status>();
        for (Standing standing : known.standings(cell.bloc())) {
            seen.add(standing.status());
        }
        seen.forEach(status -> statuses.put(status, 0.0));
        double model = 0;
        for (double p : up.values()) {
            model += p;
        }
        double yearly = 1 - (1 - Math.min(1, model)) * (1 - surprise);
        double by = -StrictMath.expm1(years * StrictMath.log1p(-Math.min(yearly, 1 - 1e-12)));
        double factor = model > 0 ? by / model : 0;
        up.forEach((status, p) -> statuses.merge(status, p * factor, Double::sum));
        if (model <= 0) {
            Status target = seen.stream()
                    .filter(status -> status != Status.WITHDRAWN
                            && status.ordinal() > cell.from().ordinal())
                    .findFirst()
                    .orElse(Status.MEMBER);
            statuses.merge(target, by, Double::sum);
        }
        double risen =
                statuses.values().stream().mapToDouble(Double::doubleValue).sum();
        statuses.merge(cell.from(), 1 - risen, Double::sum);
        return new Forecast(cell, cell.origin().plusYears(years), statuses, by, by);
    }

    /** The places of the last fit, to begin the next at. */
    double[] last() {
        return last.clone();
    }

    /** The cells of the headline. */
    static List<Cell> cells(Panel panel, int year) {
        return Cells.at(panel, Cells.origin(year), Cells.BLOCS);
    }
}
