package blocsim.report;

import static blocsim.report.OddWords.cell;
import static blocsim.report.OddWords.codes;
import static blocsim.report.OddWords.number;
import static blocsim.report.OddWords.plain;

import blocsim.experiment.Prepared;
import blocsim.model.AdmissionRule;
import blocsim.model.Bloc;
import blocsim.model.Event;
import blocsim.model.Parameter;
import blocsim.model.Profile;
import blocsim.model.State;
import blocsim.model.World;
import blocsim.panel.TableInfo;
import blocsim.scenario.Cited;
import blocsim.scenario.Scenario;
import blocsim.scenario.Work;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The model of a scenario by the ODD protocol (Grimm et al. 2020), in Markdown: the prose stands in {@code odd.mustache}, its
 * values and what of it applies come from the effective scenario and its world.
 */
public final class OddText {
    private static final Template TEXT =
            Mustache.compiler().emptyStringIsFalse(true).escapeHTML(false).compile(template());

    /** Tables of the panel from which the figures come. */
    private static final List<String> TABLES = List.of(
            "gdp",
            "population",
            "polyarchy",
            "ideal_point",
            "trade",
            "comembership",
            "neighbours",
            "rivalries",
            "sanctions",
            "sanctions_by_hand",
            "diplomatic_absences",
            "standings",
            "requests");

    private static final int MOST_NAMES = 250;

    private final Prepared prepared;
    private final Scenario scenario;
    private final World world;
    private final Sources sources;
    private final Map<String, Object> values = new HashMap<>();

    private OddText(Prepared prepared) {
        this.prepared = prepared;
        this.scenario = prepared.scenario();
        this.world = prepared.world();
        this.sources = new Sources(scenario);
    }

    /** The text of a scenario, to be written in UTF-8. */
    public static String markdown(Prepared prepared) {
        var text = new OddText(prepared);
        text.purpose();
        text.scales();
        text.start();
        text.inputs();
        text.events();
        text.blocs();
        text.parameters();
        return tidied(TEXT.execute(text.values));
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(OddText.class.getResourceAsStream("odd.mustache"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Leaves no two empty lines in a row and no space at the end of a line. */
    private static String tidied(String text) {
        return text.replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip() + "\n";
    }

    private Stream<Bloc> allBlocs() {
        return world.blocs().stream();
    }

    private boolean anyBloc(Predicate<Bloc> has) {
        return allBlocs().anyMatch(has);
    }

    private void purpose() {
        values.put("title", plain(scenario.title()));
        values.put("name", scenario.name());
        values.put("hash", scenario.hash());
        values.put("about", plain(scenario.description()));
        values.put("focusState", state(scenario.focus().state()));
        values.put("focusBloc", bloc(world.blocs().get(prepared.focusBloc())));
        values.put(
                "records",
                allBlocs().filter(bloc -> bloc.record() != null).map(Bloc::code).toList());
        var expected = new ArrayList<Map<String, String>>();
        for (var whatIf : scenario.whatIfs()) {
            for (var expectation : whatIf.expected()) {
                expected.add(Map.of(
                        "file", Objects.toString(whatIf.file().getFileName(), ""),
                        "measure", plain(expectation.measure()),
                        "sign", expectation.sign() < 0 ? "fall" : expectation.sign() > 0 ? "rise" : "stay",
                        "because", plain(expectation.because())));
            }
        }
        values.put("expected", expected);
    }

    private String state(String code) {
        int at = world.state(code);
        return at == World.NONE ? code : plain(world.states().get(at).name()) + " (" + code + ")";
    }

    private static String bloc(Bloc bloc) {
        return bloc.title().equals(bloc.code()) ? bloc.code() : plain(bloc.title()) + " (" + bloc.code() + ")";
    }

    private double parameter(Parameter parameter) {
        return scenario.parameters().get(parameter);
    }

    private void scales() {
        int blocs = world.blocs().size();
        values.put("states", world.states().size());
        values.put(
                "blocs",
                (blocs == 1 ? "one bloc, the " : blocs + " blocs, ")
                        + String.join(", ", allBlocs().map(Bloc::code).toList()));
        var ids = new TreeSet<String>();
        allBlocs().forEach(bloc -> bloc.ladder().rungs().forEach(rung -> ids.add(rung.id())));
        values.put("rungIds", OddWords.ids(ids));
        values.put("start", scenario.horizon().start());
        values.put("end", scenario.horizon().end());
        values.put("ticks", world.ticks());
        long months = scenario.horizon().step().toTotalMonths();
        values.put("step", months == 12 ? "one year" : months == 1 ? "one month" : months + " months");
        int drifting = world.driftTicks().indexOf(true);
        values.put("drifts", drifting >= 0 && parameter(Parameter.DRIFT) > 0);
        values.put(
                "driftFrom",
                drifting < 0
                        ? ""
                        : LocalDate.ofEpochDay(world.bounds().get(drifting)).toString());
        values.put("walks", parameter(Parameter.GDP_DRIFT) > 0 || parameter(Parameter.TRADE_DRIFT) > 0);
        var posterior = scenario.posterior();
        values.put("posterior", posterior != null && posterior.drawn() > 0);
        values.put("creates", parameter(Parameter.TRADE_CREATION) > 0);
        values.put("feeds", parameter(Parameter.TRADE_CREATION) > 0 || parameter(Parameter.CONVERGENCE) > 0);
        values.put("dataUntil", OddWords.day(scenario.dataUntil(), ""));
        values.put("replicates", scenario.replicates());
        values.put("seed", scenario.seed());
        values.put("alpha", number(1 - parameter(Parameter.OBJECTION_SHARED)));
        values.put("sharesNoise", parameter(Parameter.OBJECTION_SHARED) > 0);
        for (var inline : List.of(
                Parameter.BLOC_SPREAD,
                Parameter.SUMMIT_SPREAD,
                Parameter.STALE_YEARS,
                Parameter.STANCE_RENEWAL,
                Parameter.WITHDRAWAL_RATE,
                Parameter.LAPSE_YEARS,
                Parameter.EXIT_RATE,
                Parameter.EXIT_CAP,
                Parameter.SECURITY_SHARE,
                Parameter.ELECTION_BOOST,
                Parameter.TRADE_ALIGNMENT,
                Parameter.TRADE_CREATION,
                Parameter.CONVERGENCE,
                Parameter.DRIFT,
                Parameter.GDP_DRIFT,
                Parameter.TRADE_DRIFT)) {
            values.put(inline.key(), number(parameter(inline)));
        }
        values.put("decay", number(parameter(Parameter.CONVERGENCE_DECAY)));
        values.put("cap", number(parameter(Parameter.CONVERGENCE_CAP)));
        values.put("driftReversion", number(parameter(Parameter.DRIFT_REVERSION)));
    }

    private void start() {
        var first = scenario.horizon().start();
        var recorded = new ArrayList<Map<String, Object>>();
        var unrecorded = new ArrayList<Map<String, Object>>();
        var later = new ArrayList<Map<String, Object>>();
        for (Bloc bloc : world.blocs()) {
            var row = new HashMap<String, Object>();
            row.put("bloc", bloc(bloc));
            row.put("founders", codes(bloc.founders()));
            if (bloc.founded() != null && !bloc.founded().isBefore(first)) {
                row.put("day", bloc.founded());
                later.add(row);
            } else if (bloc.record() == null) {
                unrecorded.add(row);
            } else {
                row.put("record", bloc.record());
                row.put("candidates", bloc.ladder().index("candidate") > 0);
                recorded.add(row);
            }
        }
        values.put("recorded", recorded);
        values.put("unrecorded", unrecorded);
        values.put("later", later);
        values.put("anyRecord", allBlocs().allMatch(bloc -> bloc.record() != null));
    }

    private void inputs() {
        values.put("isInvented", scenario.invented());
        values.put("isPanel", !scenario.invented());
        values.put(
                "tables",
                prepared.panel().tables().stream()
                        .filter(table -> TABLES.contains(table.table()))
                        .map(table -> Map.of(
                                "title", cell(table.title()),
                                "unit", cell(table.unit()),
                                "years",
                                        table.firstYear() > 0
                                                ? table.firstYear() + " to " + table.lastYear()
                                                : OddWords.NOTHING,
                                "citation", cell(table.citation()),
                                "licence", cell(table.licence())))
                        .toList());
        values.put(
                "sanctionYears",
                prepared.panel().tables().stream()
                        .filter(table -> table.table().equals("sanctions"))
                        .map(TableInfo::lastYear)
                        .findFirst()
                        .orElseThrow());
        values.put("standIns", prepared.standIns().stream().map(OddWords::plain).toList());
        values.put("plainStates", statesInWords());
        var profiles = new ArrayList<Map<String, String>>();
        if (!scenario.invented()) {
            scenario.states().forEach((code, profile) -> profiles.addAll(given(code, profile)));
        }
        values.put("hasProfiles", !profiles.isEmpty());
        values.put("profiles", profiles);
    }

    private String statesInWords() {
        var states = world.states();
        return states.size() > MOST_NAMES
                ? states.size() + " states, in the order of their codes from "
                        + states.get(0).code() + " to "
                        + states.get(states.size() - 1).code() + "."
                : "They are "
                        + String.join(
                                ", ",
                                states.stream()
                                        .map(State::code)
                                        .map(this::state)
                                        .toList()) + ".";
    }

    /** What the scenario gives of a state, a row a value; what is cited for the state as a whole stands in the last. */
    private List<Map<String, String>> given(String code, Profile profile) {
        var rows = new ArrayList<Map<String, String>>();
        var pointer = "/states/" + code;
        profile.figures()
                .forEach((attribute, dated) -> rows.add(given(
                        code, attribute.key(), OddWords.dated(dated), evidence(pointer + "/" + attribute.key()))));
        profile.patrons()
                .forEach((patron, dated) -> rows.add(given(
                        code, "π on " + patron, OddWords.dated(dated), evidence(pointer + "/patrons/" + patron))));
        profile.tradeShares()
                .forEach((partner, dated) -> rows.add(given(
                        code,
                        "x of " + partner,
                        OddWords.dated(dated),
                        evidence(pointer + "/tradeShares/" + partner))));
        if (!profile.electionYears().isEmpty()) {
            var years = profile.electionYears().stream()
                    .map(year -> Integer.toString(year))
                    .collect(Collectors.joining(", "));
            rows.add(given(code, "election years", years, evidence(pointer + "/electionYears")));
        }
        var whole = said(cited -> cited.pointer().equals(pointer));
        if (rows.size() == 1 && OddWords.NOTHING.equals(rows.get(0).get("evidence"))) {
            var only = new HashMap<>(rows.get(0));
            only.put("evidence", whole);
            rows.set(0, only);
        } else if (!rows.isEmpty() && !whole.equals(OddWords.NOTHING)) {
            rows.add(given(code, "as a whole", OddWords.NOTHING, whole));
        }
        return rows;
    }

    private Map<String, String> given(String code, String figure, String value, String evidence) {
        return Map.of("state", state(code), "figure", figure, "value", value, "evidence", evidence);
    }

    /** What the values at and below a pointer cite. */
    private String evidence(String pointer) {
        return said(cited -> (cited.pointer() + "/").startsWith(pointer + "/"));
    }

    private String said(Predicate<Cited> about) {
        var said = scenario.cited().stream()
                .filter(about)
                .map(OddText::cited)
                .distinct()
                .toList();
        return said.isEmpty() ? OddWords.NOTHING : String.join("; ", said);
    }

    private static String cited(Cited cited) {
        return OddWords.links(List.of(cited.source())) + (cited.words().isEmpty() ? "" : ": " + plain(cited.words()));
    }

    private void events() {
        has("Objections", Event.Objection.class);
        has("Guarantees", Event.Guarantee.class);
        has("Packages", Event.PackageVote.class);
        has("Offers", Event.Offer.class);
        has("Suspensions", Event.Suspension.class);
        has("Programmes", Event.Programme.class);
        has("Expulsions", Event.Expulsion.class);
        has("Shifts", Event.AlignmentShift.class);
        has("Shocks", Event.TradeShock.class);
        values.put("hasEvents", !scenario.events().isEmpty());
        values.put(
                "events",
                scenario.events().stream()
                        .map(event -> Map.of(
                                "id", event.id(),
                                "what", OddWords.event(event),
                                "from", event.from().toString(),
                                "until", OddWords.day(event.until(), "no end"),
                                "evidence", evidence("/events/" + event.id())))
                        .toList());
        var due = new ArrayList<>(List.of("Summits"));
        if (anyBloc(bloc -> bloc.founded() != null
                && !bloc.founded().isBefore(scenario.horizon().start()))) {
            due.add("foundings");
        }
        if (hasMergers()) {
            due.add("ends and mergers of rungs");
        }
        if (Boolean.TRUE.equals(values.get("hasOffers"))) {
            due.add("offers");
        }
        if (Boolean.TRUE.equals(values.get("hasExpulsions"))) {
            due.add("expulsions");
        }
        values.put("due", String.join(", ", due));
        values.put("hasMergers", hasMergers());
    }

    private void has(String what, Class<? extends Event> type) {
        values.put("has" + what, scenario.events().stream().anyMatch(type::isInstance));
    }

    private boolean hasMergers() {
        return anyBloc(bloc -> bloc.ladder().rungs().stream().anyMatch(rung -> rung.until() != null));
    }

    private void blocs() {
        boolean opens = anyBloc(bloc -> bloc.ladder().rungs().stream().anyMatch(rung -> rung.security() != null));
        values.put("opens", opens);
        values.put("hasSecurity", anyBloc(bloc -> bloc.security() != null));
        values.put("hasOffered", anyBloc(bloc -> bloc.ladder().rungs().stream().anyMatch(rung -> rung.offered())));
        values.put("hasStances", anyBloc(bloc -> !bloc.stances().isEmpty()));
        values.put("hasExclusive", anyBloc(bloc -> !bloc.exclusiveWith().isEmpty()));
        values.put("groups", groups());
        values.put(
                "hasEffort",
                anyBloc(bloc -> bloc.effort().changes().values().stream().anyMatch(effort -> effort != 0)));
        values.put("hasNotice", anyBloc(bloc -> bloc.requestNoticeDays() > 0));
        values.put("hasCapacity", anyBloc(bloc -> bloc.capacity() != null));
        values.put(
                "hasElections",
                scenario.states().values().stream()
                        .anyMatch(profile -> !profile.electionYears().isEmpty()));
        values.put(
                "hasSponsorRule",
                !OddBloc.blocsWith(allBlocs(), AdmissionRule::needsSponsor).isEmpty());
        values.put(
                "anyConsensus",
                counting(rule -> rule instanceof AdmissionRule.NoObjection || rule instanceof AdmissionRule.Unanimity));
        values.put("anyVeto", counting(rule -> rule instanceof AdmissionRule.VetoHolders));
        var majority = counting(rule -> rule instanceof AdmissionRule.Majority);
        var weighted = counting(rule -> rule instanceof AdmissionRule.WeightedMajority);
        values.put("anyMajority", majority);
        values.put("anyWeighted", weighted);
        values.put("anyCounted", !majority.isEmpty() || !weighted.isEmpty());
        values.put(
                "blocPages",
                allBlocs().map(bloc -> new OddBloc(scenario, bloc).page(opens)).toList());
    }

    private String counting(Predicate<AdmissionRule> kind) {
        return OddBloc.blocsWith(allBlocs(), rule -> kind.test(rule.counting()));
    }

    /** Blocs of the scenario that shut each other out, group by group. */
    private String groups() {
        var groups = new ArrayList<TreeSet<String>>();
        for (Bloc bloc : world.blocs()) {
            var joined = new TreeSet<String>(List.of(bloc.code()));
            for (Bloc other : world.blocs()) {
                if (bloc.exclusiveWith().contains(other.code())) {
                    joined.add(other.code());
                }
            }
            groups.removeIf(group -> {
                boolean shares = group.stream().anyMatch(joined::contains);
                if (shares) {
                    joined.addAll(group);
                }
                return shares;
            });
            groups.add(joined);
        }
        var several = groups.stream()
                .filter(group -> group.size() > 1)
                .map(group -> String.join(" with ", group))
                .toList();
        return several.isEmpty() ? "none within this scenario" : String.join("; ", several);
    }

    private void parameters() {
        var rows = new ArrayList<Map<String, String>>();
        for (Parameter p : Parameter.values()) {
            boolean set = scenario.tree().at("/parameters/" + p.key()) != null;
            var links = OddWords.links(p.works());
            rows.add(Map.of(
                    "key", p.key(),
                    "symbol", cell(p.symbol()),
                    "value", number(parameter(p)),
                    "unit", cell(p.unit()),
                    "least", number(p.least()),
                    "most", number(p.most()),
                    "standard", number(p.standard()),
                    "meaning", cell(p.meaning()),
                    "source",
                            set
                                    ? "set by the scenario; " + evidence("/parameters/" + p.key())
                                    : cell(p.source()) + (links.isEmpty() ? "" : " (" + links + ")")));
        }
        values.put("parameters", rows);
        values.put(
                "references", sources.works().stream().map(OddText::reference).toList());
    }

    private static Map<String, String> reference(Work work) {
        var text = plain(Sources.text(work));
        var address = Sources.address(work);
        return Map.of(
                "id",
                work.id(),
                "text",
                text
                        + (work.cites().isEmpty() ? "" : " After " + OddWords.links(work.cites()) + ".")
                        + (address.isEmpty()
                                ? ""
                                : " <" + address.replace(">", "%3E").replace(" ", "%20") + ">"));
    }
}
