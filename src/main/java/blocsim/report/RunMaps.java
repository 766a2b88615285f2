package blocsim.report;

import blocsim.model.World;
import blocsim.stats.Proportions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Findings as maps, one for the end of each tick. */
final class RunMaps {
    private static final int SMALL_MAPS = 6;

    private final RunView view;
    private final World world;
    private final String source;

    /** @param source where the figures come from */
    RunMaps(RunView view, String source) {
        this.view = view;
        this.world = view.world();
        this.source = source + ". " + Outlines.SOURCE;
    }

    /** Whether any state of the world has a place on a map; invented ones have none. */
    boolean possible() {
        return world.states().stream()
                .flatMap(state -> view.findings().prepared().panel().country(state.code()).stream())
                .anyMatch(country -> Double.isFinite(country.latitude())
                        || Outlines.of(country.isoNumber(), country.name()) != null);
    }

    /** The maps of all ticks. */
    List<MapChart> years() {
        var maps = new ArrayList<MapChart>();
        for (int tick = 0; tick < world.ticks(); tick++) {
            maps.add(map(tick));
        }
        return maps;
    }

    /** The map of the last tick on record. */
    MapChart now() {
        return map(view.lastTickOnRecord());
    }

    /** Small maps of some ticks, about equally far from each other, the last one of the horizon among them. */
    List<MapChart> some(List<MapChart> years) {
        int count = Math.min(SMALL_MAPS, years.size());
        var some = new ArrayList<MapChart>();
        for (int n = 1; n <= count; n++) {
            some.add(years.get(n * years.size() / count - 1));
        }
        return some;
    }

    /** Small maps; there must be more than one tick. */
    MapSeriesChart series(List<MapChart> years) {
        return new MapSeriesChart(view.blocName(), some(years), source);
    }

    private MapChart map(int tick) {
        LocalDate day = view.endOfTick(tick);
        var history = view.findings().history();
        Map<String, String> onRecord = history == null || day.isAfter(view.lastRecorded()) ? Map.of() : history.on(day);
        boolean recorded = history != null && !day.isAfter(view.lastRecorded());
        var places = new ArrayList<MapPlace>();
        for (int i = 0; i < world.states().size(); i++) {
            var state = world.states().get(i);
            var country = view.findings().prepared().panel().country(state.code());
            var statuses = new ArrayList<MapPlace.Status>();
            int[] counts = counts(tick, i);
            for (int rung = 0; rung <= view.top(); rung++) {
                statuses.add(new MapPlace.Status(
                        view.rung(rung), RunView.estimate(Proportions.wilson(counts[rung], view.runs()))));
            }
            places.add(new MapPlace(
                    state.code(),
                    state.name(),
                    country.map(c -> c.isoNumber()).orElse(0),
                    country.map(c -> c.latitude()).orElse(Double.NaN),
                    country.map(c -> c.longitude()).orElse(Double.NaN),
                    statuses,
                    recorded ? view.rung(onRecord.getOrDefault(state.code(), "none")) : null));
        }
        return new MapChart(view.blocName(), day, view.scenario().focus().state(), places, source);
    }

    private int[] counts(int tick, int state) {
        int[] counts = new int[view.top() + 1];
        for (var run : view.findings().ensemble().trajectories()) {
            counts[run.rung(tick, view.bloc(), state)]++;
        }
        return counts;
    }
}
