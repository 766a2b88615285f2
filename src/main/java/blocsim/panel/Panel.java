package blocsim.panel;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The data panel: figures of states and of pairs of states by year, and the dated record of the blocs.
 *
 * <p>Figures are asked for a year, and with {@code until}, the last year whose data may be used, so that a forecast from
 * that year looks no further. Where a source has no figure for the year, the last one before is held and so marked. What
 * each table holds, its unit, source and licence is in {@link #tables()}.
 *
 * <p>Immutable and safe to share between threads; a table is read when first asked for.
 */
public final class Panel {
    /** Tables of figures by state and year, with the bounds that a user's figure must keep. */
    private static final Map<String, OverrideFiles.Bounds> STATE_FIGURES = new TreeMap<>(Map.of(
            "gdp", new OverrideFiles.Bounds(1, Double.MAX_VALUE),
            "population", new OverrideFiles.Bounds(1, Double.MAX_VALUE),
            "cinc", new OverrideFiles.Bounds(0, 1),
            "polyarchy", new OverrideFiles.Bounds(0, 1),
            "ideal_point", new OverrideFiles.Bounds(-10, 10)));

    /** Tables of figures by pair and year. */
    private static final Map<String, OverrideFiles.Bounds> PAIR_FIGURES = new TreeMap<>(Map.of(
            "trade", new OverrideFiles.Bounds(0, Double.MAX_VALUE), "comembership", new OverrideFiles.Bounds(0, 1)));

    /** What the shipped figures of a pair table are divided by. */
    private static final Map<String, Double> PAIR_SCALE = Map.of("trade", 1.0, "comembership", 1000.0);

    private static final List<String> RECORDS = List.of(
            "states",
            "neighbours",
            "alliances",
            "rivalries",
            "sanctions",
            "sanctions_by_hand",
            "diplomatic_absences",
            "standings",
            "requests",
            "decisions",
            "rules");

    private static final double EARTH_RADIUS_KM = 6371.0088;
    private static final MonthDay YEAR_END = MonthDay.of(12, 31);
    private static final Lazy<Panel> BUNDLED = new Lazy<>(() -> new Panel(Tables.bundled()));

    private final Map<String, Lazy<YearTable>> stateFigures;
    private final Map<String, Lazy<PairTable>> pairFigures;
    private final RecordTable<Country> states;
    private final RecordTable<Neighbours> neighbours;
    private final RecordTable<Alliance> alliances;
    private final RecordTable<Rivalry> rivalries;
    private final RecordTable<SanctionYear> sanctionYears;
    private final RecordTable<SanctionSpell> sanctionSpells;
    private final RecordTable<DiplomaticAbsence> absences;
    private final RecordTable<Standing> standings;
    private final RecordTable<Request> requests;
    private final RecordTable<Decision> decisions;
    private final RecordTable<DatedRule> rules;
    private final RecordTable<TableInfo> tables;
    /** The last day that can be seen, whatever is asked. */
    private final LocalDate horizon;
    /** The panel that this one is a view of; null for one that is none. */
    private final @Nullable Panel whole;

    private final Map<LocalDate, Panel> views = new ConcurrentHashMap<>();
    private final Lazy<List<Country>> countries = new Lazy<>(this::inOrder);
    private final Lazy<Map<String, Integer>> position = new Lazy<>(this::positions);
    private final Lazy<Map<String, List<String>>> near = new Lazy<>(this::nearby);

    Panel(Tables tables) {
        this(
                new TreeMap<>(),
                new TreeMap<>(),
                RecordTable.of("states", Country.COLUMNS, Country::of, tables),
                RecordTable.of("neighbours", Neighbours.COLUMNS, Neighbours::of, tables),
                RecordTable.of("alliances", Alliance.COLUMNS, Alliance::of, tables),
                RecordTable.of("rivalries", Rivalry.COLUMNS, Rivalry::of, tables),
                RecordTable.of("sanctions", SanctionYear.COLUMNS, SanctionYear::of, tables),
                RecordTable.of("sanctions_by_hand", SanctionSpell.COLUMNS, SanctionSpell::of, tables),
                RecordTable.of("diplomatic_absences", DiplomaticAbsence.COLUMNS, DiplomaticAbsence::of, tables),
                RecordTable.of("standings", Standing.COLUMNS, Standing::of, tables),
                RecordTable.of("requests", Request.COLUMNS, Request::of, tables),
                RecordTable.of("decisions", Decision.COLUMNS, Decision::of, tables),
                RecordTable.of("rules", DatedRule.COLUMNS, DatedRule::of, tables),
                RecordTable.of("tables", TableInfo.COLUMNS, TableInfo::of, tables),
                LocalDate.MAX,
                null);
        for (String name : STATE_FIGURES.keySet()) {
            stateFigures.put(name, new Lazy<>(() -> YearTable.of(wide(tables, name, 1, 1))));
        }
        for (String name : PAIR_FIGURES.keySet()) {
            double scale = Objects.requireNonNull(PAIR_SCALE.get(name));
            pairFigures.put(name, new Lazy<>(() -> PairTable.of(wide(tables, name, 2, scale))));
        }
    }

    private Panel(
            Map<String, Lazy<YearTable>> stateFigures,
            Map<String, Lazy<PairTable>> pairFigures,
            RecordTable<Country> states,
            RecordTable<Neighbours> neighbours,
            RecordTable<Alliance> alliances,
            RecordTable<Rivalry> rivalries,
            RecordTable<SanctionYear> sanctionYears,
            RecordTable<SanctionSpell> sanctionSpells,
            RecordTable<DiplomaticAbsence> absences,
            RecordTable<Standing> standings,
            RecordTable<Request> requests,
            RecordTable<Decision> decisions,
            RecordTable<DatedRule> rules,
            RecordTable<TableInfo> tables,
            LocalDate horizon,
            @Nullable Panel whole) {
        this.stateFigures = stateFigures;
        this.pairFigures = pairFigures;
        this.states = states;
        this.neighbours = neighbours;
        this.alliances = alliances;
        this.rivalries = rivalries;
        this.sanctionYears = sanctionYears;
        this.sanctionSpells = sanctionSpells;
        this.absences = absences;
        this.standings = standings;
        this.requests = requests;
        this.decisions = decisions;
        this.rules = rules;
        this.tables = tables;
        this.horizon = horizon;
        this.whole = whole;
    }

    /**
     * This panel as it was known at the end of a day: nothing later can be read from it, whatever year or date is asked for.
     *
     * <p>A figure of a year is known from 31 December of it. Of spells, those that began by then, open if they ended later.
     * Requests made by then, pending if their outcome came later or is not dated, and without the objectors. Standings and
     * approvals as {@link Standing#asOf} says. Decisions, rules and sanctions dated by then. What is undated, names, places and
     * neighbours, is the same on every day. Lags of publication are not known and so not taken off: some figures came out
     * later than the year they are of.
     *
     * @param date at the end of which one looks; one later than this view's own gives this view's
     */
    public Panel asOf(LocalDate date) {
        if (!date.isBefore(horizon)) {
            return this;
        }
        Panel root = whole == null ? this : whole;
        return root.views.computeIfAbsent(date, root::view);
    }

    private Panel view(LocalDate date) {
        int year = date.equals(YEAR_END.atYear(date.getYear())) ? date.getYear() : date.getYear() - 1;
        var states = new TreeMap<String, Lazy<YearTable>>();
        stateFigures.forEach(
                (name, table) -> states.put(name, new Lazy<>(() -> table.get().until(year))));
        var pairs = new TreeMap<String, Lazy<PairTable>>();
        pairFigures.forEach(
                (name, table) -> pairs.put(name, new Lazy<>(() -> table.get().until(year))));
        return new Panel(
                states,
                pairs,
                this.states,
                neighbours,
                alliances.seen(row -> row.asOf(year)),
                rivalries.seen(row -> row.asOf(year)),
                sanctionYears.seen(row -> Optional.of(row).filter(one -> one.year() <= year)),
                sanctionSpells.seen(row -> row.asOf(date)),
                absences.seen(row -> row.asOf(date)),
                standings.seen(row -> row.asOf(date)),
                requests.seen(row -> row.asOf(date)),
                decisions.seen(
                        row -> Optional.of(row).filter(one -> !one.decided().isAfter(date))),
                rules.seen(row -> Optional.of(row).filter(one -> !one.from().isAfter(date))),
                tables,
                date,
                this);
    }

    /** The last day that can be seen in this panel; {@link LocalDate#MAX} unless it is a view. */
    public LocalDate horizon() {
        return horizon;
    }

    /**
     * This panel with another record of blocs in place of its own: these standings and decisions, no requests and no rules.
     *
     * <p>Views of it show of them what {@link #asOf} says. Figures of states and pairs stay.
     */
    public Panel recording(List<Standing> theirStandings, List<Decision> theirDecisions) {
        return new Panel(
                stateFigures,
                pairFigures,
                states,
                neighbours,
                alliances,
                rivalries,
                sanctionYears,
                sanctionSpells,
                absences,
                standings.instead(theirStandings),
                requests.instead(List.of()),
                decisions.instead(theirDecisions),
                rules.instead(List.of()),
                tables,
                horizon,
                null);
    }

    /** The panel that stands in the project. */
    public static Panel bundled() {
        return BUNDLED.get();
    }

    /**
     * This panel with users' own tables in it: figures replace those of the same state and year, rows are added, and a
     * state may be new.
     *
     * @param overrides tables in any order; a table may be named more than once
     * @throws InputException with every problem in all of them
     */
    public Panel with(List<PanelOverride> overrides) throws InputException {
        var problems = new ArrayList<InputProblem>();
        for (PanelOverride override : overrides) {
            if (!overridable().contains(override.table())) {
                problems.add(new InputProblem(
                        override.csv().toString(),
                        0,
                        "",
                        "the panel has no table \"" + override.table() + "\" to override",
                        "its tables are " + String.join(", ", overridable()) + "."));
            }
        }
        RecordTable<Country> known = states.with(overrides, code -> true, problems);
        var codes = new TreeSet<String>();
        known.rows().forEach(country -> codes.add(country.iso3()));
        Predicate<String> isState = codes::contains;
        var wider = new Panel(
                statesWith(overrides, isState, problems),
                pairsWith(overrides, isState, problems),
                known,
                neighbours.with(overrides, isState, problems),
                alliances.with(overrides, isState, problems),
                rivalries.with(overrides, isState, problems),
                sanctionYears.with(overrides, isState, problems),
                sanctionSpells.with(overrides, isState, problems),
                absences.with(overrides, isState, problems),
                standings.with(overrides, isState, problems),
                requests.with(overrides, isState, problems),
                decisions.with(overrides, isState, problems),
                rules.with(overrides, isState, problems),
                tables,
                horizon,
                null);
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return wider;
    }

    private static Set<String> overridable() {
        var names = new TreeSet<>(RECORDS);
        names.addAll(STATE_FIGURES.keySet());
        names.addAll(PAIR_FIGURES.keySet());
        return names;
    }

    private static List<Path> files(List<PanelOverride> overrides, String table) {
        return overrides.stream()
                .filter(override -> override.table().equals(table))
                .map(PanelOverride::csv)
                .toList();
    }

    private Map<String, Lazy<YearTable>> statesWith(
            List<PanelOverride> overrides, Predicate<String> isState, List<InputProblem> problems) {
        var wider = new TreeMap<String, Lazy<YearTable>>();
        stateFigures.forEach((name, table) -> {
            var bounds = Objects.requireNonNull(STATE_FIGURES.get(name));
            var cells = OverrideFiles.states(files(overrides, name), bounds, isState, problems);
            wider.put(
                    name, cells.isEmpty() ? table : new Lazy<>(() -> table.get().with(cells)));
        });
        return wider;
    }

    private Map<String, Lazy<PairTable>> pairsWith(
            List<PanelOverride> overrides, Predicate<String> isState, List<InputProblem> problems) {
        var wider = new TreeMap<String, Lazy<PairTable>>();
        pairFigures.forEach((name, table) -> {
            var bounds = Objects.requireNonNull(PAIR_FIGURES.get(name));
            var cells = OverrideFiles.pairs(files(overrides, name), bounds, isState, problems);
            wider.put(
                    name, cells.isEmpty() ? table : new Lazy<>(() -> table.get().with(cells)));
        });
        return wider;
    }

    /** All states and territories that some table names, in the order of their codes. */
    public List<Country> countries() {
        return countries.get();
    }

    /** The state of a code, if the panel knows it. */
    public Optional<Country> country(String iso3) {
        return Optional.ofNullable(last(states, iso3));
    }

    /** The position of a state in {@link #countries()}, or -1. */
    public int index(String iso3) {
        @Nullable Integer at = position.get().get(iso3);
        return at == null ? -1 : at;
    }

    /** Gross domestic product in current US dollars. */
    public Reading gdp(String iso3, int year, int until) {
        return figure("gdp", iso3, year, until);
    }

    /** Inhabitants. */
    public Reading population(String iso3, int year, int until) {
        return figure("population", iso3, year, until);
    }

    /** Share of the world's material capabilities (CINC), in [0, 1]. */
    public Reading capability(String iso3, int year, int until) {
        return figure("cinc", iso3, year, until);
    }

    /** Electoral democracy (V-Dem's polyarchy), in [0, 1]. */
    public Reading polyarchy(String iso3, int year, int until) {
        return figure("polyarchy", iso3, year, until);
    }

    /** Ideal point in the UN General Assembly, about -3 to 3; higher is closer to the United States. */
    public Reading idealPoint(String iso3, int year, int until) {
        return figure("ideal_point", iso3, year, until);
    }

    /** The sum of all states' gross domestic products, held figures included, in current US dollars. */
    public double worldGdp(int year, int until) {
        double sum = 0;
        for (Country country : countries()) {
            Reading reading = gdp(country.iso3(), year, until);
            if (reading.known()) {
                sum += reading.value();
            }
        }
        return sum;
    }

    /** Trade of a pair both ways in millions of current US dollars; not a number if nothing is known. */
    public double trade(String a, String b, int year, int until) {
        return tradeReading(a, b, year, until).value();
    }

    /** Trade of a pair both ways in millions of current US dollars, and where the figure comes from. */
    public Reading tradeReading(String a, String b, int year, int until) {
        return pairs("trade").reading(a, b, year, until);
    }

    /**
     * The shares of partners in a state's trade with all states of the panel.
     *
     * @return shape (k): a share in [0, 1] for each of the k partners in their order; 0 where nothing is known
     */
    public double[] tradeShares(String iso3, List<String> partners, int year, int until) {
        PairTable table = pairs("trade");
        double[] row = table.row(iso3, year, until);
        double total = sum(row);
        var shares = new double[partners.size()];
        for (int k = 0; k < shares.length; k++) {
            int at = table.at(partners.get(k));
            shares[k] = at < 0 || total == 0 ? 0 : row[at] / total;
        }
        return shares;
    }

    /** How concentrated a state's trade is: the root of the sum of squared shares, in [0, 1]; 0 if it has no trade. */
    public double tradeConcentration(String iso3, int year, int until) {
        double[] row = pairs("trade").row(iso3, year, until);
        double total = sum(row);
        double squares = 0;
        for (double flow : row) {
            squares += flow * flow;
        }
        return total == 0 ? 0 : StrictMath.sqrt(squares) / total;
    }

    /** The state with the largest share in a state's trade, the first by code among equals; empty if it has no trade. */
    public Optional<String> largestPartner(String iso3, int year, int until) {
        PairTable table = pairs("trade");
        double[] row = table.row(iso3, year, until);
        int largest = -1;
        double most = 0;
        for (int at = 0; at < row.length; at++) {
            if (row[at] > most) {
                most = row[at];
                largest = at;
            }
        }
        return largest < 0 ? Optional.empty() : Optional.of(table.codes().get(largest));
    }

    /** Affinity through shared organisations: a cosine in [0, 1]; not a number if nothing is known. */
    public double comembership(String a, String b, int year, int until) {
        return comembershipReading(a, b, year, until).value();
    }

    /** Affinity through shared organisations, and where the figure comes from. */
    public Reading comembershipReading(String a, String b, int year, int until) {
        return pairs("comembership").reading(a, b, year, until);
    }

    /** Whether two states share a border on land or along a river, as of the end of the source. */
    public boolean landBorder(String a, String b) {
        @Nullable Neighbours found = last(neighbours, Keyed.pair(a, b));
        return found != null && found.landBorder();
    }

    /** The states whose border comes within 300 km of a state's border, in the order of their codes. */
    public List<String> within300km(String iso3) {
        return Objects.requireNonNullElse(near.get().get(iso3), List.of());
    }

    /** Great-circle distance between two capitals in km; not a number where a capital is not known. */
    public double capitalDistanceKm(String a, String b) {
        @Nullable Country from = last(states, a);
        @Nullable Country to = last(states, b);
        if (from == null || to == null) {
            return Double.NaN;
        }
        double phi1 = StrictMath.toRadians(from.latitude());
        double phi2 = StrictMath.toRadians(to.latitude());
        double half1 = StrictMath.sin((phi2 - phi1) / 2);
        double half2 = StrictMath.sin(StrictMath.toRadians(to.longitude() - from.longitude()) / 2);
        double h = half1 * half1 + StrictMath.cos(phi1) * StrictMath.cos(phi2) * half2 * half2;
        return 2 * EARTH_RADIUS_KM * StrictMath.asin(StrictMath.sqrt(Math.min(1, h)));
    }

    /**
     * Whether a treaty binds one of two states to defend the other on a date; a pact open at the end of the source holds
     * on. To look no further than an origin, ask for the date of the origin.
     */
    public boolean ally(String a, String b, LocalDate date) {
        for (Alliance spell : alliances(a, b)) {
            if (spell.defence() && spell.in(date.getYear())) {
                return true;
            }
        }
        return false;
    }

    /** All spells of treaty obligations between two states. */
    public List<Alliance> alliances(String a, String b) {
        return alliances.of(Keyed.pair(a, b));
    }

    /** Whether two states are strategic rivals on a date; a rivalry open at the end of the source holds on. */
    public boolean rival(String a, String b, LocalDate date) {
        for (Rivalry spell : rivalries(a, b)) {
            if (spell.in(date.getYear())) {
                return true;
            }
        }
        return false;
    }

    /** All spells of rivalry between two states. */
    public List<Rivalry> rivalries(String a, String b) {
        return rivalries.of(Keyed.pair(a, b));
    }

    /**
     * Whether a state is under sanctions on a date, by nothing dated after {@code until}.
     *
     * <p>To the end of 2015 the published record of years decides, and says it of a year once that year is over. It is
     * not carried forward: from 2016 on only the spells entered by hand and users' own rows count. Beyond
     * {@code until}, what held on that day holds on.
     */
    public boolean sanctioned(Sender sender, String iso3, LocalDate date, LocalDate until) {
        LocalDate known = until.isAfter(horizon) ? horizon : until;
        LocalDate seen = date.isAfter(known) ? known : date;
        int year = seen.getYear();
        if (year > SanctionYear.LAST_YEAR) {
            for (SanctionSpell spell : sanctionSpells.of(iso3)) {
                if (spell.sender() == sender && spell.on(seen)) {
                    return true;
                }
            }
            return inYear(sender, iso3, year);
        }
        return inYear(sender, iso3, known.isBefore(YEAR_END.atYear(year)) ? year - 1 : year);
    }

    private boolean inYear(Sender sender, String iso3, int year) {
        boolean under = false;
        for (SanctionYear row : sanctionYears.of(iso3)) {
            // The last row of a year counts: a user's own row comes after the published one.
            under = row.year() == year ? row.by(sender) : under;
        }
        return under;
    }

    /** All sanctions entered by hand against a state. */
    public List<SanctionSpell> sanctionSpells(String iso3) {
        return sanctionSpells.of(iso3);
    }

    /** Whether two states have diplomatic relations on a date: all do but for the listed, dated pairs. */
    public boolean diplomaticRelations(String a, String b, LocalDate date) {
        for (DiplomaticAbsence absence : absences.of(Keyed.pair(a, b))) {
            if (absence.on(date)) {
                return false;
            }
        }
        return true;
    }

    /** The times in which two states had no diplomatic relations. */
    public List<DiplomaticAbsence> diplomaticAbsences(String a, String b) {
        return absences.of(Keyed.pair(a, b));
    }

    /** The dated steps on the ladder of a bloc, by date; on one day in the order of the record. */
    public List<Standing> standings(String bloc) {
        return byDate(standings.of(bloc));
    }

    /** The requests for a rung of a bloc, by date; on one day in the order of the record. */
    public List<Request> requests(String bloc) {
        return byDate(requests.of(bloc));
    }

    /** The decisions of a bloc to raise a status, by date; on one day in the order of the record. */
    public List<Decision> decisions(String bloc) {
        return byDate(decisions.of(bloc));
    }

    /** The dated rules of a bloc, by date; on one day in the order of the record. */
    public List<DatedRule> rules(String bloc) {
        return byDate(rules.of(bloc));
    }

    /** The codes of all blocs of the record, in their order. */
    public List<String> blocs() {
        var codes = new TreeSet<String>();
        standings.rows().forEach(row -> codes.add(row.bloc()));
        return List.copyOf(codes);
    }

    /** What each table is, where it comes from and on what terms; also those that its terms keep out. */
    public List<TableInfo> tables() {
        return tables.rows();
    }

    private Reading figure(String table, String iso3, int year, int until) {
        return Objects.requireNonNull(stateFigures.get(table)).get().reading(iso3, year, until);
    }

    private PairTable pairs(String table) {
        return Objects.requireNonNull(pairFigures.get(table)).get();
    }

    private static WideCsv wide(Tables tables, String name, int codes, double scale) {
        try (InputStream in = tables.open(name)) {
            return WideCsv.parse(in.readAllBytes(), codes, scale);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Country> inOrder() {
        // A user's own row of a state comes last and takes the place of the shipped one.
        var byCode = new TreeMap<String, Country>();
        states.rows().forEach(country -> byCode.put(country.iso3(), country));
        return List.copyOf(byCode.values());
    }

    private Map<String, Integer> positions() {
        var positions = new HashMap<String, Integer>();
        countries().forEach(country -> positions.put(country.iso3(), positions.size()));
        return positions;
    }

    private Map<String, List<String>> nearby() {
        var sets = new TreeMap<String, Set<String>>();
        for (Neighbours row : neighbours.rows()) {
            // A user's own row comes after the shipped one and may take it back.
            near(sets, row.a(), row.b(), row.within300km());
            near(sets, row.b(), row.a(), row.within300km());
        }
        var lists = new HashMap<String, List<String>>();
        sets.forEach((code, set) -> lists.put(code, List.copyOf(set)));
        return lists;
    }

    private static void near(Map<String, Set<String>> sets, String from, String to, boolean near) {
        Set<String> set = sets.computeIfAbsent(from, code -> new TreeSet<>());
        if (near) {
            set.add(to);
        } else {
            set.remove(to);
        }
    }

    private static <T extends Keyed> @Nullable T last(RecordTable<T> table, String key) {
        List<T> rows = table.of(key);
        return rows.isEmpty() ? null : rows.get(rows.size() - 1);
    }

    private static <T extends Dated> List<T> byDate(List<T> rows) {
        var sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(Dated::date));
        return Collections.unmodifiableList(sorted);
    }

    private static double sum(double[] row) {
        double sum = 0;
        for (double flow : row) {
            sum += flow;
        }
        return sum;
    }
}
