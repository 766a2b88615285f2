package blocsim.report;

import blocsim.experiment.Accessions;
import blocsim.experiment.Dates;
import blocsim.experiment.Ensemble;
import blocsim.experiment.PairedDifference;
import blocsim.experiment.RequestOutcomes;
import blocsim.experiment.SpreadShare;
import blocsim.forecast.Forecast;
import blocsim.model.World;
import blocsim.report.ResultTable.Column;
import blocsim.stats.Proportions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables that a run leaves, as RFC 4180 CSV in UTF-8. Equal ensembles give equal files, byte for byte. */
public final class RunTables {
    /** Changes of rungs in force. */
    public static final ResultTable TRANSITIONS = new ResultTable(
            "transitions.csv",
            "one change of the rung that a state holds in a bloc, in one replicate",
            List.of(
                    new Column("replicate", "integer", "number of the replicate, from 0"),
                    new Column("date", "date", "the day on which it came into force"),
                    new Column("bloc", "string", "code of the bloc"),
                    new Column("state", "string", "ISO 3166-1 alpha-3 code of the state"),
                    new Column("from", "string", "rung before; none for an outsider"),
                    new Column("to", "string", "rung after; none for an outsider"),
                    new Column(
                            "cause",
                            "string",
                            "founded, entered, left, expelled, or merged where the bloc merged two rungs, which is no move")));

    /** What became of requests. */
    public static final ResultTable REQUESTS = new ResultTable(
            "requests.csv",
            "one thing that happened to a request, in one replicate",
            List.of(
                    new Column("replicate", "integer", "number of the replicate, from 0"),
                    new Column("date", "date", "the day"),
                    new Column("bloc", "string", "code of the bloc"),
                    new Column("state", "string", "ISO 3166-1 alpha-3 code of the state that asks"),
                    new Column("held", "string", "rung in force on the day"),
                    new Column("sought", "string", "rung asked for"),
                    new Column(
                            "step",
                            "string",
                            "asked, stopped, approved, withdrawn, lapsed, or declined by the state at entry")));

    /** Who objected. */
    public static final ResultTable OBJECTIONS = new ResultTable(
            "objections.csv",
            "one member's objection to one candidate at one summit, in one replicate",
            List.of(
                    new Column("replicate", "integer", "number of the replicate, from 0"),
                    new Column("date", "date", "day of the summit"),
                    new Column("bloc", "string", "code of the bloc"),
                    new Column("state", "string", "ISO 3166-1 alpha-3 code of the candidate"),
                    new Column("sought", "string", "rung asked for"),
                    new Column("objector", "string", "ISO 3166-1 alpha-3 code of the member"),
                    new Column("first", "boolean", "whether it was the first to object")));

    /** Probabilities of statuses. */
    public static final ResultTable SUMMARY = new ResultTable(
            "summary.csv",
            "the share of replicates in which a state holds a status in a bloc at the end of a tick",
            List.of(
                    new Column("date", "date", "last day of the tick"),
                    new Column("bloc", "string", "code of the bloc"),
                    new Column("state", "string", "ISO 3166-1 alpha-3 code of the state"),
                    new Column("status", "string", "rung in force; none for an outsider"),
                    new Column("probability", "number", "share of replicates, from 0 to 1"),
                    new Column("lower", "number", "lower end of the 95 % Wilson interval of the Monte Carlo error"),
                    new Column("upper", "number", "upper end of that interval")));

    /** Recorded dates among the simulated ones. */
    public static final ResultTable DATES = new ResultTable(
            "dates.csv",
            "one recorded rise of a state, and when the replicates have it",
            List.of(
                    new Column("bloc", "string", "code of the bloc"),
                    new Column("state", "string", "ISO 3166-1 alpha-3 code of the state"),
                    new Column("status", "string", "the rung"),
                    new Column("kind", "string", "approved, or in force"),
                    new Column("recorded", "date", "the day on record"),
                    new Column(
                            "q05",
                            "date",
                            "5 % quantile of the simulated days; empty if it falls among those that never have it"),
                    new Column("median", "date", "median of the simulated days; empty likewise"),
                    new Column("q95", "date", "95 % quantile of the simulated days; empty likewise"),
                    new Column(
                            "by_recorded", "number", "share of replicates that have it by the recorded day: its rank"),
                    new Column("by_recorded_lower", "number", "lower end of its 95 % Wilson interval"),
                    new Column("by_recorded_upper", "number", "upper end of that interval"),
                    new Column("never", "number", "share of replicates without it at the end of the horizon"),
                    new Column("never_lower", "number", "lower end of its 95 % Wilson interval"),
                    new Column("never_upper", "number", "upper end of that interval"),
                    new Column(
                            "in_sample",
                            "boolean",
                            "whether the fit of the parameters, or of their defaults, knew the recorded day; empty if none of them is fitted")));

    /** Where the spread comes from. */
    public static final ResultTable SPREAD = new ResultTable(
            "spread.csv",
            "the spread of one outcome over replicates with their twins, where parameters are drawn",
            List.of(
                    new Column(
                            "outcome",
                            "string",
                            "focus is a full member within the horizon (1 or 0), or full members at the end (a number of states)"),
                    new Column("bloc", "string", "code of the bloc"),
                    new Column("state", "string", "ISO 3166-1 alpha-3 code of the focus state; empty for a number"),
                    new Column("mean", "number", "mean over replicates and twins"),
                    new Column("deviation", "number", "standard deviation over them"),
                    new Column(
                            "parameters",
                            "number",
                            "share of the variance that comes from parameters, the rest being chance: the correlation of twins, which have"
                                    + " the same parameters and other luck; may come out below 0; empty where all are the same"),
                    new Column("lower", "number", "lower end of its 95 % interval over bootstrap draws of pairs"),
                    new Column("upper", "number", "upper end of that interval")));

    /** Accessions to each bloc. */
    public static final ResultTable ACCESSIONS = new ResultTable(
            "accessions.csv",
            "how many states became full members of one bloc, founders not counted, over the part of the horizon on record",
            List.of(
                    new Column("bloc", "string", "code of the bloc"),
                    new Column("from", "date", "first day counted; who is a member on it did not accede"),
                    new Column("to", "date", "last day counted"),
                    new Column("recorded", "integer", "number on record"),
                    new Column("q05", "number", "5 % quantile over replicates"),
                    new Column("median", "number", "median over replicates"),
                    new Column("q95", "number", "95 % quantile over replicates"),
                    new Column("width", "number", "q95 less q05"),
                    new Column(
                            "crps",
                            "number",
                            "continuous ranked probability score of the replicates, in states; less is better"),
                    new Column(
                            "base_mean",
                            "number",
                            "number expected at a base rate of .31 % a year of each state outside"),
                    new Column("base_crps", "number", "that score of a Poisson law of this mean")));

    /** What became of the requests of each bloc. */
    public static final ResultTable OUTCOMES = new ResultTable(
            "outcomes.csv",
            "one measure of the requests that one bloc had over the part of the horizon on record, programmes on offer left out, or of"
                    + " those who decide on them",
            List.of(
                    new Column("bloc", "string", "code of the bloc"),
                    new Column("from", "date", "first day on which a counted request was made"),
                    new Column("to", "date", "last such day, on which its outcome is taken"),
                    new Column(
                            "measure",
                            "string",
                            "voters at the start or end; requests; of these the approved, stopped at least once, withdrawn or lapsed"
                                    + " (on record also refused by a rule), pending"),
                    new Column(
                            "recorded",
                            "integer",
                            "number on record; a request for membership where candidacy comes first counts as two, one for each step"),
                    new Column(
                            "recorded_share",
                            "number",
                            "that number as a share of the requests on record; empty for numbers"),
                    new Column(
                            "mean",
                            "number",
                            "mean number over replicates, or share of all requests of all replicates; empty without a request"),
                    new Column("q05", "number", "5 % quantile over replicates, of shares over those with a request"),
                    new Column("q95", "number", "95 % quantile likewise")));

    /** What the what-ifs change. */
    public static final ResultTable DIFFERENCES = new ResultTable(
            "differences.csv",
            "one probability with and without one changed assumption, over pairs of replicates with the same luck",
            List.of(
                    new Column("whatif", "string", "name of the what-if"),
                    new Column("measure", "string", "the probability, in words"),
                    new Column("bloc", "string", "code of the bloc"),
                    new Column("state", "string", "ISO 3166-1 alpha-3 code of the state"),
                    new Column("status", "string", "the rung, or a higher one"),
                    new Column("by", "date", "the day by which it is reached"),
                    new Column("expected", "integer", "sign expected before any run: -1, 0 or 1"),
                    new Column("base", "number", "share of replicates without the change"),
                    new Column("changed", "number", "share of replicates with it"),
                    new Column("difference", "number", "changed less base"),
                    new Column(
                            "lower",
                            "number",
                            "lower end of its 95 % interval for matched pairs (Agresti and Min 2005)"),
                    new Column("upper", "number", "upper end of that interval"),
                    new Column("replicates", "integer", "number of pairs")));

    private final Path folder;
    private final SortedMap<String, Integer> rows = new TreeMap<>();

    /** @param folder where the files go; it exists */
    public RunTables(Path folder) {
        this.folder = folder;
    }

    private CsvSheet sheet(ResultTable table) throws IOException {
        return new CsvSheet(folder, table, (closed, count) -> rows.put(closed.file(), count));
    }

    /** The number of rows written to each file so far. */
    public SortedMap<String, Integer> rows() {
        return new TreeMap<>(rows);
    }

    /** Writes what every replicate did. */
    public void ensemble(Ensemble ensemble) throws IOException {
        var world = ensemble.world();
        try (var transitions = sheet(TRANSITIONS);
                var requests = sheet(REQUESTS);
                var objections = sheet(OBJECTIONS)) {
            for (int n = 0; n < ensemble.replicates(); n++) {
                String replicate = Integer.toString(n);
                var run = ensemble.trajectories().get(n);
                for (var h : run.happenings()) {
                    var ladder = world.blocs().get(h.bloc()).ladder();
                    (h.cause().changesRung() ? transitions : requests)
                            .row(
                                    replicate,
                                    date(h.day()),
                                    bloc(world, h.bloc()),
                                    state(world, h.state()),
                                    ladder.id(h.from()),
                                    ladder.id(h.to()),
                                    h.cause().label());
                }
                for (var o : run.objections()) {
                    objections.row(
                            replicate,
                            date(o.day()),
                            bloc(world, o.bloc()),
                            state(world, o.state()),
                            world.blocs().get(o.bloc()).ladder().id(o.rung()),
                            state(world, o.objector()),
                            Boolean.toString(o.first()));
                }
            }
        }
        summary(ensemble);
    }

    /** Writes {@code summary.csv}. */
    void summary(Ensemble ensemble) throws IOException {
        var world = ensemble.world();
        try (var sheet = sheet(SUMMARY)) {
            for (int k = 0; k < world.ticks(); k++) {
                String date = date(world.bounds().get(k + 1) - 1);
                for (int b = 0; b < world.blocs().size(); b++) {
                    var ladder = world.blocs().get(b).ladder();
                    for (int i = 0; i < world.states().size(); i++) {
                        int[] counts = new int[ladder.top() + 1];
                        for (var run : ensemble.trajectories()) {
                            counts[run.rung(k, b, i)]++;
                        }
                        for (int rung = 0; rung <= ladder.top(); rung++) {
                            var share = Proportions.wilson(counts[rung], ensemble.replicates());
                            sheet.row(
                                    date,
                                    bloc(world, b),
                                    state(world, i),
                                    ladder.id(rung),
                                    Decimals.of(share.value()),
                                    Decimals.of(share.lower()),
                                    Decimals.of(share.upper()));
                        }
                    }
                }
            }
        }
    }

    /** Writes recorded dates among the simulated ones. */
    public void dates(List<Dates> dates, @Nullable LocalDate calibrated) throws IOException {
        try (var sheet = sheet(DATES)) {
            for (var d : dates) {
                sheet.row(
                        d.step().bloc(),
                        d.step().state(),
                        d.step().status(),
                        d.step().kind().label(),
                        d.step().date().toString(),
                        d.lower() == null ? "" : d.lower().toString(),
                        d.median() == null ? "" : d.median().toString(),
                        d.upper() == null ? "" : d.upper().toString(),
                        Decimals.of(d.byRecorded().value()),
                        Decimals.of(d.byRecorded().lower()),
                        Decimals.of(d.byRecorded().upper()),
                        Decimals.of(d.never().value()),
                        Decimals.of(d.never().lower()),
                        Decimals.of(d.never().upper()),
                        calibrated == null
                                ? ""
                                : Boolean.toString(!d.step().date().isAfter(calibrated)));
            }
        }
    }

    /** Writes what the runs of a scenario that forecasts hold likely. */
    public void forecasts(List<Forecast> forecasts) throws IOException {
        ForecastTables.forecasts(folder, forecasts);
        rows.put(ForecastTables.FORECASTS.file(), forecasts.size());
    }

    /** Writes where the spread of outcomes comes from. */
    public void spread(List<SpreadShare> shares) throws IOException {
        try (var sheet = sheet(SPREAD)) {
            for (var one : shares) {
                sheet.row(
                        one.kind().label(),
                        one.bloc(),
                        one.state(),
                        Decimals.of(one.mean()),
                        Decimals.of(one.deviation()),
                        Decimals.of(one.parameters().value()),
                        Decimals.of(one.parameters().lower()),
                        Decimals.of(one.parameters().upper()));
            }
        }
    }

    /** Writes accessions to each bloc. */
    public void accessions(List<Accessions> accessions) throws IOException {
        try (var sheet = sheet(ACCESSIONS)) {
            for (var one : accessions) {
                sheet.row(
                        one.bloc(),
                        one.from().toString(),
                        one.to().toString(),
                        Integer.toString(one.recorded()),
                        Decimals.of(one.lower()),
                        Decimals.of(one.median()),
                        Decimals.of(one.upper()),
                        Decimals.of(one.width()),
                        Decimals.of(one.score()),
                        Decimals.of(one.baseMean()),
                        Decimals.of(one.baseScore()));
            }
        }
    }

    /** Writes what became of the requests of each bloc. */
    public void outcomes(List<RequestOutcomes> outcomes) throws IOException {
        try (var sheet = sheet(OUTCOMES)) {
            for (var one : outcomes) {
                int requests = one.line(RequestOutcomes.Measure.REQUESTS).recorded();
                for (var line : one.lines()) {
                    boolean share = line.measure().share() && requests > 0;
                    sheet.row(
                            one.bloc(),
                            one.from().toString(),
                            one.to().toString(),
                            line.measure().label(),
                            Integer.toString(line.recorded()),
                            share ? Decimals.of((double) line.recorded() / requests) : "",
                            orEmpty(line.mean()),
                            orEmpty(line.lower()),
                            orEmpty(line.upper()));
                }
            }
        }
    }

    private static String orEmpty(double value) {
        return Double.isNaN(value) ? "" : Decimals.of(value);
    }

    /**
     * Writes what the what-ifs change.
     *
     * @param differences by the name of the what-if
     */
    public void differences(SortedMap<String, List<PairedDifference>> differences) throws IOException {
        try (var sheet = sheet(DIFFERENCES)) {
            for (var whatIf : differences.entrySet()) {
                for (var d : whatIf.getValue()) {
                    sheet.row(
                            whatIf.getKey(),
                            d.expectation().measure(),
                            d.expectation().bloc(),
                            d.expectation().state(),
                            d.expectation().status(),
                            d.expectation().by().toString(),
                            Integer.toString(d.expectation().sign()),
                            Decimals.of(d.base()),
                            Decimals.of(d.changed()),
                            Decimals.of(d.difference().value()),
                            Decimals.of(d.difference().lower()),
                            Decimals.of(d.difference().upper()),
                            Integer.toString(d.replicates()));
                }
            }
        }
    }

    /** Writes the rows of a log of decisions. */
    public void decisions(DecisionLog log) throws IOException {
        try (var sheet = sheet(DecisionLog.TABLE)) {
            for (var row : log.rows()) {
                sheet.row(row.toArray(String[]::new));
            }
        }
    }

    static String date(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    static String bloc(World world, int index) {
        return world.blocs().get(index).code();
    }

    static String state(World world, int index) {
        return world.states().get(index).code();
    }
}
