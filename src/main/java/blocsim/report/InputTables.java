package blocsim.report;

import blocsim.model.AdmissionRule;
import blocsim.model.Bloc;
import blocsim.model.Condition;
import blocsim.model.Facts;
import blocsim.model.Figures;
import blocsim.model.PairFigures;
import blocsim.model.Parameter;
import blocsim.model.Purpose;
import blocsim.model.Streams;
import blocsim.model.World;
import blocsim.report.ResultTable.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a run reads, as tables from which anybody can write the same model in another language: every number with as many
 * digits as bring back its bits, states, blocs and rungs by index, days counted from 1970-01-01.
 */
public final class InputTables {
    private static final String INTEGER = "integer";
    private static final String NUMBER = "number";
    private static final String STRING = "string";
    private static final Column BLOC = new Column("bloc", INTEGER, "index of the bloc");
    private static final Column STATE = new Column("state", INTEGER, "index of the state");
    private static final Column RUNG = new Column("rung", INTEGER, "index of the rung, from 1");
    private static final Column TICK = new Column("tick", INTEGER, "number of the tick, from 0");
    private static final Column FROM = new Column("from", INTEGER, "first day on which it holds");
    private static final Column UNTIL = new Column("until", INTEGER, "first day on which it holds no more");

    static final ResultTable RUN = new ResultTable(
            "run.csv",
            "the run's luck",
            List.of(
                    new Column("seed", INTEGER, "the master seed"),
                    new Column("replicates", INTEGER, "how often it was run")));

    static final ResultTable PARAMETERS = new ResultTable(
            "parameters.csv",
            "a parameter of the model",
            List.of(
                    new Column("parameter", STRING, "its key under `/parameters`"),
                    new Column("value", NUMBER, "in its unit")));

    static final ResultTable STREAMS = new ResultTable(
            "streams.csv",
            "what draws are for",
            List.of(
                    new Column("purpose", STRING, "its name"),
                    new Column("key", STRING, "its part in the address of a draw, hexadecimal, 64 bits")));

    static final ResultTable TICKS = new ResultTable(
            "ticks.csv",
            "a tick",
            List.of(
                    TICK,
                    new Column("first", INTEGER, "its first day"),
                    new Column("end", INTEGER, "the first day after it"),
                    new Column("years", NUMBER, "its length, 1 for a calendar year"),
                    new Column("drifts", INTEGER, "1 where ideal points have left the panel and drift"),
                    new Column("world_gdp", NUMBER, "GDP of all states of the world, US dollars")));

    static final ResultTable STATES = new ResultTable(
            "states.csv",
            "a state",
            List.of(
                    STATE,
                    new Column("code", STRING, "ISO 3166-1 alpha-3, or that of an invented state"),
                    new Column("key", STRING, "its part in the address of a draw, hexadecimal, 64 bits"),
                    new Column("near_in_all", INTEGER, "states within 300 km, in the world or not"),
                    new Column("united_states", INTEGER, "1 for the United States")));

    static final ResultTable BLOCS = new ResultTable(
            "blocs.csv",
            "a bloc",
            List.of(
                    BLOC,
                    new Column("code", STRING, "its key in the scenario"),
                    new Column("key", STRING, "its part in the address of a draw, hexadecimal, 64 bits"),
                    new Column("founded", INTEGER, "day of its founding; empty where it stood before"),
                    new Column("notice_days", INTEGER, "days before a summit by which a request must be in"),
                    new Column("exit_notice_months", INTEGER, "months from a notice of withdrawal to its effect")));

    static final ResultTable RUNGS = new ResultTable(
            "rungs.csv",
            "a rung of a bloc's ladder; the highest is full membership",
            List.of(
                    BLOC,
                    RUNG,
                    new Column("id", STRING, "its id"),
                    new Column("key", STRING, "its part in the address of a draw, hexadecimal, 64 bits"),
                    new Column("height", INTEGER, "1 partner, 2 observer or candidate, 3 member"),
                    new Column("benefit", NUMBER, "φ"),
                    new Column("obligation", NUMBER, "ψ"),
                    new Column("security", NUMBER, "share of security cooperation open to it; empty for φ"),
                    new Column("own_rule", INTEGER, "1 where it has an admission rule of its own"),
                    new Column("entry_months", INTEGER, "months from approval to entry"),
                    new Column("from", INTEGER, "first day it exists; empty for as long as the bloc"),
                    new Column("until", INTEGER, "first day it exists no more; empty for no end"),
                    new Column("merges_into", INTEGER, "rung that takes over its holders; 0 for none")));

    static final ResultTable BLOC_TICKS = new ResultTable(
            "bloc_ticks.csv",
            "a bloc on the first day of a tick",
            List.of(
                    TICK,
                    BLOC,
                    new Column("depth", NUMBER, "depth_b"),
                    new Column("security", NUMBER, "coop_b"),
                    new Column("effort", NUMBER, "what asking it takes beyond the efforts of the parameters")));

    static final ResultTable ADMISSION = new ResultTable(
            "admission.csv",
            "a rule of decision",
            List.of(
                    BLOC,
                    new Column("rung", INTEGER, "rung it is for; 0 for those without one of their own"),
                    new Column("from", INTEGER, "first day on which it holds; empty for always"),
                    new Column("rule", STRING, "no-objection, unanimity, veto, majority or weighted"),
                    new Column("sponsor", INTEGER, "1 where a sponsor is needed"),
                    new Column("share", NUMBER, "share of votes needed"),
                    new Column("voters", STRING, "holders of a veto, or weights as CODE=weight, between blanks")));

    static final ResultTable CAPACITY = new ResultTable(
            "capacity.csv",
            "how many entrants a summit takes up",
            List.of(BLOC, FROM, new Column("capacity", INTEGER, "states")));

    static final ResultTable EXCLUSIVE = new ResultTable(
            "exclusive.csv",
            "two blocs of which nobody can be a full member at once, either way round",
            List.of(BLOC, new Column("other", INTEGER, "index of the other bloc")));

    static final ResultTable FIGURES = new ResultTable(
            "figures.csv",
            "a state on the first day of a tick",
            List.of(
                    TICK,
                    STATE,
                    new Column("ideal_point", NUMBER, "z_i"),
                    new Column("gdp", NUMBER, "US dollars a year"),
                    new Column("polyarchy", NUMBER, "r_i"),
                    new Column("isolation", NUMBER, "iso_i"),
                    new Column("need", NUMBER, "need_i"),
                    new Column("capital", NUMBER, "cap_i"),
                    new Column("threat", NUMBER, "threat_i"),
                    new Column("neutrality", NUMBER, "neutral_i"),
                    new Column("concentration", NUMBER, "H_i"),
                    new Column("size", NUMBER, "(ln GDP - 23.8)/2.4 within ±2"),
                    new Column("election", INTEGER, "1 in an election year"),
                    new Column("under_eu", INTEGER, "1 under sanctions of the EU"),
                    new Column("under_us", INTEGER, "1 under sanctions of the United States"),
                    new Column("in_eu", INTEGER, "1 for a member of the EU on record"),
                    new Column("main_patron", INTEGER, "index of the main patron; -1 if it is not in the world"),
                    new Column("main_reliance", NUMBER, "π_i on it")));

    static final ResultTable PAIRS = new ResultTable(
            "pairs.csv",
            "a figure of a pair that is not 0, over ticks in which its whole table is the same",
            List.of(
                    new Column(
                            "figure",
                            STRING,
                            "trade x_ij, bodies m_ij, rival rival_ij, friend max_k rival_jk(m_ik - m_ij)⁺ by j then i,"
                                    + " reliance π_jp, pull Σ_p π_ip g_pb by bloc, record φ on record by bloc"),
                    new Column("from_tick", INTEGER, "first tick"),
                    new Column("until_tick", INTEGER, "tick after the last"),
                    new Column("row", INTEGER, "index of a state, or of a bloc for pull and record"),
                    new Column("column", INTEGER, "index of a state"),
                    new Column("value", NUMBER, "the figure")));

    static final ResultTable CELLS = new ResultTable(
            "cells.csv",
            "a state and a bloc in a tick, if any column is not 0",
            List.of(
                    TICK,
                    BLOC,
                    STATE,
                    new Column("askable", INTEGER, "rungs that may be asked for but for gates.csv: bit r for rung r"),
                    new Column("open", INTEGER, "rungs whose gates stand open but for gates.csv: bit r for rung r"),
                    new Column("clash", INTEGER, "1 for a full member of a bloc outside the world that excludes it")));

    static final ResultTable GATES = new ResultTable(
            "gates.csv",
            "a gate that hangs on the run",
            List.of(
                    BLOC,
                    new Column("gate", STRING, "its id"),
                    new Column("condition", STRING, "prior-rung, minimum-years, not-member-of, no-war or relations"),
                    new Column("rungs", INTEGER, "the rungs it guards: bit r for rung r"),
                    FROM,
                    UNTIL,
                    new Column(
                            "prior", INTEGER, "of prior-rung, the rungs one of which must be held: bit r for rung r"),
                    new Column("years", NUMBER, "of minimum-years"),
                    new Column("blocs", STRING, "of not-member-of, indices between blanks")));

    static final ResultTable AGENDA = new ResultTable(
            "agenda.csv",
            "what is due whatever happens",
            List.of(
                    new Column("day", INTEGER, "the day"),
                    new Column("kind", STRING, "founder, offer or ousting"),
                    BLOC,
                    STATE,
                    new Column("rung", INTEGER, "rung offered, or 0")));

    static final ResultTable SUMMITS = new ResultTable(
            "summits.csv",
            "a summit",
            List.of(BLOC, new Column("summit", INTEGER, "its number, from 0"), new Column("day", INTEGER, "its day")));

    static final ResultTable SUMMIT_GATES = new ResultTable(
            "summit_gates.csv",
            "a state at a summit, if any gate stands open",
            List.of(
                    BLOC,
                    new Column("summit", INTEGER, "its number, from 0"),
                    STATE,
                    new Column("open", INTEGER, "rungs whose gates stand open but for gates.csv: bit r for rung r")));

    static final ResultTable START = new ResultTable(
            "start.csv",
            "a standing on the first day that is not an outsider's",
            List.of(
                    BLOC,
                    STATE,
                    new Column("rung", INTEGER, "rung in force; 0 for none"),
                    new Column("since", INTEGER, "the day since when"),
                    new Column("approved", INTEGER, "rung approved and not in force, or 0"),
                    new Column("entry", INTEGER, "day on which that comes into force"),
                    new Column("asked", INTEGER, "rung of a request pending, or 0"),
                    new Column("asked_day", INTEGER, "the day of that request")));

    static final ResultTable GEOGRAPHY = new ResultTable(
            "geography.csv",
            "a pair of states near each other, or with a land border, either way round",
            List.of(
                    STATE,
                    new Column("other", INTEGER, "index of the other"),
                    new Column("near", INTEGER, "1 where it lies within 300 km"),
                    new Column("border", INTEGER, "1 where they share a land border")));

    static final ResultTable FACTS = new ResultTable(
            "facts.csv",
            "a dated fact",
            List.of(
                    new Column(
                            "kind",
                            STRING,
                            "grievance of `other` against `state`, backing of `state` by `other`, courtship of `state` by"
                                    + " `other`, war or estrangement of the two (either way round), silenced `state`,"
                                    + " touched `state` on the day `from`"),
                    new Column("bloc", INTEGER, "index of the bloc; -1 where it concerns none"),
                    STATE,
                    new Column("other", INTEGER, "index of the other state; -1 for none"),
                    new Column("rungs", INTEGER, "of a grievance, the rungs it concerns: bit r for rung r"),
                    new Column("strength", NUMBER, "of a grievance, backing or courtship"),
                    FROM,
                    UNTIL));

    static final ResultTable PACKAGES = new ResultTable(
            "packages.csv",
            "candidates that are decided on together",
            List.of(
                    new Column("key", STRING, "its part in the address of a draw, hexadecimal, 64 bits"),
                    BLOC,
                    RUNG,
                    new Column("states", STRING, "indices between blanks"),
                    FROM,
                    UNTIL));

    private static final List<ResultTable> TABLES = List.of(
            RUN,
            PARAMETERS,
            STREAMS,
            TICKS,
            STATES,
            BLOCS,
            RUNGS,
            BLOC_TICKS,
            ADMISSION,
            CAPACITY,
            EXCLUSIVE,
            FIGURES,
            PAIRS,
            CELLS,
            GATES,
            AGENDA,
            SUMMITS,
            SUMMIT_GATES,
            START,
            GEOGRAPHY,
            FACTS,
            PACKAGES);

    private final World world;
    private final Path folder;

    private InputTables(World world, Path folder) {
        this.world = world;
        this.folder = folder;
    }

    /** Every table, in the order of the page that describes them. */
    public static List<ResultTable> tables() {
        return TABLES;
    }

    /**
     * Writes every table.
     *
     * @param world what is run
     * @param seed the master seed
     * @param replicates how often
     * @param folder exists and holds none of the tables
     */
    public static void write(World world, long seed, int replicates, Path folder) throws IOException {
        var tables = new InputTables(world, folder);
        try (var sheet = new CsvSheet(folder, RUN)) {
            sheet.row(Long.toString(seed), text(replicates));
        }
        tables.modelAndLuck();
        tables.ticks();
        tables.blocs();
        tables.rules();
        tables.figures();
        tables.pairs();
        tables.cells();
        tables.agenda();
        tables.geography();
        tables.facts();
    }

    private void modelAndLuck() throws IOException {
        try (var sheet = new CsvSheet(folder, PARAMETERS)) {
            for (var parameter : Parameter.values()) {
                sheet.row(parameter.key(), text(world.parameters().get(parameter)));
            }
        }
        try (var sheet = new CsvSheet(folder, STREAMS)) {
            for (var purpose : Purpose.values()) {
                sheet.row(purpose.name().toLowerCase(Locale.ROOT), hex(purpose.key()));
            }
        }
        try (var sheet = new CsvSheet(folder, STATES)) {
            for (int i = 0; i < world.states().size(); i++) {
                String code = world.states().get(i).code();
                sheet.row(
                        text(i),
                        code,
                        hex(Streams.key(code)),
                        text(world.geography().nearInAll(i)),
                        text(i == world.unitedStates()));
            }
        }
    }

    private void ticks() throws IOException {
        try (var sheet = new CsvSheet(folder, TICKS)) {
            for (int k = 0; k < world.ticks(); k++) {
                sheet.row(
                        text(k),
                        text(world.bounds().get(k)),
                        text(world.bounds().get(k + 1)),
                        text(world.years(k)),
                        text(world.driftTicks().get(k)),
                        text(world.figures().get(k).worldGdp()));
            }
        }
        try (var sheet = new CsvSheet(folder, BLOC_TICKS)) {
            for (int k = 0; k < world.ticks(); k++) {
                var day = LocalDate.ofEpochDay(world.bounds().get(k));
                for (int b = 0; b < world.blocs().size(); b++) {
                    var bloc = world.blocs().get(b);
                    var security = bloc.security();
                    sheet.row(
                            text(k),
                            text(b),
                            text(bloc.depth().at(day, 0.0)),
                            text(security == null ? 0 : security.at(day, 0.0)),
                            text(bloc.effort().at(day, 0.0)));
                }
            }
        }
    }

    private void blocs() throws IOException {
        try (var sheet = new CsvSheet(folder, BLOCS);
                var rungs = new CsvSheet(folder, RUNGS);
                var exclusive = new CsvSheet(folder, EXCLUSIVE)) {
            for (int b = 0; b < world.blocs().size(); b++) {
                var bloc = world.blocs().get(b);
                sheet.row(
                        text(b),
                        bloc.code(),
                        hex(Streams.key(bloc.code())),
                        day(bloc.founded()),
                        text(bloc.requestNoticeDays()),
                        text(bloc.exitNoticeMonths()));
                for (int r = 1; r <= bloc.ladder().top(); r++) {
                    rung(rungs, b, bloc, r);
                }
                for (int other = 0; other < world.blocs().size(); other++) {
                    if (bloc.shutsOut(world.blocs().get(other))) {
                        exclusive.row(text(b), text(other));
                    }
                }
            }
        }
    }

    private static void rung(CsvSheet sheet, int b, Bloc bloc, int r) throws IOException {
        var rung = bloc.ladder().rung(r);
        Double security = rung.security();
        String target = rung.mergesInto();
        sheet.row(
                text(b),
                text(r),
                rung.id(),
                hex(Streams.key(rung.id())),
                text(rung.height()),
                text(rung.benefit()),
                text(rung.obligation()),
                security == null ? "" : text(security),
                text(rung.admission() != null),
                text(rung.entryMonths()),
                day(rung.from()),
                day(rung.until()),
                text(target == null ? 0 : bloc.ladder().index(target)));
    }

    private void rules() throws IOException {
        try (var sheet = new CsvSheet(folder, ADMISSION);
                var capacities = new CsvSheet(folder, CAPACITY);
                var gates = new CsvSheet(folder, GATES)) {
            for (int b = 0; b < world.blocs().size(); b++) {
                var bloc = world.blocs().get(b);
                for (var change : bloc.admission().changes().entrySet()) {
                    rule(sheet, b, 0, change.getKey(), change.getValue());
                }
                for (int r = 1; r <= bloc.ladder().top(); r++) {
                    var own = bloc.ladder().rung(r).admission();
                    if (own != null) {
                        for (var change : own.changes().entrySet()) {
                            rule(sheet, b, r, change.getKey(), change.getValue());
                        }
                    }
                }
                var capacity = bloc.capacity();
                if (capacity != null) {
                    for (var change : capacity.changes().entrySet()) {
                        capacities.row(text(b), day(change.getKey()), text(change.getValue()));
                    }
                }
                for (var gate : bloc.gates()) {
                    String kind = kind(gate.condition());
                    if (kind != null) {
                        gates.row(
                                text(b),
                                gate.id(),
                                kind,
                                text(bits(bloc, gate.rungs())),
                                day(gate.from()),
                                day(gate.until()),
                                text(
                                        gate.condition() instanceof Condition.PriorRung prior
                                                ? bits(bloc, prior.rungs())
                                                : 0),
                                gate.condition() instanceof Condition.MinimumYears minimum ? text(minimum.years()) : "",
                                gate.condition() instanceof Condition.NotMemberOf others ? indices(others) : "");
                    }
                }
            }
        }
    }

    private static void rule(CsvSheet sheet, int b, int rung, LocalDate from, AdmissionRule rule) throws IOException {
        AdmissionRule counting = rule.counting();
        String kind = "no-objection";
        String share = "1";
        String voters = "";
        if (counting instanceof AdmissionRule.Unanimity) {
            kind = "unanimity";
        } else if (counting instanceof AdmissionRule.VetoHolders veto) {
            kind = "veto";
            voters = String.join(" ", veto.holders());
        } else if (counting instanceof AdmissionRule.Majority majority) {
            kind = "majority";
            share = text(majority.share());
        } else if (counting instanceof AdmissionRule.WeightedMajority weighted) {
            kind = "weighted";
            share = text(weighted.share());
            voters = weighted.weights().entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(" "));
        }
        sheet.row(text(b), text(rung), day(from), kind, text(rule.needsSponsor()), share, voters);
    }

    /** The word for a condition that hangs on the run; null for one that does not. */
    private static @Nullable String kind(Condition condition) {
        if (condition instanceof Condition.PriorRung) {
            return "prior-rung";
        }
        if (condition instanceof Condition.MinimumYears) {
            return "minimum-years";
        }
        if (condition instanceof Condition.NotMemberOf) {
            return "not-member-of";
        }
        if (condition instanceof Condition.NoOpenConflict) {
            return "no-war";
        }
        return condition instanceof Condition.DiplomaticRelations ? "relations" : null;
    }

    private String indices(Condition.NotMemberOf others) {
        return others.blocs().stream()
                .map(world::bloc)
                .filter(b -> b != World.NONE)
                .map(InputTables::text)
                .collect(Collectors.joining(" "));
    }

    private static int bits(Bloc bloc, List<String> rungs) {
        return rungs.stream().mapToInt(id -> 1 << bloc.ladder().index(id)).reduce(0, (a, b) -> a | b);
    }

    private void figures() throws IOException {
        try (var sheet = new CsvSheet(folder, FIGURES)) {
            for (int k = 0; k < world.ticks(); k++) {
                var figures = world.figures().get(k);
                for (int i = 0; i < world.states().size(); i++) {
                    sheet.row(
                            text(k),
                            text(i),
                            text(figures.idealPoint(i)),
                            text(figures.gdp(i)),
                            text(figures.polyarchy(i)),
                            text(figures.isolation(i)),
                            text(figures.need(i)),
                            text(figures.capital(i)),
                            text(figures.threat(i)),
                            text(figures.neutrality(i)),
                            text(figures.concentration(i)),
                            text(figures.size(i)),
                            text(figures.election(i)),
                            text(figures.underEu(i)),
                            text(figures.underUs(i)),
                            text(figures.inEu(i)),
                            text(figures.mainPatron(i)),
                            text(figures.mainReliance(i)));
                }
            }
        }
    }

    private void pairs() throws IOException {
        try (var sheet = new CsvSheet(folder, PAIRS)) {
            pairs(sheet, "trade", Figures::tradeShares, world.states().size());
            pairs(sheet, "bodies", Figures::sharedBodies, world.states().size());
            pairs(sheet, "rival", Figures::rivals, world.states().size());
            pairs(
                    sheet,
                    "friend",
                    Figures::rivalsFriendsByMember,
                    world.states().size());
            pairs(sheet, "reliance", Figures::reliances, world.states().size());
            pairs(sheet, "pull", Figures::patronPulls, world.blocs().size());
            pairs(sheet, "record", Figures::recordedBenefits, world.blocs().size());
        }
    }

    private void pairs(CsvSheet sheet, String name, Function<Figures, PairFigures> of, int rows) throws IOException {
        int from = 0;
        while (from < world.ticks()) {
            var table = of.apply(world.figures().get(from));
            int until = from + 1;
            while (until < world.ticks()
                    && table.sameAs(of.apply(world.figures().get(until)))) {
                until++;
            }
            for (int row = 0; row < rows; row++) {
                for (int n = 0; n < table.kept(row); n++) {
                    if (table.value(row, n) != 0) {
                        sheet.row(
                                name,
                                text(from),
                                text(until),
                                text(row),
                                text(table.column(row, n)),
                                text(table.value(row, n)));
                    }
                }
            }
            from = until;
        }
    }

    private void cells() throws IOException {
        try (var sheet = new CsvSheet(folder, CELLS)) {
            for (int k = 0; k < world.ticks(); k++) {
                var figures = world.figures().get(k);
                for (int b = 0; b < world.blocs().size(); b++) {
                    for (int i = 0; i < world.states().size(); i++) {
                        if (figures.askable(b, i) != 0 || figures.open(b, i) != 0 || figures.clash(b, i)) {
                            sheet.row(
                                    text(k),
                                    text(b),
                                    text(i),
                                    text(figures.askable(b, i)),
                                    text(figures.open(b, i)),
                                    text(figures.clash(b, i)));
                        }
                    }
                }
            }
        }
    }

    private void agenda() throws IOException {
        try (var sheet = new CsvSheet(folder, AGENDA)) {
            for (int b = 0; b < world.blocs().size(); b++) {
                for (String founder : world.blocs().get(b).founders()) {
                    sheet.row(day(world.blocs().get(b).founded()), "founder", text(b), text(world.state(founder)), "0");
                }
            }
            for (var offer : world.facts().offers()) {
                sheet.row(text(offer.day()), "offer", text(offer.bloc()), text(offer.state()), text(offer.rung()));
            }
            for (var ousting : world.facts().oustings()) {
                sheet.row(text(ousting.day()), "ousting", text(ousting.bloc()), text(ousting.state()), "0");
            }
        }
        try (var sheet = new CsvSheet(folder, SUMMITS);
                var gates = new CsvSheet(folder, SUMMIT_GATES)) {
            for (int b = 0; b < world.blocs().size(); b++) {
                for (int n = 0; n < world.meetings().count(b); n++) {
                    sheet.row(text(b), text(n), text(world.meetings().day(b, n)));
                    for (int i = 0; i < world.states().size(); i++) {
                        if (world.meetings().open(b, n, i) != 0) {
                            gates.row(
                                    text(b),
                                    text(n),
                                    text(i),
                                    text(world.meetings().open(b, n, i)));
                        }
                    }
                }
            }
        }
        try (var sheet = new CsvSheet(folder, START)) {
            for (var start : world.start()) {
                sheet.row(
                        text(start.bloc()),
                        text(start.state()),
                        text(start.rung()),
                        text(start.since()),
                        text(start.approved()),
                        text(start.entryDay()),
                        text(start.asked()),
                        text(start.askedDay()));
            }
        }
    }

    private void geography() throws IOException {
        var geography = world.geography();
        var isNear = new boolean[world.states().size()];
        try (var sheet = new CsvSheet(folder, GEOGRAPHY)) {
            for (int i = 0; i < world.states().size(); i++) {
                for (int n = 0; n < geography.nearCount(i); n++) {
                    isNear[geography.near(i, n)] = true;
                }
                for (int j = 0; j < world.states().size(); j++) {
                    if (isNear[j] || geography.border(i, j)) {
                        sheet.row(text(i), text(j), text(isNear[j]), text(geography.border(i, j)));
                        isNear[j] = false;
                    }
                }
            }
        }
    }

    private void facts() throws IOException {
        var facts = world.facts();
        try (var sheet = new CsvSheet(folder, FACTS)) {
            for (var g : facts.grievances()) {
                fact(
                        sheet,
                        "grievance",
                        g.bloc(),
                        g.candidate(),
                        g.objector(),
                        g.rungs(),
                        g.strength(),
                        g.from(),
                        g.until());
            }
            for (var g : facts.backings()) {
                fact(sheet, "backing", g.bloc(), g.candidate(), g.sponsor(), 0, g.resolve(), g.from(), g.until());
            }
            for (var g : facts.courtships()) {
                fact(sheet, "courtship", -1, g.state(), g.sponsor(), 0, g.strength(), g.from(), g.until());
            }
            for (var g : facts.wars()) {
                fact(sheet, "war", -1, g.a(), g.b(), 0, 0, g.from(), g.until());
            }
            for (var g : facts.estrangements()) {
                fact(sheet, "estrangement", -1, g.a(), g.b(), 0, 0, g.from(), g.until());
            }
            for (var g : facts.silenced()) {
                fact(sheet, "silenced", g.bloc(), g.state(), -1, 0, 0, g.from(), g.until());
            }
            for (int i = 0; i < world.states().size(); i++) {
                for (int day : facts.touches(i)) {
                    fact(sheet, "touched", -1, i, -1, 0, 0, day, day + 1);
                }
            }
        }
        try (var sheet = new CsvSheet(folder, PACKAGES)) {
            for (var vote : facts.packageVotes()) {
                sheet.row(
                        hex(Streams.key(vote.id())),
                        text(vote.bloc()),
                        text(vote.rung()),
                        vote.states().stream().map(InputTables::text).collect(Collectors.joining(" ")),
                        text(vote.from()),
                        text(vote.until()));
            }
        }
    }

    private static void fact(
            CsvSheet sheet,
            String kind,
            int bloc,
            int state,
            int other,
            int rungs,
            double strength,
            int from,
            int until)
            throws IOException {
        sheet.row(
                kind,
                text(bloc),
                text(state),
                text(other),
                text(rungs),
                text(strength),
                text(from),
                until == Facts.NEVER ? "" : text(until));
    }

    private static String text(int number) {
        return Integer.toString(number);
    }

    /** As many digits as bring back every bit. */
    private static String text(double number) {
        return Double.toString(number);
    }

    private static String text(boolean yes) {
        return yes ? "1" : "0";
    }

    private static String hex(long key) {
        return Long.toHexString(key);
    }

    private static String day(@Nullable LocalDate date) {
        return date == null || date.equals(LocalDate.MIN) ? "" : Long.toString(date.toEpochDay());
    }
}
