package blocsim.report;

import blocsim.forecast.DateRank;
import blocsim.forecast.Forecast;
import blocsim.forecast.Score;
import blocsim.panel.Status;
import blocsim.report.ResultTable.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tables of a back-test, as RFC 4180 CSV in UTF-8. Equal forecasts give equal files, byte for byte. */
public final class ForecastTables {
    /** Forecasts. */
    public static final ResultTable FORECASTS = new ResultTable(
            "forecasts.csv",
            "what was held likely of one state and bloc at one origin, up to one target date",
            forecastColumns());

    /** Scores. */
    public static final ResultTable SCORES = new ResultTable(
            "scores.csv",
            "one score of one source of forecasts, pooled or of one bloc",
            List.of(
                    new Column("source", "string", "whose forecasts"),
                    new Column("subset", "string", "all, or the code of a bloc"),
                    new Column(
                            "measure",
                            "string",
                            "brier, log_score (nats; a probability nearer to 0 or 1 than .000001 counts as this far from it), "
                                    + "rps (none, partner, observer, candidate, member; from 0 to 1), average_precision, auroc, "
                                    + "bias (decisions expected less observed, as a share of the observed), or log_skill, "
                                    + "brier_skill and rps_skill (1 less the score over that of the reference)"),
                    new Column("reference", "string", "the source that a skill compares with; else empty"),
                    new Column("value", "number", "the score; empty where it is not defined"),
                    new Column(
                            "lower",
                            "number",
                            "lower end of the 95 % interval: 2.5 % quantile over bootstrap draws of whole states"),
                    new Column("upper", "number", "upper end of that interval"),
                    new Column("cells", "integer", "number of forecasts scored"),
                    new Column("events", "integer", "in how many of them a decision came")));

    /** Ranks of recorded dates. */
    public static final ResultTable RANKS = new ResultTable(
            "date_ranks.csv",
            "one recorded decision, and where its date lies among those held likely by one source",
            List.of(
                    new Column("source", "string", "whose forecasts"),
                    new Column("origin", "date", "the day at whose end the forecast was made"),
                    new Column("bloc", "string", "code of the bloc"),
                    new Column("state", "string", "ISO 3166-1 alpha-3 code of the state"),
                    new Column("recorded", "date", "the first decision after the origin"),
                    new Column("by_recorded", "number", "probability held of a decision by that day"),
                    new Column(
                            "rank",
                            "number",
                            "that probability over that of a decision by the last target, from 0 to 1; empty if that was 0")));

    private ForecastTables() {}

    /** The tables in the order of the data dictionary. */
    public static List<ResultTable> tables() {
        return List.of(FORECASTS, SCORES, Skill.TABLE, BacktestCharts.RELIABILITY, RANKS);
    }

    /**
     * Writes {@code forecasts.csv} of one source.
     *
     * @param folder where it goes; it exists
     */
    public static void forecasts(Path folder, List<Forecast> forecasts) throws IOException {
        try (var sheet = new CsvSheet(folder, FORECASTS)) {
            for (Forecast one : forecasts) {
                var cells = new ArrayList<>(List.of(
                        one.cell().origin().toString(),
                        one.target().toString(),
                        one.cell().bloc(),
                        one.cell().state(),
                        id(one.cell().from())));
                for (Status status : Status.values()) {
                    cells.add(Decimals.of(one.statuses().getOrDefault(status, Double.NaN)));
                }
                cells.add(Decimals.of(one.up()));
                cells.add(Decimals.of(one.decision()));
                cells.add(Boolean.toString(one.cell().pendingEntry()));
                sheet.row(cells.toArray(String[]::new));
            }
        }
    }

    /** Writes {@code scores.csv}. */
    public static void scores(Path folder, List<Score> scores) throws IOException {
        try (var sheet = new CsvSheet(folder, SCORES)) {
            for (Score one : scores) {
                sheet.row(
                        one.source(),
                        one.subset(),
                        one.measure().label(),
                        one.reference(),
                        finite(one.value().value()),
                        finite(one.value().lower()),
                        finite(one.value().upper()),
                        Integer.toString(one.cells()),
                        Integer.toString(one.events()));
            }
        }
    }

    /**
     * Writes {@code date_ranks.csv}.
     *
     * @param source whose they are
     */
    public static void ranks(Path folder, String source, List<DateRank> ranks) throws IOException {
        try (var sheet = new CsvSheet(folder, RANKS)) {
            for (DateRank one : ranks) {
                sheet.row(
                        source,
                        one.cell().origin().toString(),
                        one.cell().bloc(),
                        one.cell().state(),
                        one.date().toString(),
                        Decimals.of(one.by()),
                        Decimals.of(one.rank()));
            }
        }
    }

    private static List<Column> forecastColumns() {
        var columns = new ArrayList<>(List.of(
                new Column("origin", "date", "the day at whose end the forecast was made; nothing later was used"),
                new Column("target_date", "date", "the last day that counts"),
                new Column("bloc", "string", "code of the bloc"),
                new Column("state", "string", "ISO 3166-1 alpha-3 code of the state"),
                new Column(
                        "status_from", "string", "status in force at the origin; candidate if an accession was open")));
        Arrays.stream(Status.values())
                .map(
                        status -> new Column(
                                "p_" + id(status),
                                "number",
                                "probability that " + id(status)
                                        + " is the status reached by the target, in force or decided; empty where the bloc lacks it"))
                .forEach(columns::add);
        columns.add(new Column(
                "p_up", "number", "probability that the status reached by then is above that at the origin"));
        columns.add(new Column(
                "p_decision",
                "number",
                "probability of at least one decision to raise the status after the origin and by the target"));
        columns.add(new Column(
                "pending_entry", "boolean", "whether an approval stood at the origin that was not in force yet"));
        return columns;
    }

    private static String id(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String finite(double value) {
        return Double.isFinite(value) ? Decimals.of(value) : "";
    }
}
