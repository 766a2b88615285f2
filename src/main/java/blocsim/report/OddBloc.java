package blocsim.report;

import static blocsim.report.OddWords.codes;
import static blocsim.report.OddWords.day;
import static blocsim.report.OddWords.number;

import blocsim.model.AdmissionRule;
import blocsim.model.Bloc;
import blocsim.model.Dated;
import blocsim.model.Rung;
import blocsim.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the ODD text says of one bloc. */
final class OddBloc {
    private final Scenario scenario;
    private final Bloc bloc;

    OddBloc(Scenario scenario, Bloc bloc) {
        this.scenario = scenario;
        this.bloc = bloc;
    }

    /** Every rule of admission that holds at some time, the rungs' own among them. */
    static List<AdmissionRule> rules(Bloc bloc) {
        var rules = new ArrayList<>(bloc.admission().changes().values());
        if (!holdsAlways(bloc.admission())) {
            rules.add(new AdmissionRule.NoObjection());
        }
        for (Rung rung : bloc.ladder().rungs()) {
            if (rung.admission() != null) {
                rules.addAll(rung.admission().changes().values());
            }
        }
        return rules;
    }

    private static boolean holdsAlways(Dated<?> dated) {
        return !dated.changes().isEmpty() && dated.changes().firstKey().equals(LocalDate.MIN);
    }

    /** The values of the bloc's part of the text. */
    Map<String, Object> page(boolean opens) {
        var page = new HashMap<String, Object>();
        page.put(
                "heading",
                bloc.title().equals(bloc.code()) ? bloc.code() : bloc.code() + ": " + OddWords.plain(bloc.title()));
        page.put("facts", String.join(" ", sentences()));
        page.put("opens", opens);
        page.put(
                "rungs",
                bloc.ladder().rungs().stream().map(rung -> rung(rung, opens)).toList());
        page.put("rules", ruleLines());
        page.put("hasGates", !bloc.gates().isEmpty());
        page.put(
                "gates",
                bloc.gates().stream()
                        .map(gate -> Map.of(
                                "id", gate.id(),
                                "condition", OddWords.condition(gate.condition()),
                                "rungs", OddWords.ids(gate.rungs()),
                                "from", day(gate.from(), "always"),
                                "until", day(gate.until(), "no end")))
                        .toList());
        page.put("summits", summits());
        var evidence = scenario.cited().stream()
                .filter(cited -> (cited.pointer() + "/").startsWith("/blocs/" + bloc.code() + "/"))
                .map(cited -> Map.of(
                        "pointer",
                        cited.pointer(),
                        "source",
                        OddWords.links(List.of(cited.source()))
                                + (cited.words().isEmpty() ? "" : ": " + OddWords.plain(cited.words()))))
                .toList();
        page.put("hasEvidence", !evidence.isEmpty());
        page.put("evidence", evidence);
        return page;
    }

    private List<String> sentences() {
        var lines = new ArrayList<String>();
        lines.add(bloc.record() == null ? "It has no record." : "On record as `" + bloc.record() + "`.");
        if (bloc.founded() != null) {
            lines.add("Founded on " + bloc.founded() + ".");
        }
        if (!bloc.founders().isEmpty()) {
            lines.add("Founders: " + codes(bloc.founders()) + ".");
        }
        lines.add("depth_b: " + OddWords.dated(bloc.depth()) + ".");
        if (bloc.effort().changes().values().stream().anyMatch(effort -> effort != 0)) {
            lines.add("Effort of its own: " + OddWords.dated(bloc.effort()) + ".");
        }
        if (bloc.security() != null) {
            lines.add("cooperation_b in security: " + OddWords.dated(bloc.security()) + ".");
        }
        bloc.stances().forEach((patron, stance) -> lines.add("g of " + patron + ": " + OddWords.dated(stance) + "."));
        if (bloc.capacity() != null) {
            lines.add(
                    "Capacity of a summit: " + OddWords.dated(bloc.capacity(), count -> Integer.toString(count)) + ".");
        }
        if (bloc.requestNoticeDays() > 0) {
            lines.add("A request must be in " + bloc.requestNoticeDays() + " days before a summit.");
        }
        lines.add("A notice of leaving takes " + bloc.exitNoticeMonths() + " months.");
        if (!bloc.exclusiveWith().isEmpty()) {
            lines.add("It shuts out full members of " + codes(bloc.exclusiveWith()) + ".");
        }
        return lines;
    }

    private static Map<String, Object> rung(Rung rung, boolean opens) {
        var row = new HashMap<String, Object>();
        row.put("id", rung.id());
        row.put("name", OddWords.plain(rung.title()));
        row.put("height", rung.height());
        row.put("benefit", number(rung.benefit()));
        row.put("obligation", number(rung.obligation()));
        row.put("lag", rung.entryMonths());
        row.put(
                "exists",
                (rung.from() == null && rung.until() == null
                                ? "always"
                                : (rung.from() == null ? "" : "from " + rung.from())
                                        + (rung.from() != null && rung.until() != null ? ", " : "")
                                        + (rung.until() == null ? "" : "before " + rung.until()))
                        + (rung.offered() ? "; by offer only" : ""));
        row.put("merges", rung.mergesInto() == null ? OddWords.NOTHING : "`" + rung.mergesInto() + "`");
        row.put("opens", opens);
        row.put("security", rung.security() == null ? "as φ" : number(rung.security()));
        return row;
    }

    private List<String> ruleLines() {
        var own = bloc.ladder().rungs().stream()
                .filter(rung -> rung.admission() != null)
                .toList();
        var lines = new ArrayList<String>();
        lines(
                lines,
                own.isEmpty() ? "every rung" : "rungs without a rule of their own",
                bloc.admission(),
                "no objection");
        for (Rung rung : own) {
            if (rung.admission() != null) {
                lines(lines, "`" + rung.id() + "`", rung.admission(), "as rungs without a rule of their own");
            }
        }
        return lines;
    }

    private static void lines(List<String> lines, String whom, Dated<AdmissionRule> rules, String before) {
        var changes = rules.changes();
        if (!holdsAlways(rules)) {
            lines.add(whom + ", " + (changes.isEmpty() ? "always" : "before " + changes.firstKey()) + ": " + before
                    + ".");
        }
        changes.forEach((from, rule) -> lines.add(
                whom + (from.equals(LocalDate.MIN) ? "" : ", from " + from) + ": " + OddWords.rule(rule) + "."));
    }

    private String summits() {
        var held = bloc.summits().held().stream()
                .filter(day -> !day.isBefore(scenario.horizon().start())
                        && !day.isAfter(scenario.horizon().end()))
                .map(LocalDate::toString)
                .toList();
        var usual = bloc.summits().usual().toString().substring(2);
        return (held.isEmpty() ? "No summit of the horizon is on record. " : "Summits on record: " + codes(held) + ". ")
                + "In a year without one, the summit is on " + usual + " (month and day).";
    }

    /** Codes of blocs some of whose rules are of a kind; empty where none is. */
    static String blocsWith(Stream<Bloc> blocs, Predicate<AdmissionRule> kind) {
        return String.join(
                ", ",
                blocs.filter(bloc -> rules(bloc).stream().anyMatch(kind))
                        .map(Bloc::code)
                        .toList());
    }
}
