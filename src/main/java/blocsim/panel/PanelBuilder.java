package blocsim.panel;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Derives the compact tables of the panel from a folder of published data sets.
 *
 * <p>The same folder gives the same bytes. Tables entered by hand ({@link #BY_HAND}) are not derived and left alone.
 */
public final class PanelBuilder {
    /** First year of the panel's figures. */
    public static final int FIRST_YEAR = 1995;
    /** Last year of the panel's figures. */
    public static final int LAST_YEAR = 2025;

    /** The tables that are derived, in the order in which they are listed. */
    public static final List<String> DERIVED = List.of(
            "states",
            "gdp",
            "population",
            "cinc",
            "polyarchy",
            "ideal_point",
            "trade",
            "comembership",
            "neighbours",
            "alliances",
            "rivalries",
            "sanctions",
            "standings",
            "requests",
            "decisions",
            "rules");

    /** The tables that were entered by hand. */
    public static final List<String> BY_HAND = List.of("sanctions_by_hand", "diplomatic_absences", "tables");

    /** Organisations that are blocs of the record, by their code in the source: their members are not an affinity. */
    private static final Set<String> BLOCS =
            new TreeSet<>(List.of("ASEAN", "BRICS", "CIS", "CSTO", "EAEC", "EAEU", "EEC", "EU", "NATO", "SCO"));

    /** Shorter or plainer names than the source's. */
    private static final Map<String, String> NAMES = new TreeMap<>(Map.of(
            "CIV", "Côte d'Ivoire",
            "COD", "DR Congo",
            "COG", "Congo",
            "FSM", "Micronesia",
            "HKG", "Hong Kong",
            "MAC", "Macao",
            "MMR", "Myanmar",
            "PSE", "Palestine"));

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final int TRADE_PLACES = 3;
    private static final double NEAR_KM = 300;
    private static final String OPEN_BORDER = "2016-12-01";
    private static final int OPEN_ALLIANCE = 2018;
    private static final int OPEN_RIVALRY = 2020;

    private final Path from;
    private final List<InputProblem> problems = new ArrayList<>();
    private final SortedSet<String> named = new TreeSet<>();
    private final SortedMap<String, String> built = new TreeMap<>();

    private PanelBuilder(Path from) {
        this.from = from;
    }

    /**
     * Derives all tables.
     *
     * @param from the folder of the published data sets
     * @return the text of each table of {@link #DERIVED} by its name
     * @throws InputException with every problem found in the folder
     * @throws IOException if a file cannot be read
     */
    public static SortedMap<String, String> build(Path from) throws InputException, IOException {
        if (!Files.isDirectory(from)) {
            throw new InputException(List.of(new InputProblem(
                    from.toString(), 0, "", "there is no such folder", "name the folder of the published data sets.")));
        }
        var builder = new PanelBuilder(from);
        builder.figures();
        builder.trade();
        builder.comembership();
        builder.neighbours();
        builder.spells();
        builder.sanctions();
        builder.copy("standings", "ladder_history.csv", Standing.COLUMNS);
        builder.copy("requests", "applications.csv", Request.COLUMNS);
        builder.copy("decisions", "decisions.csv", Decision.COLUMNS);
        builder.copy("rules", "bloc_rules_dated.csv", DatedRule.COLUMNS);
        builder.states();
        if (!builder.problems.isEmpty()) {
            throw new InputException(builder.problems);
        }
        return builder.built;
    }

    /**
     * Writes tables into a folder, each as a CSV file of its name.
     *
     * @throws IOException if a file cannot be written
     */
    public static void write(SortedMap<String, String> tables, Path to) throws IOException {
        Files.createDirectories(to);
        for (Map.Entry<String, String> table : tables.entrySet()) {
            Files.writeString(to.resolve(table.getKey() + ".csv"), table.getValue(), StandardCharsets.UTF_8);
        }
    }

    private void figures() throws IOException {
        var gdp = new TreeMap<String, SortedMap<Integer, String>>();
        var population = new TreeMap<String, SortedMap<Integer, String>>();
        var cinc = new TreeMap<String, SortedMap<Integer, String>>();
        var polyarchy = new TreeMap<String, SortedMap<Integer, String>>();
        read("macro.csv", List.of("year", "iso3", "gdp_usd", "population", "cinc", "v2x_polyarchy"), row -> {
            put(gdp, row, "gdp_usd", 0);
            put(population, row, "population", 0);
            put(cinc, row, "cinc", 7);
            put(polyarchy, row, "v2x_polyarchy", 3);
        });
        var idealPoint = new TreeMap<String, SortedMap<Integer, String>>();
        read(
                "unga_ideal_points.csv",
                List.of("year", "iso3", "ideal_point"),
                row -> put(idealPoint, row, "ideal_point", 4));
        wide("gdp", List.of("iso3"), gdp);
        wide("population", List.of("iso3"), population);
        wide("cinc", List.of("iso3"), cinc);
        wide("polyarchy", List.of("iso3"), polyarchy);
        wide("ideal_point", List.of("iso3"), idealPoint);
    }

    private void put(SortedMap<String, SortedMap<Integer, String>> table, Row row, String column, int places) {
        int year = row.year("year");
        if (year < FIRST_YEAR || year > LAST_YEAR || row.text(column).isEmpty()) {
            return;
        }
        BigDecimal value = exact(row, column);
        String iso3 = row.code("iso3");
        named.add(iso3);
        var cells = table.computeIfAbsent(iso3, code -> new TreeMap<>());
        if (cells.put(year, plain(value.setScale(places, RoundingMode.HALF_EVEN))) != null) {
            row.problem("year", iso3 + " " + year + " stands twice", "keep one of the two.");
        }
    }

    private void trade() throws IOException {
        var sums = new TreeMap<String, SortedMap<Integer, BigDecimal>>();
        read("trade_dyadic.csv.gz", List.of("year", "exporter_iso3", "importer_iso3", "value_usd_millions"), row -> {
            int year = row.year("year");
            String a = row.code("exporter_iso3");
            String b = row.code("importer_iso3");
            if (year >= FIRST_YEAR && year <= LAST_YEAR && !a.equals(b)) {
                named.add(a);
                named.add(b);
                sums.computeIfAbsent(pair(a, b), key -> new TreeMap<>())
                        .merge(year, exact(row, "value_usd_millions"), BigDecimal::add);
            }
        });
        var table = new TreeMap<String, SortedMap<Integer, String>>();
        sums.forEach((pair, years) -> {
            var cells = new TreeMap<Integer, String>();
            years.forEach((year, sum) -> {
                BigDecimal short4 = sum.round(FOUR_DIGITS);
                BigDecimal rounded = short4.setScale(Math.min(TRADE_PLACES, short4.scale()), RoundingMode.HALF_EVEN);
                if (rounded.signum() > 0) {
                    cells.put(year, plain(rounded));
                }
            });
            if (!cells.isEmpty()) {
                table.put(pair, cells);
            }
        });
        wide("trade", List.of("iso3_a", "iso3_b"), table);
    }

    private void comembership() throws IOException {
        var members = new TreeMap<Integer, SortedMap<String, SortedSet<String>>>();
        read("igo_membership.csv.gz", List.of("year", "igo", "iso3", "status"), row -> {
            int year = row.year("year");
            String status = row.text("status");
            if (year >= FIRST_YEAR && year <= LAST_YEAR && (status.equals("1") || status.equals("2"))) {
                members.computeIfAbsent(year, key -> new TreeMap<>())
                        .computeIfAbsent(row.code("igo"), key -> new TreeSet<>())
                        .add(row.code("iso3"));
            }
        });
        Set<String> left = universal(members);
        left.addAll(BLOCS);
        var table = new TreeMap<String, SortedMap<Integer, String>>();
        members.forEach((year, organisations) -> cosines(year, organisations, left, table));
        dropZeros(table);
        wide("comembership", List.of("iso3_a", "iso3_b"), table);
    }

    /** Organisations to which in some year more than half of the states belong that belong to any. */
    static Set<String> universal(SortedMap<Integer, SortedMap<String, SortedSet<String>>> members) {
        var universal = new TreeSet<String>();
        members.values().forEach(organisations -> {
            int states = statesIn(organisations).size();
            organisations.forEach((organisation, in) -> {
                if (2 * in.size() > states) {
                    universal.add(organisation);
                }
            });
        });
        return universal;
    }

    private static SortedSet<String> statesIn(SortedMap<String, SortedSet<String>> organisations) {
        var states = new TreeSet<String>();
        organisations.values().forEach(states::addAll);
        return states;
    }

    private void cosines(
            int year,
            SortedMap<String, SortedSet<String>> organisations,
            Set<String> left,
            SortedMap<String, SortedMap<Integer, String>> table) {
        List<String> states = List.copyOf(statesIn(organisations));
        var index = new TreeMap<String, Integer>();
        states.forEach(code -> index.put(code, index.size()));
        var shared = new double[states.size()][states.size()];
        organisations.forEach((organisation, in) -> {
            if (!left.contains(organisation)) {
                double weight = 1.0 / in.size();
                int[] at = in.stream()
                        .mapToInt(code -> Objects.requireNonNull(index.get(code)))
                        .toArray();
                for (int i : at) {
                    for (int j : at) {
                        shared[i][j] += weight;
                    }
                }
            }
        });
        for (int a = 0; a < states.size(); a++) {
            for (int b = a + 1; b < states.size(); b++) {
                double norm = StrictMath.sqrt(shared[a][a] * shared[b][b]);
                long perThousand = norm == 0 ? 0 : Math.round(1000 * shared[a][b] / norm);
                table.computeIfAbsent(pair(states.get(a), states.get(b)), key -> new TreeMap<>())
                        .put(year, Long.toString(perThousand));
            }
        }
        named.addAll(states);
    }

    /** Most pairs share nothing in any year: their rows go, as long as others show that both states are covered. */
    private static void dropZeros(SortedMap<String, SortedMap<Integer, String>> table) {
        var sharing = new TreeSet<String>();
        table.forEach((pair, cells) -> cells.forEach((year, cell) -> {
            if (!cell.equals("0")) {
                sharing.add(pair.substring(0, 3) + year);
                sharing.add(pair.substring(4) + year);
            }
        }));
        table.entrySet()
                .removeIf(row -> row.getValue().entrySet().stream()
                        .allMatch(cell -> cell.getValue().equals("0")
                                && sharing.contains(row.getKey().substring(0, 3) + cell.getKey())
                                && sharing.contains(row.getKey().substring(4) + cell.getKey())));
    }

    private void neighbours() throws IOException {
        var land = new TreeSet<String>();
        read("contiguity.csv", List.of("iso3_a", "iso3_b", "conttype", "to_date"), row -> {
            if (row.text("conttype").equals("1") && row.text("to_date").equals(OPEN_BORDER)) {
                land.add(pair(row.code("iso3_a"), row.code("iso3_b")));
            }
        });
        var near = new TreeSet<>(land);
        read("distance.csv.gz", List.of("iso3_a", "iso3_b", "border_min_km_2019"), row -> {
            double km = row.numberIfAny("border_min_km_2019", 0, Double.MAX_VALUE);
            if (km <= NEAR_KM) {
                near.add(pair(row.code("iso3_a"), row.code("iso3_b")));
            }
        });
        var rows = new ArrayList<List<String>>();
        for (String pair : near) {
            List<String> codes = List.of(pair.split(",", -1));
            named.addAll(codes);
            rows.add(List.of(codes.get(0), codes.get(1), land.contains(pair) ? "1" : "0", "1"));
        }
        built.put("neighbours", csv(Neighbours.COLUMNS, rows));
    }

    private void spells() throws IOException {
        spells(
                "alliances",
                "alliances.csv",
                OPEN_ALLIANCE,
                Alliance.COLUMNS,
                List.of("defense", "offense", "neutral", "nonagg", "consul"));
        spells(
                "rivalries",
                "rivalries.csv",
                OPEN_RIVALRY,
                Rivalry.COLUMNS,
                List.of("positional", "spatial", "ideological", "interventionary"));
    }

    private void spells(String table, String file, int open, String[] columns, List<String> flags) throws IOException {
        var needed = new ArrayList<>(List.of("iso3_a", "iso3_b", "from_year", "to_year"));
        needed.addAll(flags);
        var rows = new TreeMap<String, List<String>>();
        read(file, needed, row -> {
            int to = row.year("to_year");
            if (to >= FIRST_YEAR) {
                var cells = new ArrayList<>(List.of(row.first(), row.second()));
                named.addAll(cells);
                cells.add(Integer.toString(row.year("from_year")));
                cells.add(Integer.toString(to));
                cells.add(to == open ? "1" : "0");
                flags.forEach(flag -> cells.add(row.flag(flag) ? "1" : "0"));
                rows.put(String.join(",", cells), cells);
            }
        });
        built.put(table, csv(columns, List.copyOf(rows.values())));
    }

    private void sanctions() throws IOException {
        var rows = new TreeMap<String, List<String>>();
        read("sanctions_eusanct_country_year.csv", List.of("year", "iso3", "eu", "us", "un"), row -> {
            int year = row.year("year");
            if (year >= FIRST_YEAR && year <= SanctionYear.LAST_YEAR) {
                String iso3 = row.code("iso3");
                named.add(iso3);
                rows.put(
                        year + iso3,
                        List.of(
                                Integer.toString(year),
                                iso3,
                                row.flag("eu") ? "1" : "0",
                                row.flag("us") ? "1" : "0",
                                row.flag("un") ? "1" : "0"));
            }
        });
        built.put("sanctions", csv(SanctionYear.COLUMNS, List.copyOf(rows.values())));
    }

    private void copy(String table, String file, String[] columns) throws IOException {
        var rows = new ArrayList<List<String>>();
        List<String> header = List.of(columns);
        read(file, header, row -> {
            rows.add(header.stream().map(row::text).toList());
            if (header.contains("iso3")) {
                named.add(row.code("iso3"));
            }
        });
        built.put(table, csv(columns, rows));
    }

    private void states() throws IOException {
        var rows = new TreeMap<String, List<String>>();
        var source = List.of("iso3", "name", "continent", "subregion", "iso_num", "capital_lat", "capital_lon");
        read("countries.csv", source, row -> {
            String iso3 = row.code("iso3");
            if (named.contains(iso3)) {
                var cells = new ArrayList<>(source.stream().map(row::text).toList());
                String name = cells.get(1).replace(" & ", " and ").replace(" - ", "-");
                cells.set(1, Objects.requireNonNullElse(NAMES.get(iso3), name));
                rows.put(iso3, cells);
            }
        });
        for (String code : named) {
            if (!rows.containsKey(code)) {
                problems.add(new InputProblem(
                        from.resolve("countries.csv").toString(),
                        0,
                        "iso3",
                        "the code \"" + code + "\" of another file is missing",
                        "every code needs a row here."));
            }
        }
        built.put("states", csv(Country.COLUMNS, List.copyOf(rows.values())));
    }

    private void read(String file, List<String> columns, Consumer<Row> each) throws IOException {
        Path path = from.resolve(file);
        if (!Files.isRegularFile(path)) {
            problems.add(new InputProblem(
                    path.toString(), 0, "", "there is no such file", "the folder must hold all published data sets."));
            return;
        }
        try (InputStream plain = new BufferedInputStream(Files.newInputStream(path))) {
            InputStream in = file.endsWith(".gz") ? new GZIPInputStream(plain) : plain;
            Rows.read(path.toString(), in, columns, true, code -> true, problems, each);
        }
    }

    private static BigDecimal exact(Row row, String column) {
        try {
            return new BigDecimal(row.text(column));
        } catch (NumberFormatException notANumber) {
            row.problem(column, "\"" + row.text(column) + "\" is not a number", "give a decimal number.");
            return BigDecimal.ZERO;
        }
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String pair(String a, String b) {
        return a.compareTo(b) < 0 ? a + "," + b : b + "," + a;
    }

    private void wide(String table, List<String> keys, SortedMap<String, SortedMap<Integer, String>> cells) {
        int last = FIRST_YEAR;
        for (SortedMap<Integer, String> row : cells.values()) {
            last = Math.max(last, row.lastKey());
        }
        var text = new StringBuilder(String.join(",", keys));
        for (int year = FIRST_YEAR; year <= last; year++) {
            text.append(',').append(year);
        }
        text.append('\n');
        for (Map.Entry<String, SortedMap<Integer, String>> row : cells.entrySet()) {
            text.append(row.getKey());
            for (int year = FIRST_YEAR; year <= last; year++) {
                @Nullable String cell = row.getValue().get(year);
                text.append(',').append(cell == null ? "" : cell);
            }
            text.append('\n');
        }
        built.put(table, text.toString());
    }

    private static String csv(String[] columns, List<List<String>> rows) throws IOException {
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns);
            rows.forEach(csv::writeRecord);
        }
        return text.toString();
    }
}
