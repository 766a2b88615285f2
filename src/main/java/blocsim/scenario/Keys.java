package blocsim.scenario;

import blocsim.model.Attribute;
import blocsim.model.Parameter;
import blocsim.model.Rung;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every key of a scenario file, in the order of the documentation. Checks, the JSON Schema and the documentation page all come
 * from this one table.
 */
public final class Keys {
    static final String[] EVENT_TYPES = {
        "objection",
        "guarantee",
        "war",
        "sanctions",
        "leadership-change",
        "trade-shock",
        "alignment-shift",
        "expulsion",
        "offer",
        "package",
        "suspension",
        "programme"
    };
    static final String[] SIMPLE_RULES = {"no-objection", "unanimity", "veto-holders", "majority", "weighted-majority"};
    static final String[] GATE_TYPES = {
        "closed",
        "region",
        "no-un-sanctions",
        "no-open-conflict",
        "diplomatic-relations",
        "prior-rung",
        "minimum-years",
        "not-member-of"
    };
    private static final double SOME_CENTURY = 100;
    private static final double LEAST_SHARE = 0.01;
    private static final double MOST_WEIGHT = 1e6;
    private static final List<Key> ALL = table();

    private Keys() {}

    /** The rows, each after the one it stands in. */
    public static List<Key> all() {
        return ALL;
    }

    private static List<Key> table() {
        var rows = new ArrayList<Key>();
        whole(rows);
        states(rows);
        blocs(rows);
        gates(rows);
        events(rows);
        parameters(rows);
        calibration(rows);
        whatIfs(rows);
        evidence(rows);
        return List.copyOf(rows);
    }

    private static void whole(List<Key> rows) {
        rows.add(Key.of("/$schema", Kind.TEXT, "the JSON Schema of this file, for editors"));
        rows.add(Key.of(
                "/extends",
                Kind.PATHS,
                "another scenario or part of one, as a path from this file, or several, each a merge patch (RFC 7396) on those"
                        + " before; this file is then a merge patch on all, in which null takes a key away"));
        rows.add(Key.of("/name", Kind.NAME, "the name of the scenario and of its folder of results")
                .otherwise("the file's name"));
        rows.add(Key.of("/title", Kind.TEXT, "one line for charts and lists").otherwise("the name"));
        rows.add(Key.of("/description", Kind.TEXT, "what the scenario asks, and what it leaves out"));
        rows.add(Key.of("/focus", Kind.GROUP, "the pair that reports speak of first")
                .must());
        rows.add(Key.of("/focus/state", Kind.STATE, "a code under /states").must());
        rows.add(Key.of("/focus/bloc", Kind.BLOC, "a code under /blocs").must());
        rows.add(Key.of("/horizon", Kind.GROUP, "the time a run covers, at most 200 years")
                .must());
        rows.add(Key.of("/horizon/start", Kind.DATE, "the first day").must());
        rows.add(Key.of("/horizon/end", Kind.DATE, "the last day").must());
        rows.add(Key.of("/horizon/step", Kind.WORD, "the length of a tick, as an ISO 8601 period")
                .oneOf("P1M", "P2M", "P3M", "P4M", "P6M", "P1Y")
                .otherwise("P1Y"));
        rows.add(Key.of(
                        "/statesOf",
                        Kind.WORDS,
                        "the regions of which every state takes part that has voted in the General Assembly, besides those under"
                                + " /states: continents or subregions of the United Nations geoscheme, or the whole world")
                .oneOf(Regions.ALL)
                .otherwise("none"));
        rows.add(Key.of(
                        "/dataUntil",
                        Kind.DATE,
                        "nothing that one could know only after this day is used: neither the panel's figures nor judgements, rules and"
                                + " events of this file")
                .otherwise("no limit"));
        rows.add(Key.of("/replicates", Kind.COUNT, "how often the scenario is run, each time with other luck")
                .from(1, 1e6, "runs")
                .otherwise("500"));
        rows.add(Key.of("/seed", Kind.SEED, "the number from which all luck is derived")
                .otherwise("1"));
        rows.add(Key.of("/panel", Kind.TABLE, "tables of the data panel that are replaced"));
        rows.add(Key.of("/panel/{table}", Kind.TEXT, "a CSV file, as a path from this file"));
    }

    private static void states(List<Key> rows) {
        rows.add(Key.of(
                        "/states",
                        Kind.TABLE,
                        "the states that act, by ISO 3166-1 alpha-3 code; or all of them invented, by X and two to five digits, such as X01")
                .must());
        rows.add(Key.of("/states/{state}", Kind.GROUP, "what holds for the state over and above the panel"));
        rows.add(Key.of("/states/{state}/name", Kind.TEXT, "its short English name")
                .otherwise("the panel's name"));
        rows.add(Key.of("/states/{state}/patrons", Kind.TABLE, "the powers on which the state relies")
                .otherwise("the largest trading partner, with its share of trade, marked as a proxy"));
        rows.add(Key.of("/states/{state}/patrons/{state}", Kind.DATED, "π_ip, reliance on this power")
                .from(0, 1, "1"));
        rows.add(Key.of("/states/{state}/tradeShares", Kind.TABLE, "shares in the state's trade")
                .otherwise("the panel"));
        rows.add(Key.of("/states/{state}/tradeShares/{state}", Kind.DATED, "x_ij, share of this partner in the trade")
                .from(0, 1, "1")
                .otherwise("the panel"));
        for (var attribute : Attribute.values()) {
            boolean saysDefault = attribute.meaning().contains("; else ");
            rows.add(Key.of("/states/{state}/" + attribute.key(), Kind.DATED, attribute.meaning())
                    .from(attribute.least(), attribute.most(), unit(attribute))
                    .otherwise(saysDefault ? "" : "the panel"));
        }
        rows.add(Key.of(
                "/states/{state}/electionYears",
                Kind.YEARS,
                "years with an election of the head of state or government, in which prestige counts more"));
        invented(rows);
        rows.add(Key.of("/states/{state}/evidence", Kind.EVIDENCE, "why the state takes part"));
    }

    private static void invented(List<Key> rows) {
        rows.add(
                Key.of(
                        "/states/{state}/near",
                        Kind.STATES,
                        "of an invented state: others within 300 km; what stands with one of two states here and below holds for both"));
        rows.add(Key.of(
                "/states/{state}/borders",
                Kind.STATES,
                "of an invented state: others across a land border, which are near as well"));
        rows.add(Key.of(
                "/states/{state}/bodies",
                Kind.SOURCES,
                "of an invented state: ids of the organisations to which it belongs, other than the blocs; m_ij is worked out of"
                        + " them, each counting by one over its members"));
        rows.add(Key.of("/states/{state}/rivals", Kind.STATES, "of an invented state: its strategic rivals"));
    }

    private static String unit(Attribute attribute) {
        return switch (attribute) {
            case GDP -> "US dollars a year";
            case IDEAL_POINT -> "ideal point";
            default -> "1";
        };
    }

    private static void blocs(List<Key> rows) {
        var bloc = "/blocs/{bloc}";
        rows.add(Key.of("/blocs", Kind.TABLE, "the blocs that states may seek, by code")
                .must());
        rows.add(Key.of(bloc, Kind.GROUP, "a bloc"));
        rows.add(Key.of(bloc + "/title", Kind.TEXT, "its name in full").otherwise("the code"));
        rows.add(Key.of(
                        bloc + "/record",
                        Kind.BLOC,
                        "its code in the recorded history, from which members at the start are taken")
                .otherwise("no record"));
        rows.add(Key.of(bloc + "/founded", Kind.DATE, "the day it comes into being")
                .otherwise("before every horizon"));
        rows.add(Key.of(bloc + "/founders", Kind.STATES, "the states that are full members from that day")
                .otherwise("none"));
        rows.add(Key.of(bloc + "/depth", Kind.DATED, "depth_b, how far membership obliges")
                .from(0, 1, "1")
                .otherwise("0.2")
                .after("judgement: as the CIS and ASEAN"));
        rows.add(Key.of(
                        bloc + "/effort",
                        Kind.DATED,
                        "what asking this bloc takes over and above the efforts under /parameters")
                .from(-20, 20, "utility")
                .otherwise("0"));
        rows.add(Key.of(
                        bloc + "/security",
                        Kind.PILLAR,
                        "coop_b, how much security cooperation it offers: as one number, or the mean of the five dimensions below")
                .from(0, 1, "1")
                .otherwise("no security pillar"));
        pillar(rows, bloc + "/security/exercises", "joint exercises of armed forces, police and intelligence");
        pillar(rows, bloc + "/security/rats", "a standing body against terrorism, such as the SCO's RATS");
        pillar(rows, bloc + "/security/databases", "shared databases of the sought and suspected");
        pillar(rows, bloc + "/security/extradition", "duties to extradite among members");
        pillar(rows, bloc + "/security/technology", "supply of technology for security and surveillance");
        rows.add(Key.of(bloc + "/stances", Kind.TABLE, "what powers want of the states that rely on them"));
        rows.add(Key.of(bloc + "/stances/{state}", Kind.DATED, "g_pb, how far this power wants its clients in the bloc")
                .from(-1, 1, "1")
                .otherwise("0"));
        rows.add(Key.of(bloc + "/ladder", Kind.TABLE, "its rungs, by id; one of height 3, for full members")
                .must());
        var rung = bloc + "/ladder/{rung}";
        rows.add(Key.of(rung, Kind.GROUP, "a rung"));
        rows.add(Key.of(rung + "/title", Kind.TEXT, "the status in the bloc's own language")
                .otherwise("the id"));
        rows.add(Key.of(rung + "/height", Kind.COUNT, "1 partner, 2 observer or candidate, 3 full member")
                .from(1, Rung.MEMBER_HEIGHT, "1")
                .must());
        rows.add(Key.of(rung + "/benefit", Kind.FIXED, "φ_s, the share of the bloc's benefits it brings")
                .from(0, 1, "1")
                .otherwise("0.5, 0.6, 1 by height")
                .after("judgement: a low rung carries the way up"));
        rows.add(Key.of(rung + "/obligation", Kind.FIXED, "ψ_s, the share of the bloc's obligations it brings")
                .from(0, 1, "1")
                .otherwise("0.05, 0.15, 1 by height")
                .after("judgement"));
        rows.add(Key.of(
                        rung + "/security",
                        Kind.FIXED,
                        "the share of the bloc's security cooperation open to its holders")
                .from(0, 1, "1")
                .otherwise("the rung's benefit"));
        rows.add(Key.of(rung + "/entryMonths", Kind.FIXED_COUNT, "time from approval to entry")
                .from(0, 240, "months")
                .otherwise("0"));
        rows.add(Key.of(rung + "/from", Kind.DATE, "the first day the rung exists")
                .otherwise("as long as the bloc"));
        rows.add(Key.of(rung + "/until", Kind.DATE, "the first day it exists no more")
                .otherwise("no end"));
        rows.add(Key.of(
                        rung + "/offered",
                        Kind.TRUTH,
                        "true: a programme that the bloc offers and nobody asks for; only an event of type offer brings it")
                .otherwise("false"));
        rows.add(Key.of(
                rung + "/mergesInto", Kind.RUNG, "the rung that takes over its holders on that day, which is no move"));
        rows.add(Key.of(rung + "/admission", Kind.DATED_GROUP, "who must agree before a candidate gets this rung")
                .otherwise("the bloc's rule"));
        admission(rows, rung + "/admission");
        evidence(rows, rung, "from");
        rows.add(Key.of(bloc + "/admission", Kind.DATED_GROUP, "who must agree before a candidate is admitted")
                .otherwise("no-objection, always"));
        admission(rows, bloc + "/admission");
        rows.add(Key.of(bloc + "/capacity", Kind.DATED_COUNT, "how many entrants a summit takes up")
                .from(0, 1000, "states")
                .otherwise("no limit"));
        rows.add(Key.of(bloc + "/requestNoticeDays", Kind.COUNT, "how long before a summit a request must be in")
                .from(0, 3650, "days")
                .otherwise("0"));
        rows.add(Key.of(bloc + "/exitNoticeMonths", Kind.COUNT, "time from a notice of withdrawal to its effect")
                .from(0, 240, "months")
                .otherwise("12"));
        rows.add(Key.of(
                        bloc + "/exclusiveWith",
                        Kind.BLOCS,
                        "blocs whose full members cannot be full members of this one: who enters leaves them; of a bloc that is on"
                                + " record and not in the scenario, members bear the cost of a clash")
                .otherwise("none"));
        rows.add(Key.of(bloc + "/summits", Kind.GROUP, "when its heads of state meet"));
        rows.add(
                Key.of(bloc + "/summits/usual", Kind.MONTH_DAY, "the day assumed in a year without a meeting on record")
                        .otherwise("07-01"));
        rows.add(Key.of(bloc + "/summits/held", Kind.DATES, "the meetings on record")
                .otherwise("none"));
        rows.add(Key.of(bloc + "/summits/evidence", Kind.EVIDENCE, "where the dates come from"));
        evidence(rows, bloc, "founded");
    }

    private static void pillar(List<Key> rows, String pointer, String meaning) {
        rows.add(Key.of(pointer, Kind.DATED, meaning).from(0, 1, "1").otherwise("0"));
    }

    private static void admission(List<Key> rows, String rule) {
        var every = new ArrayList<>(List.of(SIMPLE_RULES));
        every.add("sponsor-required");
        decision(rows, rule, every);
        rows.add(Key.of(rule + "/then", Kind.GROUP, "the rule by which a sponsored candidate is decided on")
                .when("sponsor-required")
                .must());
        decision(rows, rule + "/then", List.of(SIMPLE_RULES));
        rows.add(Key.of(rule + "/evidence", Kind.EVIDENCE, "where this comes from"));
        rows.add(Key.of(rule + "/knownFrom", Kind.DATE, "the date from which one could know it")
                .otherwise("the day from which it holds"));
    }

    private static void decision(List<Key> rows, String rule, List<String> words) {
        rows.add(Key.of(
                        rule + "/rule",
                        Kind.WORD,
                        "no-objection: admitted unless a full member objects; unanimity: the same, by a vote; veto-holders: only some"
                                + " may object; majority and weighted-majority: enough full members do not object"
                                + (words.contains("sponsor-required")
                                        ? "; sponsor-required: taken up only with a member that guarantees"
                                        : ""))
                .oneOf(words.toArray(String[]::new))
                .must());
        rows.add(Key.of(rule + "/holders", Kind.STATES, "who holds a veto while a full member")
                .when("veto-holders")
                .must());
        rows.add(Key.of(rule + "/share", Kind.NUMBER, "the share of votes, or of their weight, that is needed")
                .from(LEAST_SHARE, 1, "1")
                .when("majority", "weighted-majority")
                .must());
        rows.add(Key.of(rule + "/weights", Kind.TABLE, "the weight of each vote; who is not named has none")
                .when("weighted-majority")
                .otherwise("shares of the members' GDP"));
        rows.add(Key.of(rule + "/weights/{state}", Kind.NUMBER, "the weight of this state's vote")
                .from(0, MOST_WEIGHT, "1"));
    }

    private static void gates(List<Key> rows) {
        var gate = "/blocs/{bloc}/gates/{gate}";
        rows.add(Key.of("/blocs/{bloc}/gates", Kind.TABLE, "hard conditions of entry, by id"));
        rows.add(Key.of(gate, Kind.GROUP, "a condition on entry to some rungs, in force between two days"));
        rows.add(Key.of(
                        gate + "/type",
                        Kind.WORD,
                        "closed: nobody passes; region: lies in one of some regions, or is named; no-un-sanctions: no sanctions of the Security"
                                + " Council; no-open-conflict: none with a member; diplomatic-relations: with every member; prior-rung:"
                                + " holds one of some rungs; minimum-years: has held its rung so long; not-member-of: of some blocs")
                .oneOf(GATE_TYPES)
                .must());
        rows.add(Key.of(gate + "/rungs", Kind.RUNGS, "the rungs it guards").must());
        rows.add(Key.of(gate + "/from", Kind.DATE, "the first day it holds").otherwise("always"));
        rows.add(Key.of(gate + "/until", Kind.DATE, "the first day it holds no more")
                .otherwise("no end"));
        rows.add(Key.of(gate + "/continents", Kind.WORDS, "continents whose states pass")
                .oneOf(Regions.CONTINENTS)
                .when("region")
                .otherwise("none"));
        rows.add(
                Key.of(gate + "/subregions", Kind.WORDS, "subregions of the United Nations geoscheme whose states pass")
                        .oneOf(Regions.SUBREGIONS)
                        .when("region")
                        .otherwise("none"));
        rows.add(Key.of(gate + "/states", Kind.STATES, "states that pass wherever they lie")
                .when("region")
                .otherwise("none"));
        rows.add(Key.of(gate + "/requires", Kind.RUNGS, "rungs whose holders pass")
                .when("prior-rung")
                .must());
        rows.add(Key.of(gate + "/years", Kind.NUMBER, "years on the present rung after which a state passes")
                .from(0, SOME_CENTURY, "years")
                .when("minimum-years")
                .must());
        rows.add(Key.of(gate + "/blocs", Kind.BLOCS, "blocs whose full members do not pass")
                .when("not-member-of")
                .must());
        evidence(rows, gate, "from");
    }

    private static void events(List<Key> rows) {
        var event = "/events/{event}";
        rows.add(Key.of("/events", Kind.TABLE, "dated events from outside the model, by id"));
        rows.add(Key.of(event, Kind.GROUP, "an event, after which the stances of all it touches are thought over"));
        rows.add(Key.of(
                        event + "/type",
                        Kind.WORD,
                        "objection: a grievance of a member; guarantee: a sponsor's; war; sanctions put on, or kept off;"
                                + " leadership-change; trade-shock: trade multiplied; alignment-shift: ideal point moved; expulsion;"
                                + " offer of a rung to states that need not ask; package: several decided on together; suspension:"
                                + " a member without a say; programme of a power that invests in states")
                .oneOf(EVENT_TYPES)
                .must());
        rows.add(Key.of(event + "/bloc", Kind.BLOC, "the bloc it concerns")
                .when("objection", "guarantee", "expulsion", "offer", "package", "suspension")
                .must());
        rows.add(Key.of(event + "/objector", Kind.STATE, "who holds the grievance")
                .when("objection")
                .must());
        rows.add(Key.of(event + "/sponsor", Kind.STATE, "who stands up for the candidate, or invests")
                .when("guarantee", "programme")
                .must());
        rows.add(Key.of(event + "/candidate", Kind.STATE, "whom it concerns")
                .when("objection", "guarantee")
                .must());
        rows.add(Key.of(event + "/rungs", Kind.RUNGS, "the rungs it concerns")
                .when("objection")
                .must());
        rows.add(Key.of(event + "/rung", Kind.RUNG, "the rung it concerns")
                .when("offer", "package")
                .must());
        rows.add(Key.of(
                        event + "/strength",
                        Kind.NUMBER,
                        "dispute_ij; of a programme by how much the power's capacity to invest counts for more")
                .from(0, 1, "1")
                .when("objection", "programme")
                .otherwise("1"));
        rows.add(Key.of(event + "/resolve", Kind.NUMBER, "resolve_p(i)")
                .from(0, 1, "1")
                .when("guarantee")
                .otherwise("1"));
        rows.add(Key.of(
                        event + "/states",
                        Kind.STATES,
                        "the states at war with each other or decided on together, two or more; those offered to or invested in")
                .when("war", "offer", "package", "programme")
                .must());
        rows.add(Key.of(event + "/sender", Kind.WORD, "who has the sanctions in force")
                .oneOf("EU", "US", "UN")
                .when("sanctions")
                .must());
        rows.add(Key.of(event + "/target", Kind.STATE, "on whom")
                .when("sanctions")
                .must());
        rows.add(Key.of(event + "/inForce", Kind.TRUTH, "true: put on; false: kept off although the record has them")
                .when("sanctions")
                .otherwise("true"));
        rows.add(Key.of(event + "/state", Kind.STATE, "whom it concerns")
                .when("leadership-change", "alignment-shift", "expulsion", "suspension")
                .must());
        rows.add(Key.of(event + "/partners", Kind.STATES, "the two states whose trade changes")
                .when("trade-shock")
                .must());
        rows.add(Key.of(event + "/factor", Kind.NUMBER, "by what trade is multiplied; 1 changes nothing")
                .from(0, SOME_CENTURY, "1")
                .when("trade-shock")
                .must());
        rows.add(Key.of(event + "/shift", Kind.NUMBER, "what is added to the ideal point")
                .from(-4, 4, "ideal point")
                .when("alignment-shift")
                .must());
        rows.add(Key.of(event + "/from", Kind.DATE, "the first day it holds").must());
        rows.add(Key.of(event + "/until", Kind.DATE, "the first day it holds no more")
                .when(
                        "objection",
                        "guarantee",
                        "war",
                        "sanctions",
                        "trade-shock",
                        "alignment-shift",
                        "package",
                        "suspension",
                        "programme")
                .otherwise("no end"));
        evidence(rows, event, "from");
    }

    private static void parameters(List<Key> rows) {
        rows.add(Key.of("/parameters", Kind.GROUP, "numbers of the model that differ from their defaults"));
        for (var parameter : Parameter.values()) {
            var symbol = parameter.symbol().isEmpty() ? "" : parameter.symbol() + ", ";
            rows.add(Key.of("/parameters/" + parameter.key(), Kind.FIXED, symbol + parameter.meaning())
                    .from(parameter.least(), parameter.most(), parameter.unit())
                    .otherwise(Numbers.plain(parameter.standard()))
                    .after(parameter.source()));
        }
    }

    private static void calibration(List<Key> rows) {
        var factor = "/calibration/factors/*";
        rows.add(Key.of(
                "/calibration",
                Kind.GROUP,
                "what the scenario's numbers were fitted to, and how sure that is, as `blocsim calibrate` writes it"));
        rows.add(Key.of(
                        "/calibration/until",
                        Kind.DATE,
                        "the last day of the record that the fit knew: dates up to it are in-sample; with an earlier \"dataUntil\" nothing"
                                + " of this is known")
                .must());
        rows.add(Key.of("/calibration/evidence", Kind.EVIDENCE, "what was fitted, and how"));
        rows.add(Key.of(
                        "/calibration/factors",
                        Kind.GROUPS,
                        "what was fitted: each replicate draws its own numbers from a normal law around the fitted ones")
                .otherwise("nothing is drawn"));
        rows.add(Key.of(factor, Kind.GROUP, "a number, or several that move together"));
        rows.add(Key.of(
                        factor + "/pointers",
                        Kind.POINTERS,
                        "of /parameters, or the effort of a bloc; that of a bloc that the scenario does not have is left out")
                .must());
        rows.add(Key.of(
                        factor + "/mode",
                        Kind.NUMBERS,
                        "the fitted value of each; a number that is another in the scenario was set there, and is not drawn")
                .must());
        rows.add(Key.of(
                        factor + "/scale",
                        Kind.WORD,
                        "on what it is normal: the number, its logarithm, or the logarithm of its odds")
                .oneOf(Arrays.stream(Scale.values()).map(Scale::word).toArray(String[]::new))
                .must());
        rows.add(Key.of(
                        factor + "/covariance",
                        Kind.NUMBERS,
                        "on these scales, with each factor before it in their order, and its own variance last; together positive definite")
                .must());
    }

    private static void whatIfs(List<Key> rows) {
        rows.add(Key.of("/whatIfs", Kind.GROUPS, "scenarios that change one thing of this one, for comparison"));
        rows.add(Key.of("/whatIfs/*", Kind.GROUP, "a what-if"));
        rows.add(Key.of("/whatIfs/*/file", Kind.TEXT, "the scenario, as a path from this file")
                .must());
        var expect = "/whatIfs/*/expect/*";
        rows.add(Key.of("/whatIfs/*/expect", Kind.GROUPS, "what it should change, said before the model was run"));
        rows.add(Key.of(expect, Kind.GROUP, "an expectation on one probability"));
        rows.add(Key.of(expect + "/measure", Kind.TEXT, "the probability in words")
                .must());
        rows.add(Key.of(expect + "/state", Kind.STATE, "of which state").must());
        rows.add(Key.of(expect + "/bloc", Kind.BLOC, "in which bloc").must());
        rows.add(Key.of(expect + "/status", Kind.RUNG, "that it holds this rung or a higher one")
                .must());
        rows.add(Key.of(expect + "/by", Kind.DATE, "on this day").must());
        rows.add(Key.of(expect + "/sign", Kind.WORD, "whether the probability falls, stays or rises")
                .oneOf("-", "0", "+")
                .must());
        rows.add(Key.of(expect + "/because", Kind.TEXT, "why").must());
    }

    private static void evidence(List<Key> rows) {
        var source = "/evidence/{source}";
        rows.add(Key.of("/evidence", Kind.TABLE, "works that the bundled bibliography lacks, by id"));
        rows.add(Key.of(source, Kind.GROUP, "a work"));
        rows.add(Key.of(source + "/kind", Kind.WORD, "what it is")
                .oneOf("document", "fact", "rule", "data", "paper", "note")
                .must());
        rows.add(Key.of(source + "/title", Kind.TEXT, "its title; of a fact or rule, what it says")
                .must());
        rows.add(Key.of(source + "/author", Kind.TEXT, "its authors or publisher"));
        rows.add(Key.of(source + "/date", Kind.TEXT, "when it was written, as far as known"));
        rows.add(Key.of(source + "/doi", Kind.TEXT, "its digital object identifier"));
        rows.add(Key.of(source + "/url", Kind.TEXT, "its address, if that is stable"));
        rows.add(Key.of(source + "/note", Kind.TEXT, "anything to know before relying on it"));
        rows.add(Key.of(source + "/cites", Kind.SOURCES, "works on which it rests, by id"));
        rows.add(Key.of("/evidence/notUsed", Kind.TABLE, "facts of the bibliography that no value rests on"));
        rows.add(Key.of("/evidence/notUsed/{source}", Kind.TEXT, "why not"));
    }

    private static void evidence(List<Key> rows, String parent, String knownBy) {
        rows.add(Key.of(parent + "/evidence", Kind.EVIDENCE, "where this comes from"));
        rows.add(Key.of(parent + "/knownFrom", Kind.DATE, "the date from which one could know it")
                .otherwise("its own \"" + knownBy + "\""));
    }
}
