package blocsim.report;

import blocsim.experiment.RequestOutcomes;
import blocsim.forecast.Measure;
import blocsim.forecast.Score;
import blocsim.forecast.ScoreReport;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as one HTML file that needs nothing beside it: style and charts are inside, the one script moves the map's date and
 * is named in the page's own policy, and only links that a reader may follow lead out. Each chart stands in it twice, for a wide page and for a phone; style shows one.
 */
public final class HtmlReport {
    private static final Template PAGE = Mustache.compiler()
            .emptyStringIsFalse(true)
            .escapeHTML(true)
            .withLoader(name -> open(name + ".mustache"))
            .compile(read("report.mustache"));

    private static final String SCRIPT = "\n" + read("map.js");

    private final ReportModel model;
    private final Citations citations;

    /** A report of a model. */
    public HtmlReport(ReportModel model) {
        this.model = model;
        this.citations = new Citations(
                model.facts().stream().map(Fact::id).collect(Collectors.toSet()),
                model.references().stream().collect(Collectors.toMap(Reference::id, Reference::address)));
    }

    /** The page, to be written in UTF-8. */
    public String html() {
        Verdict verdict = model.verdict();
        var page = new HashMap<String, Object>();
        page.put("style", read("report.css"));
        page.put("dark", dark());
        page.put("title", model.title());
        page.put("question", model.question());
        page.put("answer", Sentences.answer(verdict, model.reasons()));
        page.put("outcome", figures(model.outcome().stream().filter(chart -> !isTimeline(chart))));
        page.put("timeline", figures(model.outcome().stream().filter(HtmlReport::isTimeline)));
        page.put("nothing", model.outcome().stream().allMatch(HtmlReport::isTimeline));
        page.put("map", map(model.maps()));
        page.put("script", SCRIPT);
        page.put("scripts", model.maps() == null ? "'none'" : "'sha256-" + digest(SCRIPT) + "'");
        page.put("timings", table(timings()));
        page.put("drawn", model.doubt().drawn());
        page.put("doubt", Sentences.doubt(model.doubt()));
        page.put("anySpread", !model.doubt().shares().isEmpty());
        page.put("spread", table(spread()));
        var skill = Skill.kept();
        page.put("skillSummary", Sentences.skill(skill));
        page.put("skillMade", Sentences.made(skill));
        page.put("skill", table(skill(skill, verdict.bloc())));
        page.put("skillCommand", Skill.COMMAND);
        page.put("calibrated", model.doubt().calibrated() != null);
        page.put("inSample", Sentences.inSample(model.doubt(), model.timings()));
        page.put("accessions", model.accessions().isEmpty() ? false : table(accessions()));
        page.put("requests", model.requests().isEmpty() ? false : table(requests()));
        page.put("ordering", Sentences.ordering(model.ordering()));
        page.put("orderingWhat", citations.html(model.ordering().what()));
        page.put("why", figures(model.why().stream()));
        page.put("motives", table(motives()));
        page.put("objectors", table(objectors()));
        page.put("anyObjectors", !model.reasons().objectors().isEmpty());
        page.put("stopped", Numbers.percent(model.reasons().stopped()));
        page.put("state", verdict.state());
        page.put("bloc", verdict.bloc());
        page.put("anyWhatIfs", !model.whatIfs().isEmpty());
        page.put("whatIfsSummary", Sentences.whatIfs(model.whatIfs()));
        page.put("whatIfs", model.whatIfs().stream().map(this::whatIf).toList());
        page.put("facts", model.facts().stream().map(this::fact).toList());
        page.put("anyClaims", !model.grounds().claims().isEmpty());
        page.put("claims", table(claims()));
        page.put("figures", table(figures()));
        page.put(
                "limits",
                model.limits().stream()
                        .map(limit -> Map.of("heading", limit.heading(), "text", citations.html(limit.text())))
                        .toList());
        Making making = model.making();
        page.put("scenario", making.scenario());
        page.put("about", making.about());
        page.put("hash", making.hash());
        page.put("version", making.version());
        page.put("seed", Long.toString(making.seed()));
        page.put("replicates", Numbers.count(making.replicates()));
        page.put("command", making.command());
        page.put("anyLeftOut", !making.leftOut().isEmpty());
        page.put("leftOutCount", Numbers.count(making.leftOut().size()));
        page.put("leftOut", making.leftOut());
        page.put("data", table(data(making.data())));
        page.put("references", model.references().stream().map(this::reference).toList());
        return PAGE.execute(page);
    }

    /**
     * Writes the page.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        Files.writeString(file, html());
    }

    private List<Map<String, Object>> figures(Stream<Chart> charts) {
        return charts.map(chart -> figure(chart, citations)).toList();
    }

    /** Whether a chart says when things happened, rather than what came of them. */
    private static boolean isTimeline(Chart chart) {
        return chart instanceof LadderTimelineChart;
    }

    /** A chart for a page's partial, drawn for a wide page and for a phone, with its figures as a table. */
    static Map<String, Object> figure(Chart chart, Citations citations) {
        return Map.of(
                "name", chart.name(),
                "title", chart.title(),
                "subtitle", chart.subtitle(),
                "source", citations.html(chart.source()),
                "wide", Drawing.bare(chart, Size.SLIDE).element(),
                "narrow", Drawing.bare(chart, Size.PHONE).element(),
                "table", table(chart.table(), citations));
    }

    /** The map with its slider; false where there is none. */
    private Object map(ReportModel.@Nullable Maps maps) {
        if (maps == null) {
            return false;
        }
        MapSlider slider = maps.slider();
        var map = new HashMap<String, Object>();
        map.put("title", slider.title());
        map.put("subtitle", slider.subtitle());
        map.put("source", citations.html(slider.source()));
        map.put("shown", slider.shown());
        map.put("most", slider.most());
        map.put("svg", slider.element());
        map.put("table", table(slider.table()));
        map.put("key", slider.key().stream().map(HtmlReport::sign).toList());
        map.put("series", figure(maps.series(), citations));
        return map;
    }

    private static Map<String, Object> sign(MapSlider.Sign sign) {
        return Map.of("label", sign.label(), "land", sign.land(), "level", sign.level(), "mark", sign.mark());
    }

    /** What a page's policy calls a script. */
    private static String digest(String script) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha.digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    private Table accessions() {
        var rows = new ArrayList<List<String>>();
        for (var one : model.accessions()) {
            rows.add(List.of(
                    one.bloc(),
                    Numbers.day(one.from()) + " to " + Numbers.day(one.to()),
                    Integer.toString(one.recorded()),
                    Numbers.decimal(one.median()),
                    Numbers.decimal(one.lower()) + " to " + Numbers.decimal(one.upper()),
                    Numbers.decimal(one.width()),
                    Numbers.decimal(one.score()),
                    Numbers.decimal(one.baseScore())));
        }
        return new Table(
                "Accessions to each bloc, from the horizon\u2019s start or its own founding to the end of the record",
                List.of(
                        "Bloc",
                        "Counted",
                        "On record",
                        "Median of runs",
                        "5 to 95\u00a0% of runs",
                        "Width of that band",
                        "CRPS of the runs",
                        "CRPS of a base rate"),
                rows);
    }

    private Table requests() {
        var rows = new ArrayList<List<String>>();
        for (var one : model.requests()) {
            rows.add(List.of(
                    one.bloc(),
                    voters(one),
                    requests(one),
                    share(one, RequestOutcomes.Measure.APPROVED),
                    share(one, RequestOutcomes.Measure.STOPPED),
                    share(one, RequestOutcomes.Measure.ENDED),
                    share(one, RequestOutcomes.Measure.PENDING)));
        }
        return new Table(
                "Requests up to " + Numbers.day(model.requests().get(0).to())
                        + ": on record; in the runs, with 5 to 95\u00a0% of them",
                List.of(
                        "Bloc",
                        "Voters, start \u2192 end",
                        "Requests",
                        "Approved",
                        "Stopped at least once",
                        "Withdrawn or lapsed",
                        "Pending"),
                rows);
    }

    private static String voters(RequestOutcomes one) {
        var start = one.line(RequestOutcomes.Measure.VOTERS_AT_START);
        var end = one.line(RequestOutcomes.Measure.VOTERS_AT_END);
        return start.recorded() + " \u2192 " + end.recorded() + "; " + Numbers.decimal(start.mean()) + " \u2192 "
                + Numbers.decimal(end.mean()) + " (" + Numbers.decimal(end.lower()) + " to "
                + Numbers.decimal(end.upper()) + ")";
    }

    private static String requests(RequestOutcomes one) {
        var line = one.line(RequestOutcomes.Measure.REQUESTS);
        return line.recorded() + "; " + Numbers.decimal(line.mean()) + " (" + Numbers.decimal(line.lower()) + " to "
                + Numbers.decimal(line.upper()) + ")";
    }

    private static String share(RequestOutcomes one, RequestOutcomes.Measure measure) {
        var line = one.line(measure);
        String runs = Double.isNaN(line.mean())
                ? "\u2013"
                : Numbers.percent(line.mean()) + " (" + Numbers.percent(line.lower()) + " to "
                        + Numbers.percent(line.upper()) + ")";
        int requests = one.line(RequestOutcomes.Measure.REQUESTS).recorded();
        return line.recorded()
                + (requests == 0 ? "" : " (" + Numbers.percent((double) line.recorded() / requests) + ")") + "; "
                + runs;
    }

    private Table spread() {
        var rows = new ArrayList<List<String>>();
        for (Doubt.Share share : model.doubt().shares()) {
            Estimate parameters = share.parameters();
            rows.add(List.of(
                    share.outcome(),
                    share.probability() ? Numbers.percent(share.mean()) : Numbers.decimal(share.mean()),
                    share.probability() ? "\u2013" : Numbers.decimal(share.deviation()),
                    share.probability()
                            ? String.format(Locale.ROOT, "%.1f\u00a0points", 100 * share.overParameters())
                            : Numbers.decimal(share.overParameters()),
                    parameters == null
                            ? "\u2013"
                            : Numbers.percent(Math.max(0, parameters.value())) + " ("
                                    + Numbers.percentRange(new Estimate(
                                            Math.max(0, parameters.value()),
                                            Math.max(0, parameters.lower()),
                                            Math.max(0, parameters.upper())))
                                    + ")"));
        }
        return new Table(
                "Spread of outcomes over the runs",
                List.of(
                        "Outcome",
                        "Mean",
                        "Standard deviation over runs",
                        "Of the mean, from one draw of parameters to another",
                        "Share of the variance from parameters, the rest from chance"),
                rows);
    }

    /** Scores of all blocs together, and of the report's own where a decision came in it. */
    private static Table skill(Skill skill, String bloc) {
        var rows = new ArrayList<List<String>>();
        var subsets = skill.scores().stream()
                .map(line -> line.score().subset())
                .filter(subset ->
                        subset.equals(ScoreReport.ALL) || BlocName.of(subset).equals(bloc))
                .distinct()
                .toList();
        for (String ahead : skill.spans()) {
            for (String subset : subsets) {
                skill.model(ahead, subset, Measure.AUROC, "")
                        .ifPresent(score -> rows.add(List.of(
                                (subset.equals(ScoreReport.ALL) ? "All blocs, " : BlocName.of(subset) + ", ") + ahead
                                        + " ahead",
                                Numbers.count(score.cells()),
                                Integer.toString(score.events()),
                                figure(Optional.of(score)),
                                figure(skill.score(ahead, subset, Skill.RIVAL, Measure.AUROC, "")),
                                figure(skill.model(ahead, subset, Measure.LOG_SKILL, Skill.BASE)),
                                figure(skill.model(ahead, subset, Measure.LOG_SKILL, Skill.RIVAL)),
                                figure(skill.model(ahead, subset, Measure.BIAS, "")))));
            }
        }
        return new Table(
                "Forecasts of the back-test scored, with 95\u00a0% intervals over draws of whole states",
                List.of(
                        "Forecasts",
                        "Cells",
                        "Decisions",
                        "AUROC",
                        "AUROC of logit-c",
                        "Skill over a base rate (log score)",
                        "Skill over logit-c",
                        "Decisions expected in excess"),
                rows);
    }

    private static String figure(Optional<Score> found) {
        return found.map(score -> Numbers.decimal(score.value().value()) + " ("
                        + Numbers.decimal(score.value().lower()) + " to "
                        + Numbers.decimal(score.value().upper()) + ")")
                .orElse("\u2013");
    }

    private Table timings() {
        var rows = new ArrayList<List<String>>();
        for (Timing timing : model.timings()) {
            Estimate rank = timing.byActual();
            rows.add(List.of(
                    timing.state() + ": " + timing.event().toLowerCase(Locale.ROOT),
                    timing.actual() == null
                            ? "\u2013"
                            : Numbers.day(timing.actual())
                                    + (model.doubt().inSample(timing.actual()) ? " (in-sample)" : ""),
                    Numbers.month(timing.median()),
                    Numbers.months(timing.lower(), timing.upper()),
                    rank == null ? "\u2013" : share(rank),
                    Sentences.place(timing),
                    share(timing.never())));
        }
        return new Table(
                "Recorded dates among the simulated ones",
                List.of(
                        "Event",
                        "Recorded",
                        "Median of runs",
                        "5 to 95\u00a0% of runs",
                        "Runs that had it by the recorded day",
                        "The recorded day is",
                        "Never by the end of " + model.verdict().end().getYear()),
                rows);
    }

    private Table motives() {
        var rows = new ArrayList<List<String>>();
        for (Reasons.Motive motive : model.reasons().motives()) {
            Estimate part = motive.part();
            rows.add(List.of(
                    motive.name(),
                    motive.meaning(),
                    Numbers.decimal(part.value()),
                    Numbers.decimal(part.lower()) + " to " + Numbers.decimal(part.upper())));
        }
        return new Table(
                "Parts of the value of the rung for " + model.verdict().state() + " on "
                        + Numbers.day(model.reasons().weighed()) + ", in the model's own unit",
                List.of("Motive", "What it stands for", "Mean", "Middle 90\u00a0% of runs"),
                rows);
    }

    private Table objectors() {
        return new Table(
                "Who was the first to object, as a share of all stops",
                List.of("Incumbent", "Share of runs with a stop", "95\u00a0% interval"),
                model.reasons().objectors().stream()
                        .map(objector -> List.of(
                                objector.state(),
                                Numbers.percent(objector.share().value()),
                                Numbers.percentRange(objector.share())))
                        .toList());
    }

    private Map<String, Object> whatIf(WhatIf whatIf) {
        var rows = new ArrayList<List<String>>();
        for (WhatIf.Difference difference : whatIf.differences()) {
            rows.add(List.of(
                    difference.measure(),
                    Sentences.expected(difference.expected()),
                    Numbers.percent(difference.base()) + " \u2192 " + Numbers.percent(difference.changed()),
                    Numbers.points(difference.difference()),
                    Sentences.agreement(difference)));
        }
        return Map.of(
                "name",
                whatIf.name(),
                "change",
                citations.html(whatIf.change()),
                "reason",
                citations.html(whatIf.reason()),
                "table",
                table(new Table(
                        "Expected and found: " + whatIf.name(),
                        List.of("Measure", "Expected beforehand", "Without \u2192 with", "Paired difference", "Sign"),
                        rows)));
    }

    private Map<String, Object> fact(Fact fact) {
        return Map.of(
                "id", fact.id(),
                "fact", citations.html(fact.fact()),
                "seeds", citations.html(fact.seeds()),
                "documents",
                        fact.documents().isEmpty()
                                ? ""
                                : citations.html(fact.documents().toString()));
    }

    private Table claims() {
        return new Table(
                "Each value that cites something, what it cites, and what that says",
                List.of("Value", "Rests on", "What it says", "Known from"),
                model.grounds().claims().stream()
                        .map(claim -> List.of(
                                claim.pointer(),
                                "[" + claim.source() + "]",
                                claim.words(),
                                claim.knownFrom() == null ? "\u2013" : Numbers.day(claim.knownFrom())))
                        .toList());
    }

    private Table figures() {
        return new Table(
                "Each parameter of the model; those that the scenario sets are marked with \u25cf",
                List.of("Parameter", "Symbol", "Meaning", "Value", "Unit", "Source"),
                model.grounds().figures().stream()
                        .map(figure -> List.of(
                                figure.key() + (figure.set() ? "\u00a0\u25cf" : ""),
                                figure.symbol().isEmpty() ? "\u2013" : figure.symbol(),
                                figure.meaning(),
                                Decimals.of(figure.value()).replace('-', '\u2212'),
                                figure.unit(),
                                figure.source()))
                        .toList());
    }

    private Map<String, Object> reference(Reference reference) {
        return Map.of(
                "id", reference.id(),
                "text", citations.html(reference.text()),
                "address", reference.address(),
                "linked", reference.linked());
    }

    private static Table data(List<Making.DataTable> tables) {
        return new Table(
                "Data that the runs were fed with",
                List.of("Table", "What it holds", "Citation", "Licence"),
                tables.stream()
                        .map(t -> List.of(t.name(), t.what(), t.citation(), t.licence()))
                        .toList());
    }

    private Map<String, Object> table(Table table) {
        return table(table, citations);
    }

    /** A table for a page's partial: each cell knows its column's heading, which a phone shows before it. */
    static Map<String, Object> table(Table table, Citations citations) {
        var rows = new ArrayList<Map<String, Object>>();
        for (List<String> row : table.rows()) {
            var cells = new ArrayList<Map<String, Object>>();
            for (int i = 1; i < row.size(); i++) {
                cells.add(Map.of("head", table.head().get(i), "cell", citations.html(row.get(i))));
            }
            rows.add(Map.of("first", citations.html(row.get(0)), "cells", cells));
        }
        return Map.of("caption", table.caption(), "head", table.head(), "rows", rows);
    }

    private static String share(Estimate share) {
        return Numbers.percent(share.value()) + " (" + Numbers.percentRange(share) + ")";
    }

    /** Rules that exchange the charts' colours on a dark page. */
    static String dark() {
        var rules = new StringBuilder();
        Theme.onDark().forEach((light, dark) -> {
            String name = MapSlider.text(light);
            String hex = String.format(Locale.ROOT, "#%06x", dark.getRGB() & 0xffffff);
            rules.append(".chart [fill=\"")
                    .append(name)
                    .append("\"]{fill:")
                    .append(hex)
                    .append("}\n");
            rules.append(".chart [stroke=\"")
                    .append(name)
                    .append("\"]{stroke:")
                    .append(hex)
                    .append("}\n");
        });
        return rules.toString();
    }

    /** A resource of this package as text. */
    static String read(String resource) {
        try (Reader reader = open(resource)) {
            var text = new StringBuilder();
            char[] buffer = new char[8192];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                text.append(buffer, 0, n);
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the page's resource " + resource, e);
        }
    }

    /** Opens a resource of this package. */
    static Reader open(String resource) {
        var stream = HtmlReport.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("the program lacks its resource blocsim/report/" + resource);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
