package blocsim.scenario;

import blocsim.model.Attribute;
import blocsim.model.Bloc;
import blocsim.model.Condition;
import blocsim.model.Dated;
import blocsim.model.Event;
import blocsim.model.Figures;
import blocsim.model.Profile;
import blocsim.model.World;
import blocsim.panel.Country;
import blocsim.panel.Panel;
import blocsim.panel.Reading;
import blocsim.panel.Sender;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a scenario's states on a day, as they could be known on it: the scenario's own, else the panel's of the last
 * full year, else a stand-in that is noted. Nothing after {@code dataUntil} is looked at.
 */
final class FigureSource {
    private static final double EXPORTERS_LEAST_SHARE = 0.01;

    private final Scenario scenario;
    private final Panel panel;
    private final List<String> codes;
    private final List<Profile> profiles;
    private final RecordedStandings recorded;
    private final int untilYear;
    private final LocalDate until;
    private final int lastIdealPoint;
    private final Map<String, Integer> lastYears = new HashMap<>();
    private final Set<String> standIns = new TreeSet<>();
    private final Map<Integer, SortedMap<String, Double>> incomes = new HashMap<>();
    private final Map<Integer, Double> worldGdp = new HashMap<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final @Nullable InventedWorld invented;
    private final Map<LocalDate, Map<Integer, SortedMap<String, Double>>> reliances = new HashMap<>();

    FigureSource(Scenario scenario, Panel panel, List<String> codes, RecordedStandings recorded) {
        this.scenario = scenario;
        this.panel = panel;
        this.codes = codes;
        this.recorded = recorded;
        this.profiles = codes.stream().map(code -> scenario.states().get(code)).toList();
        codes.forEach(code -> index.put(code, index.size()));
        this.invented = scenario.invented() ? new InventedWorld(profiles) : null;
        var known = scenario.dataUntil();
        this.until = known == null ? LocalDate.of(9999, 12, 31) : known;
        this.untilYear = until.plusDays(1).getYear() - 1;
        panel.tables().forEach(table -> lastYears.put(table.table(), table.lastYear()));
        this.lastIdealPoint = codes.stream()
                .mapToInt(code -> panel.idealPoint(code, 9999, untilYear).fromYear())
                .max()
                .orElse(0);
    }

    /** What had to stand in for missing figures so far. */
    List<String> standIns() {
        return List.copyOf(standIns);
    }

    /** What stands in for the panel's tables of pairs; null where the states are countries. */
    @Nullable InventedWorld invented() {
        return invented;
    }

    private int at(String code) {
        return index.getOrDefault(code, World.NONE);
    }

    /** The last full year on a day. */
    private static int year(LocalDate day) {
        return day.getYear() - 1;
    }

    /** Whether ideal points of a day are no longer the panel's. */
    boolean beyondIdealPoints(LocalDate day) {
        return year(day) > lastIdealPoint;
    }

    /** For how many years a table of the panel has had no figures that may be known; of an invented world from its first day on. */
    private int held(String table, LocalDate day) {
        int last = invented != null
                ? year(scenario.horizon().start())
                : Math.min(untilYear, lastYears.getOrDefault(table, 9999));
        return Math.max(0, year(day) - last);
    }

    private @Nullable Double own(int state, Attribute attribute, LocalDate day) {
        var dated = profiles.get(state).figures().get(attribute);
        return dated == null ? null : ofDay(dated, day);
    }

    /** The value on a day; of an invented state the first value holds before its day as well. */
    private @Nullable Double ofDay(Dated<Double> dated, LocalDate day) {
        var value = dated.at(day);
        return value == null && invented != null && !dated.changes().isEmpty()
                ? dated.changes().get(dated.changes().firstKey())
                : value;
    }

    /** The figures of a day but for what hangs on blocs. */
    Figures.Draft draft(LocalDate day, int blocs) {
        int n = codes.size();
        var draft = new Figures.Draft(n, blocs);
        double[] gdp = new double[n];
        for (int i = 0; i < n; i++) {
            gdp[i] = gdp(i, day);
            draft.gdp(i, gdp[i]).gdpHeld(i, gdpHeld(i, day));
        }
        double world = invented == null
                ? worldGdp.computeIfAbsent(year(day), y -> panel.worldGdp(y, untilYear))
                : Arrays.stream(gdp).sum();
        draft.worldGdp(world);
        draft.tradeHeld(held("trade", day));
        double exporters = Arrays.stream(gdp)
                .filter(value -> value >= EXPORTERS_LEAST_SHARE * world)
                .sum();
        for (int i = 0; i < n; i++) {
            boolean eu = sanctioned(Sender.EU, i, day);
            boolean us = sanctioned(Sender.US, i, day);
            boolean un = sanctioned(Sender.UN, i, day);
            double sanctions = (eu || us ? 0.5 : 0) + (un ? 0.5 : 0);
            double capital = gdp[i] >= EXPORTERS_LEAST_SHARE * world ? gdp[i] / exporters : 0;
            draft.idealPoint(i, idealPoint(i, day))
                    .polyarchy(i, polyarchy(i, day))
                    .isolation(i, or(own(i, Attribute.ISOLATION, day), sanctions))
                    .need(i, or(own(i, Attribute.NEED, day), 1 - incomeRank(i, gdp[i], day)))
                    .capital(i, or(own(i, Attribute.CAPITAL, day), capital))
                    .threat(i, or(own(i, Attribute.THREAT, day), 0))
                    .neutrality(i, or(own(i, Attribute.NEUTRALITY, day), 0))
                    .election(i, profiles.get(i).electionYears().contains(day.getYear()))
                    .sanctionedBy(i, eu, us)
                    .inEu(i, recorded.isMember("EU", codes.get(i), day));
            trade(draft, i, day);
            reliance(draft, i, day);
        }
        pairs(draft, day);
        return draft;
    }

    private void pairs(Figures.Draft draft, LocalDate day) {
        if (invented != null) {
            draft.sharedBodies(invented.sharedBodies()).rivals(invented.rivals());
            return;
        }
        for (int i = 0; i < codes.size(); i++) {
            for (int j = i + 1; j < codes.size(); j++) {
                draft.sharedBodies(i, j, panel.comembership(codes.get(i), codes.get(j), year(day), untilYear));
                draft.rival(i, j, panel.rival(codes.get(i), codes.get(j), known(day)));
            }
        }
    }

    private LocalDate known(LocalDate day) {
        return until.isBefore(day) ? until : day;
    }

    private static double or(@Nullable Double own, double otherwise) {
        return own == null ? otherwise : own;
    }

    private double gdp(int state, LocalDate day) {
        var own = own(state, Attribute.GDP, day);
        if (own != null) {
            return own;
        }
        var reading = panel.gdp(codes.get(state), year(day), untilYear);
        if (reading.known()) {
            return reading.value();
        }
        double people = panel.population(codes.get(state), year(day), untilYear).value();
        double perHead = median(
                state,
                year(day),
                "GDP: its population at the median GDP per head",
                code -> panel.gdp(code, year(day), untilYear).value()
                        / panel.population(code, year(day), untilYear).value());
        return Double.isNaN(people) ? 1e9 : people * perHead;
    }

    /** For how many years a state's GDP has been carried on: since the scenario last gave one, else since the panel's last. */
    private int gdpHeld(int state, LocalDate day) {
        if (own(state, Attribute.GDP, day) == null) {
            var reading = panel.gdp(codes.get(state), year(day), untilYear);
            return reading.known() ? year(day) - reading.fromYear() : held("gdp", day);
        }
        var given = profiles.get(state)
                .figures()
                .getOrDefault(Attribute.GDP, Dated.from(Map.of()))
                .changes()
                .headMap(day.plusDays(1));
        boolean dated = !given.isEmpty() && !given.lastKey().equals(LocalDate.MIN);
        if (dated) {
            return year(day) - year(given.lastKey());
        }
        return invented == null ? 0 : held("gdp", day);
    }

    private double idealPoint(int state, LocalDate day) {
        double shift = 0;
        for (Event event : scenario.events()) {
            if (event instanceof Event.AlignmentShift e && e.state().equals(codes.get(state)) && holds(e, day)) {
                shift += e.shift();
            }
        }
        var own = own(state, Attribute.IDEAL_POINT, day);
        return shift
                + (own != null
                        ? own
                        : reading(state, "ideal point", code -> panel.idealPoint(code, year(day), untilYear), day));
    }

    private double polyarchy(int state, LocalDate day) {
        var own = own(state, Attribute.POLYARCHY, day);
        return own != null
                ? own
                : reading(state, "democracy index", code -> panel.polyarchy(code, year(day), untilYear), day);
    }

    private interface Series {
        Reading at(String code);
    }

    private interface Statistic {
        double at(String code);
    }

    private double reading(int state, String what, Series series, LocalDate day) {
        var reading = series.at(codes.get(state));
        if (reading.known()) {
            return reading.value();
        }
        return median(
                state, year(day), what + ": the median", code -> series.at(code).value());
    }

    /** The median of a state's subregion; where that has no figure, of its continent, and where that has none, of the world. */
    private double median(int state, int year, String what, Statistic statistic) {
        String code = codes.get(state);
        var scopes = new LinkedHashMap<String, Function<Country, String>>();
        scopes.put("its subregion", Country::subregion);
        scopes.put("its continent", Country::continent);
        scopes.put("the world", country -> "");
        for (var scope : scopes.entrySet()) {
            String place = panel.country(code).map(scope.getValue()).orElse("");
            double[] values = panel.countries().stream()
                    .filter(country -> scope.getValue().apply(country).equals(place))
                    .mapToDouble(country -> statistic.at(country.iso3()))
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            if (values.length > 0) {
                standIns.add(code + " " + what + " of " + scope.getKey());
                return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
            }
        }
        throw new IllegalStateException("no figure of " + year + " stands in for " + code + "; give one under /states");
    }

    /** The share of the panel's states with less GDP per head. */
    private double incomeRank(int state, double gdp, LocalDate day) {
        var perHead = incomes.computeIfAbsent(year(day), year -> {
            var map = new TreeMap<String, Double>();
            for (var country : panel.countries()) {
                double value = panel.gdp(country.iso3(), year, untilYear).value()
                        / panel.population(country.iso3(), year, untilYear).value();
                if (Double.isFinite(value)) {
                    map.put(country.iso3(), value);
                }
            }
            return map;
        });
        double people = panel.population(codes.get(state), year(day), untilYear).value();
        if (Double.isNaN(people) || perHead.isEmpty()) {
            standIns.add(codes.get(state) + " need of investment: the middle of the range");
            return 0.5;
        }
        long poorer =
                perHead.values().stream().filter(value -> value < gdp / people).count();
        return (double) poorer / perHead.size();
    }

    private boolean sanctioned(Sender sender, int state, LocalDate day) {
        boolean onRecord = panel.sanctioned(sender, codes.get(state), day, until);
        for (Event event : scenario.events()) {
            if (event instanceof Event.Sanctions e
                    && e.target().equals(codes.get(state))
                    && e.sender().equals(sender.name())
                    && holds(e, day)) {
                onRecord = e.inForce();
            }
        }
        return onRecord;
    }

    private static boolean holds(Event event, LocalDate day) {
        return !event.from().isAfter(day) && (event.until() == null || day.isBefore(event.until()));
    }

    private void trade(Figures.Draft draft, int i, LocalDate day) {
        if (invented != null) {
            inventedTrade(draft, i, day);
            return;
        }
        double[] published = panel.tradeShares(codes.get(i), codes, year(day), untilYear);
        double[] shares = published.clone();
        double growth = 1;
        for (Event event : scenario.events()) {
            if (event instanceof Event.TradeShock e && holds(e, day)) {
                int j = e.a().equals(codes.get(i)) ? at(e.b()) : e.b().equals(codes.get(i)) ? at(e.a()) : World.NONE;
                if (j != World.NONE) {
                    growth += shares[j] * (e.factor() - 1);
                    shares[j] *= e.factor();
                }
            }
        }
        double squares = panel.tradeConcentration(codes.get(i), year(day), untilYear);
        squares *= squares / (growth * growth);
        for (int j = 0; j < shares.length; j++) {
            var own = profiles.get(i).tradeShares().get(codes.get(j));
            Double given = own == null ? null : own.at(day);
            double share = given == null ? shares[j] / growth : given;
            double unshocked = published[j] / growth;
            squares += share * share - unshocked * unshocked;
            draft.tradeShare(i, j, share);
        }
        draft.concentration(i, StrictMath.sqrt(Math.max(0, Math.min(1, squares))));
    }

    /** What the scenario says of an invented state's trade, which is all there is, under the shocks of a day. */
    private void inventedTrade(Figures.Draft draft, int i, LocalDate day) {
        var shares = new TreeMap<Integer, Double>();
        profiles.get(i).tradeShares().forEach((partner, dated) -> {
            Double share = ofDay(dated, day);
            shares.put(at(partner), share == null ? 0 : share);
        });
        double growth = 1;
        for (Event event : scenario.events()) {
            if (event instanceof Event.TradeShock e && holds(e, day)) {
                int a = at(e.a());
                int b = at(e.b());
                Double before = a == i ? shares.get(b) : b == i ? shares.get(a) : null;
                if (before != null) {
                    growth += before * (e.factor() - 1);
                    shares.put(a == i ? b : a, before * e.factor());
                }
            }
        }
        double squares = 0;
        for (var entry : shares.entrySet()) {
            double share = entry.getValue() / growth;
            squares += share * share;
            draft.tradeShare(i, entry.getKey(), share);
        }
        draft.concentration(i, StrictMath.sqrt(Math.min(1, squares)));
    }

    /** Reliance on each patron on a day: from evidence, else the trade share of the largest partner as a proxy. */
    private SortedMap<String, Double> reliance(int state, LocalDate day) {
        return reliances.computeIfAbsent(day, d -> new HashMap<>()).computeIfAbsent(state, s -> readReliance(s, day));
    }

    private SortedMap<String, Double> readReliance(int state, LocalDate day) {
        var given = new TreeMap<String, Double>();
        profiles.get(state).patrons().forEach((patron, dated) -> {
            Double value = ofDay(dated, day);
            if (value != null) {
                given.put(patron, value);
            }
        });
        if (given.isEmpty() && invented != null) {
            profiles.get(state).tradeShares().entrySet().stream()
                    .max(Comparator.comparingDouble(
                                    (Map.Entry<String, Dated<Double>> entry) -> or(ofDay(entry.getValue(), day), 0))
                            .thenComparing(Map.Entry.<String, Dated<Double>>comparingByKey()
                                    .reversed()))
                    .ifPresent(largest -> given.put(largest.getKey(), or(ofDay(largest.getValue(), day), 0)));
        } else if (given.isEmpty()) {
            String code = codes.get(state);
            panel.largestPartner(code, year(day), untilYear)
                    .ifPresent(partner ->
                            given.put(partner, panel.tradeShares(code, List.of(partner), year(day), untilYear)[0]));
        }
        return given;
    }

    private void reliance(Figures.Draft draft, int i, LocalDate day) {
        var reliance = reliance(i, day);
        reliance.forEach((patron, value) -> {
            int p = at(patron);
            if (p >= 0) {
                draft.reliance(i, p, value);
            }
        });
        reliance.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry<String, Double>::getValue)
                        .thenComparing(
                                Map.Entry.<String, Double>comparingByKey().reversed()))
                .ifPresent(main -> draft.mainPatron(i, at(main.getKey()), main.getValue()));
    }

    /** Σ_p π_ip g_pb on a day. */
    double patronPull(Bloc bloc, int state, LocalDate day) {
        double pull = 0;
        for (var entry : reliance(state, day).entrySet()) {
            var stance = bloc.stances().get(entry.getKey());
            if (stance != null) {
                pull += entry.getValue() * stance.at(day, 0.0);
            }
        }
        return Math.max(-1, Math.min(1, pull));
    }

    /** Whether a state meets a condition on a day; conditions that hang on the run are left to it and count as met. */
    boolean passes(Condition condition, int state, LocalDate day) {
        if (condition instanceof Condition.Closed) {
            return false;
        }
        if (condition instanceof Condition.Region region) {
            return region.states().contains(codes.get(state))
                    || panel.country(codes.get(state))
                            .map(country -> region.continents().contains(country.continent())
                                    || region.subregions().contains(country.subregion()))
                            .orElse(false);
        }
        if (condition instanceof Condition.NoUnSanctions) {
            return !sanctioned(Sender.UN, state, day);
        }
        return true;
    }
}
