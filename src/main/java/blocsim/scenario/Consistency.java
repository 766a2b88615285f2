package blocsim.scenario;

import blocsim.input.JsonSource;
import blocsim.input.Nearest;
import blocsim.input.Quote;
import blocsim.model.Rung;
import blocsim.model.State;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks that the parts of a scenario fit each other: codes that exist, dates in order, ladders to climb, somebody to vote. */
final class Consistency {
    /** Types of events that a single state can have. */
    static final List<String> LONE = List.of("offer", "programme");

    /** What stands with an invented state in place of the panel's tables of pairs. */
    private static final List<String> RELATIONS = List.of("near", "borders", "rivals");

    /** What the panel would otherwise be asked. */
    private static final List<String> UNKNOWN_FIGURES = List.of("idealPoint", "gdp", "polyarchy");

    private static final int LONGEST_HORIZON_YEARS = 200;

    /** From this day on the panel's figures of its first year are known. */
    private static final LocalDate FIRST_DATA = LocalDate.of(1995, 12, 31);

    private final Path file;
    private final JsonSource.Members tree;
    private final Predicate<String> knownState;
    private final boolean part;
    private final Problems problems;
    private final Collection<String> states;
    private final Collection<String> blocs;

    private Consistency(
            Path file, JsonSource.Members tree, Predicate<String> knownState, boolean part, Problems problems) {
        this.file = file;
        this.tree = tree;
        this.knownState = knownState;
        this.part = part;
        this.problems = problems;
        this.states = Tree.object(tree, "states").members().keySet();
        this.blocs = Tree.object(tree, "blocs").members().keySet();
    }

    static void check(Path file, JsonSource.Members tree, Predicate<String> knownState, Problems problems) {
        new Consistency(file, tree, knownState, false, problems).check();
    }

    /** Checks a part, which may name every state that the panel knows, and blocs of other parts. */
    static void checkPart(Path file, JsonSource.Members tree, Predicate<String> knownState, Problems problems) {
        new Consistency(file, tree, knownState, true, problems).check();
    }

    private void check() {
        var extended = tree.get("extends");
        if (extended != null) {
            problems.at(extended, "a setting cannot extend a scenario", "Name the other scenario in the file.");
        }
        var focus = Tree.object(tree, "focus");
        state(focus.get("state"));
        bloc(focus.get("bloc"));
        horizon();
        dataUntil();
        Tree.objects(tree, "states").forEach(this::profile);
        for (var code : states) {
            var value = Tree.object(tree, "states").get(code);
            if (value != null) {
                known(code, value);
            }
        }
        invented();
        if (tree.get("states") instanceof JsonSource.Members none
                && none.members().isEmpty()) {
            problems.at(none, "there is no state", "Name at least two by their codes.");
        }
        if (tree.get("blocs") instanceof JsonSource.Members none
                && none.members().isEmpty()) {
            problems.at(none, "there is no bloc", "Describe at least one.");
        }
        Tree.objects(tree, "blocs").forEach(this::bloc);
        Tree.objects(tree, "events").values().forEach(this::event);
        for (var item : Tree.items(tree, "whatIfs")) {
            if (item instanceof JsonSource.Members whatIf) {
                whatIf(whatIf);
            }
        }
        Tree.object(tree, "panel").members().values().forEach(this::file);
        PosteriorReader.check(tree, problems);
        evidence();
    }

    private void known(String code, JsonSource value) {
        if (Wildcard.STATE.fits(code) && !State.invented(code) && !knownState.test(code)) {
            problems.at(
                    value,
                    "the panel has no state with the code " + Quote.of(code),
                    "Codes are those of ISO 3166-1 alpha-3, and XKX for Kosovo.");
        }
    }

    /** Checks that an invented world is invented whole, and says what the panel does not know. */
    private void invented() {
        var profiles = Tree.objects(tree, "states");
        var codes = profiles.keySet().stream().filter(State::invented).toList();
        profiles.forEach((code, profile) -> {
            boolean isInvented = State.invented(code);
            for (var key : RELATIONS) {
                Tree.items(profile, key).forEach(this::state);
                var given = profile.get(key);
                if (given != null && !isInvented) {
                    problems.at(given, "the panel knows this of " + code, "Give it of invented states only.");
                } else if (given != null && Tree.texts(profile, key).contains(code)) {
                    problems.at(given, "a state cannot stand here for itself", "Take it off the list.");
                }
            }
            var bodies = profile.get("bodies");
            if (bodies != null && !isInvented) {
                problems.at(bodies, "the panel knows this of " + code, "Give it of invented states only.");
            }
            for (var key : isInvented ? UNKNOWN_FIGURES : List.<String>of()) {
                if (profile.get(key) == null) {
                    problems.missing(
                            profile,
                            key,
                            "the key " + Quote.of(key) + " is missing",
                            "Give it, as the panel has no figures of an invented state.");
                }
            }
        });
        if (codes.isEmpty()) {
            return;
        }
        var dataUntil = tree.get("dataUntil");
        if (dataUntil != null) {
            problems.at(dataUntil, "nothing of an invented world is on record", "Take the key away.");
        }
        if (codes.size() < profiles.size()) {
            problems.missing(
                    Tree.object(tree, "states"),
                    codes.get(0),
                    "invented states stand beside countries",
                    "Let all states be invented, or none: figures of an invented state compare with no country's.");
        }
        Tree.objects(tree, "blocs").values().forEach(bloc -> {
            var record = bloc.get("record");
            if (record != null) {
                problems.at(
                        record,
                        "an invented world has no record",
                        "Name the bloc's \"founders\", and take the key away.");
            }
        });
    }

    private void horizon() {
        var horizon = Tree.object(tree, "horizon");
        var start = Tree.day(horizon, "start");
        var end = Tree.day(horizon, "end");
        order(horizon, "start", "end");
        if (start != null && end != null && end.isAfter(start.plusYears(LONGEST_HORIZON_YEARS))) {
            problems.missing(
                    horizon,
                    "end",
                    "the horizon is longer than " + LONGEST_HORIZON_YEARS + " years",
                    "End it earlier.");
        }
    }

    /** Without a figure to begin with nothing is known of any state, unless the scenario brings tables of its own. */
    private void dataUntil() {
        var until = Tree.day(tree, "dataUntil");
        var given = tree.get("dataUntil");
        if (until != null
                && given != null
                && until.isBefore(FIRST_DATA)
                && Tree.object(tree, "states").members().keySet().stream().noneMatch(State::invented)
                && Tree.object(tree, "panel").members().isEmpty()) {
            problems.at(given, "the data panel's first figures are of " + FIRST_DATA, "Give that day or a later one.");
        }
    }

    private void profile(String code, JsonSource.Members profile) {
        for (var table : List.of("patrons", "tradeShares")) {
            Tree.object(profile, table).members().forEach((other, value) -> {
                code(other, value);
                if (other.equals(code)) {
                    problems.at(value, "a state cannot stand here for itself", "Take the key away.");
                }
            });
        }
        shares(profile);
    }

    private void shares(JsonSource.Members profile) {
        var shares = Tree.object(profile, "tradeShares");
        var days = new TreeSet<LocalDate>(List.of(LocalDate.MIN));
        var byPartner = new ArrayList<NavigableMap<LocalDate, Double>>();
        shares.members().values().forEach(value -> {
            var changes = changes(value);
            days.addAll(changes.keySet());
            byPartner.add(changes);
        });
        for (var day : days) {
            double sum = 0;
            for (var changes : byPartner) {
                var entry = changes.floorEntry(day);
                sum += entry == null ? 0 : entry.getValue();
            }
            if (sum > 1 + 1e-9) {
                problems.at(
                        shares,
                        "the shares in trade add up to " + Numbers.plain(Math.round(sum * 1000) / 1000.0),
                        "Let them add up to 1 at most.");
                return;
            }
        }
    }

    private static NavigableMap<LocalDate, Double> changes(JsonSource value) {
        var changes = new TreeMap<LocalDate, Double>();
        if (value instanceof JsonSource.Numeral number) {
            changes.put(LocalDate.MIN, number.value());
        } else if (value instanceof JsonSource.Members object) {
            var inner = object.get("value");
            if (inner != null) {
                return changes(inner);
            }
            Tree.byDay(object).forEach((day, each) -> {
                if (each instanceof JsonSource.Numeral number) {
                    changes.put(day, number.value());
                }
            });
        }
        return changes;
    }

    private void bloc(String code, JsonSource.Members bloc) {
        Tree.items(bloc, "founders").forEach(this::state);
        Tree.object(bloc, "stances").members().forEach(this::code);
        for (var other : Tree.items(bloc, "exclusiveWith")) {
            boolean onRecord = other instanceof JsonSource.Text named
                    && RecordedStandings.blocs().contains(named.text());
            if (!onRecord) {
                bloc(other);
            }
            if (other instanceof JsonSource.Text text && text.text().equals(code)) {
                problems.at(other, "a bloc cannot be exclusive with itself", "Take it away.");
            }
        }
        if (Tree.texts(bloc, "founders").isEmpty() && bloc.get("record") == null) {
            problems.missing(
                    bloc,
                    "founders",
                    "the bloc has no voter: neither founders nor a record of members",
                    "Name its founders, or its \"record\" in the history.");
        }
        if (bloc.get("ladder") instanceof JsonSource.Members ladder) {
            ladder(ladder, Tree.objects(bloc, "ladder"));
        }
        admission(bloc);
        Tree.objects(bloc, "ladder").values().forEach(this::admission);
        var rungs = Tree.object(bloc, "ladder").members().keySet();
        Tree.objects(bloc, "gates").values().forEach(gate -> {
            Tree.items(gate, "rungs").forEach(rung -> rung(rung, rungs));
            Tree.items(gate, "requires").forEach(rung -> rung(rung, rungs));
            Tree.items(gate, "blocs").forEach(this::bloc);
            Tree.items(gate, "states").forEach(this::state);
            region(gate);
            order(gate, "from", "until");
        });
        var held = new HashSet<String>();
        for (var day : Tree.items(Tree.object(bloc, "summits"), "held")) {
            if (day instanceof JsonSource.Text text && !held.add(text.text())) {
                problems.at(day, "the summit of " + text.text() + " stands here twice", "Keep one of the two.");
            }
        }
    }

    /** Nobody would pass a region of nothing. */
    private void region(JsonSource.Members gate) {
        boolean nowhere = Stream.of("continents", "subregions", "states")
                .allMatch(key -> Tree.items(gate, key).isEmpty());
        if (Tree.text(gate, "type", "").equals("region") && nowhere) {
            problems.at(gate, "the region is empty", "Give \"continents\", \"subregions\" or \"states\".");
        }
    }

    /** Checks the rules of a bloc or rung. */
    private void admission(JsonSource.Members of) {
        var admission = Tree.object(of, "admission");
        if (Shape.byDate(admission)) {
            Tree.objects(of, "admission").values().forEach(this::rule);
        } else {
            rule(admission);
        }
    }

    private void rule(JsonSource.Members rule) {
        Tree.items(rule, "holders").forEach(this::state);
        if (rule.get("holders") instanceof JsonSource.Items none && none.items().isEmpty()) {
            problems.at(none, "nobody holds a veto", "Name those who do, or choose another rule.");
        }
        var weights = Tree.object(rule, "weights");
        weights.members().forEach(this::code);
        boolean weightless = weights.members().keySet().stream().allMatch(state -> Tree.number(weights, state, 0) == 0);
        if (rule.get("weights") != null && weightless) {
            problems.at(
                    weights, "no vote has any weight", "Give one above 0, or take the key away for weights by GDP.");
        }
        if (rule.get("then") instanceof JsonSource.Members then) {
            rule(then);
        }
    }

    private void ladder(JsonSource.Members ladder, Map<String, JsonSource.Members> rungs) {
        if (ladder.members().isEmpty()) {
            problems.at(ladder, "the ladder is empty", "Give it at least a rung of height 3, for full members.");
            return;
        }
        int full = 0;
        var earlier = new ArrayList<JsonSource.Members>();
        for (var entry : rungs.entrySet()) {
            var rung = entry.getValue();
            full += Tree.count(rung, "height", 0) == Rung.MEMBER_HEIGHT ? 1 : 0;
            order(rung, "from", "until");
            for (var other : earlier) {
                if (Tree.count(rung, "height", 0) == Tree.count(other, "height", -1) && overlap(rung, other)) {
                    problems.at(
                            rung,
                            "two rungs of the same height exist at once",
                            "Give them different heights, or dates that do not overlap.");
                }
            }
            earlier.add(rung);
            merger(entry.getKey(), rung, rungs);
        }
        if (full == 0) {
            problems.at(
                    ladder,
                    "the ladder has no rung for full members, so nobody could vote",
                    "Give one rung the height 3.");
        }
    }

    private void merger(String id, JsonSource.Members rung, Map<String, JsonSource.Members> rungs) {
        var target = rung.get("mergesInto");
        if (!(target instanceof JsonSource.Text text)) {
            return;
        }
        rung(target, rungs.keySet());
        var day = Tree.day(rung, "until");
        var other = rungs.get(text.text());
        if (text.text().equals(id)) {
            problems.at(target, "a rung cannot merge into itself", "Name another rung.");
        } else if (rung.get("until") == null) {
            problems.at(target, "a rung without end merges into no other", "Give its \"until\".");
        } else if (day != null && other != null && !exists(other, day)) {
            problems.at(
                    target,
                    "the rung " + Quote.of(text.text()) + " does not exist on " + day,
                    "Let it begin on that day or before, and end later.");
        }
    }

    private static boolean exists(JsonSource.Members rung, LocalDate day) {
        var from = Tree.day(rung, "from");
        var until = Tree.day(rung, "until");
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    private static boolean overlap(JsonSource.Members a, JsonSource.Members b) {
        return before(Tree.day(a, "from"), Tree.day(b, "until")) && before(Tree.day(b, "from"), Tree.day(a, "until"));
    }

    private static boolean before(@Nullable LocalDate from, @Nullable LocalDate until) {
        return from == null || until == null || from.isBefore(until);
    }

    private void event(JsonSource.Members event) {
        for (var key : List.of("objector", "sponsor", "candidate", "target", "state")) {
            state(event.get(key));
        }
        bloc(event.get("bloc"));
        order(event, "from", "until");
        var rungs = Tree.object(Tree.object(Tree.object(tree, "blocs"), Tree.text(event, "bloc", "")), "ladder")
                .members()
                .keySet();
        if (!rungs.isEmpty()) {
            Tree.items(event, "rungs").forEach(rung -> rung(rung, rungs));
            rung(event.get("rung"), rungs);
        }
        var type = Tree.text(event, "type", "");
        offer(event, type);
        several(event, "states", LONE.contains(type) ? 1 : 2);
        several(event, "partners", 2);
        var sponsor = event.get("sponsor");
        if (sponsor != null && Tree.texts(event, "states").contains(Tree.text(event, "sponsor", ""))) {
            problems.at(sponsor, "the sponsor invests in itself", "Take it off the list, or name another.");
        }
        for (var key : List.of("objector", "sponsor")) {
            var who = event.get(key);
            if (who != null && Tree.text(event, key, "").equals(Tree.text(event, "candidate"))) {
                problems.at(who, "the " + key + " is the candidate itself", "Name another state.");
            }
        }
    }

    /** Nothing comes of the offer of a rung that does not exist on the day. */
    private void offer(JsonSource.Members event, String type) {
        var ladder = Tree.object(Tree.object(Tree.object(tree, "blocs"), Tree.text(event, "bloc", "")), "ladder");
        var offered = event.get("rung");
        var day = Tree.day(event, "from");
        if (type.equals("offer")
                && offered != null
                && day != null
                && ladder.get(Tree.text(event, "rung", "")) instanceof JsonSource.Members rung
                && !exists(rung, day)) {
            problems.at(
                    offered,
                    "the rung " + Quote.of(Tree.text(event, "rung", "")) + " does not exist on " + day,
                    "Offer it from the day on which it begins.");
        }
    }

    private void several(JsonSource.Members event, String key, int least) {
        if (!(event.get(key) instanceof JsonSource.Items list)) {
            return;
        }
        list.items().forEach(this::state);
        int distinct = new TreeSet<>(Tree.texts(event, key)).size();
        if (distinct != list.items().size() || distinct < least || (key.equals("partners") && distinct > 2)) {
            var number = key.equals("partners") ? "two" : least == 1 ? "one or more" : "two or more";
            problems.at(list, "the list has not " + number + " different states", "Name each once.");
        }
    }

    private void whatIf(JsonSource.Members whatIf) {
        file(whatIf.get("file"));
        for (var item : Tree.items(whatIf, "expect")) {
            if (item instanceof JsonSource.Members expect) {
                state(expect.get("state"));
                bloc(expect.get("bloc"));
                var bloc = Tree.object(Tree.object(tree, "blocs"), Tree.text(expect, "bloc", ""));
                var rungs = Tree.object(bloc, "ladder").members().keySet();
                if (!rungs.isEmpty()) {
                    rung(expect.get("status"), rungs);
                }
            }
        }
    }

    private void file(@Nullable JsonSource value) {
        if (value instanceof JsonSource.Text text && !Files.isRegularFile(beside(file, text))) {
            problems.at(value, "there is no file " + Quote.of(text.text()) + " beside this one", "Check the path.");
        }
    }

    /** A path that stands in a scenario, from the file in which it stands; from the main file for a setting. */
    static Path beside(Path file, JsonSource.Text path) {
        try {
            var place = path.place();
            var stands = place.line() > 0 ? file.getFileSystem().getPath(place.file()) : file;
            return stands.resolveSibling(path.text()).normalize();
        } catch (InvalidPathException unusable) {
            return file.resolveSibling("no-such-file");
        }
    }

    private void evidence() {
        var own = Tree.object(tree, "evidence").members().keySet();
        var known = new TreeSet<>(Bibliography.bundled().keySet());
        known.addAll(own);
        known.remove("notUsed");
        Tree.object(Tree.object(tree, "evidence"), "notUsed").members().forEach((id, why) -> work(id, why, known));
        Tree.objects(tree, "evidence").forEach((id, work) -> {
            for (var item : id.equals("notUsed") ? List.<JsonSource>of() : Tree.items(work, "cites")) {
                if (item instanceof JsonSource.Text cited) {
                    work(cited.text(), item, known);
                }
            }
        });
        citations(tree, known);
    }

    private void citations(JsonSource value, Collection<String> known) {
        if (value instanceof JsonSource.Items list) {
            list.items().forEach(item -> citations(item, known));
        } else if (value instanceof JsonSource.Members object) {
            object.members().forEach((key, member) -> {
                if (key.equals("evidence") && !member.place().pointer().equals("/evidence")) {
                    var all = member instanceof JsonSource.Items list ? list.items() : List.of(member);
                    for (var each : all) {
                        if (each instanceof JsonSource.Text text) {
                            work(text.text().split(": ", 2)[0], each, known);
                        }
                    }
                } else {
                    citations(member, known);
                }
            });
        }
    }

    private void work(String id, JsonSource value, Collection<String> known) {
        if (!known.contains(id)) {
            problems.at(
                    value,
                    "no work has the id " + Quote.of(id),
                    Nearest.hint(id, known) + "Ids are those of the bundled bibliography and of /evidence.");
        }
    }

    private void order(JsonSource.Members object, String first, String second) {
        var from = Tree.day(object, first);
        var until = Tree.day(object, second);
        var later = object.get(second);
        if (from != null && until != null && later != null && !from.isBefore(until)) {
            problems.at(
                    later,
                    Quote.of(second) + " " + until + " is not after " + Quote.of(first) + " " + from,
                    "Put the dates in order.");
        }
    }

    private void state(@Nullable JsonSource value) {
        if (value instanceof JsonSource.Text text) {
            code(text.text(), value);
        }
    }

    private void code(String code, JsonSource value) {
        if (part) {
            known(code, value);
        } else if (Wildcard.STATE.fits(code) && !states.contains(code)) {
            problems.at(
                    value,
                    "no state has the code " + Quote.of(code),
                    Nearest.hint(code, states) + "Codes stand under /states.");
        }
    }

    private void bloc(@Nullable JsonSource value) {
        if (!part && value instanceof JsonSource.Text text && !blocs.contains(text.text())) {
            problems.at(
                    value,
                    "no bloc has the code " + Quote.of(text.text()),
                    Nearest.hint(text.text(), blocs) + "Codes stand under /blocs.");
        }
    }

    private void rung(@Nullable JsonSource value, Collection<String> rungs) {
        if (value instanceof JsonSource.Text text && !rungs.contains(text.text())) {
            problems.at(
                    value,
                    "the bloc has no rung " + Quote.of(text.text()),
                    Nearest.hint(text.text(), rungs) + "Its rungs are " + String.join(", ", rungs) + ".");
        }
    }
}
