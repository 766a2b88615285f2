package blocsim.report;

import blocsim.experiment.Findings;
import blocsim.experiment.RunForecasts;
import blocsim.model.Parameter;
import blocsim.scenario.Cited;
import blocsim.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a run stands on: facts, data and their limits, the works cited, and how to make it again. */
final class Provenance {
    private static final List<String> FIGURES =
            List.of("trade", "ideal_point", "gdp", "polyarchy", "comembership", "rivalries");

    private final RunView view;
    private final Findings findings;
    private final Scenario scenario;
    private final Sources sources;

    Provenance(RunView view) {
        this.view = view;
        this.findings = view.findings();
        this.scenario = view.scenario();
        this.sources = new Sources(scenario);
    }

    /** The facts that the scenario uses, and those it does not. */
    List<Fact> facts() {
        var byId = new TreeMap<String, List<String>>();
        for (Cited cited : scenario.cited()) {
            var work = scenario.works().get(cited.source());
            if (work != null && work.kind().equals("fact")) {
                byId.computeIfAbsent(work.id(), id -> new ArrayList<>())
                        .add(cited.pointer() + (cited.words().isEmpty() ? "" : ": " + cited.words()));
            }
        }
        for (Parameter parameter : Parameter.values()) {
            for (String id : parameter.works()) {
                var work = scenario.works().get(id);
                if (work != null && work.kind().equals("fact")) {
                    byId.computeIfAbsent(id, key -> new ArrayList<>())
                            .add("default of /parameters/" + parameter.key() + ": " + parameter.meaning());
                }
            }
        }
        scenario.notUsed()
                .forEach((id, why) ->
                        byId.computeIfAbsent(id, key -> new ArrayList<>()).add("not used: " + why));
        var facts = new ArrayList<Fact>();
        byId.forEach((id, uses) -> {
            var work = scenario.works().get(id);
            if (work != null) {
                facts.add(new Fact(id, work.title(), String.join("; ", uses), work.cites()));
            }
        });
        return facts;
    }

    /** What every cited value and every parameter rests on. */
    Grounds grounds() {
        var claims = new ArrayList<Grounds.Claim>();
        for (Cited cited : scenario.cited()) {
            claims.add(new Grounds.Claim(cited.pointer(), cited.source(), cited.words(), cited.knownFrom()));
        }
        var figures = new ArrayList<Grounds.Figure>();
        for (Parameter parameter : Parameter.values()) {
            boolean set = scenario.tree().at("/parameters/" + parameter.key()) != null;
            figures.add(new Grounds.Figure(
                    parameter.key(),
                    parameter.symbol(),
                    parameter.meaning(),
                    scenario.parameters().get(parameter),
                    parameter.unit(),
                    set ? setting(parameter) : Sources.linked(parameter.source(), parameter.works()),
                    set));
        }
        return new Grounds(claims, figures);
    }

    private String setting(Parameter parameter) {
        String pointer = "/parameters/" + parameter.key();
        var cited = scenario.cited().stream()
                .filter(each -> each.pointer().equals(pointer))
                .map(Cited::source)
                .distinct()
                .toList();
        return Sources.linked("the scenario; the default is " + Decimals.of(parameter.standard()), cited);
    }

    /** What the run cannot tell. */
    List<Limit> limits() {
        var limits = new ArrayList<Limit>();
        if (scenario.cited().stream()
                .anyMatch(cited -> cited.pointer().endsWith("/entryMonths")
                        && cited.pointer().contains("/" + scenario.focus().bloc() + "/")
                        && cited.source().equals("LADDER"))) {
            limits.add(
                    new Limit(
                            "Dates used to set lags",
                            "The months from approval to entry were taken from rounds of " + view.blocName()
                                    + " on record, which are compared with here. An entry's date beside its approval's is therefore no test."));
        }
        if (!findings.prepared().standIns().isEmpty()) {
            limits.add(new Limit(
                    "Figures that nobody publishes",
                    "These stand in for figures that no source has: "
                            + String.join("; ", findings.prepared().standIns()) + "."));
        }
        if (scenario.invented()) {
            limits.add(
                    new Limit(
                            "An invented world",
                            "No state of it exists, and no figure of it was measured; nothing here says anything of a country."));
            limits.addAll(Limit.ofEveryScenario(findings.ensemble().drawn(), origin()));
            return limits;
        }
        fitted().ifPresent(limits::add);
        limits.add(new Limit(
                "Figures after the sources' end",
                "After the last year of a source its last figures are held: "
                        + String.join("; ", sourceEnds())
                        + ". Ideal points then drift at random, as they did in the panel" + walks() + "."));
        limits.addAll(Limit.ofEveryScenario(findings.ensemble().drawn(), origin()));
        return limits;
    }

    private @Nullable LocalDate origin() {
        return RunForecasts.isForecast(findings.prepared())
                ? scenario.horizon().start().minusDays(1)
                : null;
    }

    /** That dates compared with were used in fitting, if any were. */
    private Optional<Limit> fitted() {
        var posterior = scenario.posterior();
        if (posterior != null) {
            return Optional.of(
                    new Limit(
                            "Dates used in fitting",
                            "The parameters were calibrated to the record up to " + Numbers.day(posterior.until())
                                    + ". Dates up to that day are in-sample: that the runs agree with them is no test, and only later ones can be one."));
        }
        var derived = Arrays.stream(Parameter.values())
                .filter(parameter -> scenario.tree().at("/parameters/" + parameter.key()) == null)
                .filter(parameter -> parameter.basis() == Parameter.Basis.DERIVED)
                .filter(parameter -> parameter.works().contains("APPLICATIONS"))
                .map(Parameter::key)
                .toList();
        return derived.isEmpty()
                ? Optional.empty()
                : Optional.of(new Limit(
                        "Dates behind the parameters",
                        "These were worked out of requests and decisions on record: " + String.join(", ", derived)
                                + ". The table of parameters says of what years each; dates of those years are in-sample, so"
                                + " that agreement with them is no test of the model."));
    }

    /** What else moves at random once its source has ended. */
    private String walks() {
        boolean gdp = scenario.parameters().get(Parameter.GDP_DRIFT) > 0;
        boolean trade = scenario.parameters().get(Parameter.TRADE_DRIFT) > 0;
        return gdp && trade
                ? ", and so do GDP and trade"
                : gdp ? ", and so does GDP" : trade ? ", and so does trade" : "";
    }

    private List<String> sourceEnds() {
        return findings.prepared().panel().tables().stream()
                .filter(table -> table.shipped()
                        && table.lastYear() > 0
                        && table.lastYear() < view.end().getYear())
                .filter(table -> FIGURES.contains(table.table()))
                .map(table -> table.title().substring(0, 1).toLowerCase(Locale.ROOT)
                        + table.title().substring(1) + " to " + table.lastYear())
                .toList();
    }

    /** What made the run. */
    Making making(String version, String command) {
        return new Making(
                scenario.name(),
                about(scenario.description()),
                scenario.hash(),
                version,
                findings.ensemble().seed(),
                view.runs(),
                command,
                scenario.leftOut(),
                findings.prepared().panel().tables().stream()
                        .filter(table -> table.shipped() && !scenario.invented())
                        .map(table -> new Making.DataTable(
                                table.title(),
                                table.unit()
                                        + (table.firstYear() > 0
                                                ? ", " + table.firstYear() + " to " + table.lastYear()
                                                : ""),
                                table.citation(),
                                table.licence()))
                        .toList());
    }

    /** The question that a description asks: up to its first question mark; empty where it asks none. */
    static String question(String description) {
        return description.substring(0, description.indexOf('?') + 1).strip();
    }

    /** What a description says after its question. */
    static String about(String description) {
        return description.substring(description.indexOf('?') + 1).strip();
    }

    /** The works behind the scenario, by id. */
    List<Reference> references() {
        return sources.references();
    }
}
