package blocsim.scenario;

import blocsim.input.JsonSource;
import blocsim.model.AdmissionRule;
import blocsim.model.Bloc;
import blocsim.model.Condition;
import blocsim.model.Dated;
import blocsim.model.Gate;
import blocsim.model.Ladder;
import blocsim.model.Rung;
import blocsim.model.SummitCalendar;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds the blocs of a valid tree, as far as one could know them. */
final class BlocBuilder {
    private static final double DEPTH = 0.2;
    private static final double[] BENEFIT = {0, .5, .6, 1};
    private static final double[] OBLIGATION = {0, .05, .15, 1};
    private static final int EXIT_NOTICE_MONTHS = 12;
    private static final String USUAL_SUMMIT = "07-01";

    private final Knowledge knowledge;
    private final Collection<String> knownBlocs;
    private final Collection<String> knownOrOnRecord;

    private BlocBuilder(Knowledge knowledge, Collection<String> knownBlocs, Collection<String> allBlocs) {
        this.knowledge = knowledge;
        this.knownBlocs = knownBlocs;
        this.knownOrOnRecord = new TreeSet<>(RecordedStandings.blocs());
        knownOrOnRecord.removeAll(allBlocs);
        knownOrOnRecord.addAll(knownBlocs);
    }

    /** The blocs by code; a bloc of which one could not know is not among them. */
    static Map<String, Bloc> blocs(JsonSource.Members tree, Knowledge knowledge) {
        var known = new TreeMap<String, JsonSource.Members>();
        Tree.objects(tree, "blocs").forEach((code, bloc) -> {
            boolean full = Tree.objects(bloc, "ladder").values().stream()
                    .anyMatch(rung -> Tree.count(rung, "height", 0) == Rung.MEMBER_HEIGHT
                            && new Knowledge(knowledge.limit()).has(rung, "from"));
            if (full && knowledge.has(bloc, "founded")) {
                known.put(code, bloc);
            }
        });
        var builder = new BlocBuilder(
                knowledge,
                new TreeSet<>(known.keySet()),
                Tree.object(tree, "blocs").members().keySet());
        var blocs = new TreeMap<String, Bloc>();
        known.forEach((code, bloc) -> blocs.put(code, builder.bloc(code, bloc)));
        return blocs;
    }

    private Bloc bloc(String code, JsonSource.Members bloc) {
        var ladder = ladder(bloc);
        var stances = new TreeMap<String, Dated<Double>>();
        var wanted = Tree.object(bloc, "stances");
        for (var patron : wanted.members().keySet()) {
            var stance = knowledge.dated(wanted, patron);
            if (stance != null) {
                stances.put(patron, stance);
            }
        }
        var depth = knowledge.dated(bloc, "depth");
        var effort = knowledge.dated(bloc, "effort");
        var capacity = knowledge.dated(bloc.get("capacity"), value -> (int) ((JsonSource.Numeral) value).value());
        var admission = AdmissionBuilder.admission(bloc.get("admission"), knowledge);
        return new Bloc(
                code,
                Tree.text(bloc, "title", code),
                Tree.text(bloc, "record"),
                Tree.day(bloc, "founded"),
                Tree.texts(bloc, "founders"),
                ladder,
                depth == null ? Dated.always(DEPTH) : depth,
                effort == null ? Dated.always(0.0) : effort,
                security(bloc),
                stances,
                admission == null ? Dated.always(new AdmissionRule.NoObjection()) : admission,
                capacity,
                Tree.count(bloc, "requestNoticeDays", 0),
                Tree.count(bloc, "exitNoticeMonths", EXIT_NOTICE_MONTHS),
                Tree.texts(bloc, "exclusiveWith").stream()
                        .filter(knownOrOnRecord::contains)
                        .toList(),
                gates(bloc, ladder),
                summits(Tree.object(bloc, "summits")));
    }

    private Ladder ladder(JsonSource.Members bloc) {
        var rungs = new ArrayList<Rung>();
        Tree.objects(bloc, "ladder").forEach((id, rung) -> {
            if (knowledge.has(rung, "from")) {
                int height = Tree.count(rung, "height", 0);
                var until = knowledge.end(rung, "until");
                rungs.add(new Rung(
                        id,
                        Tree.text(rung, "title", id),
                        height,
                        knowledge.fixed(rung, "benefit", BENEFIT[height]),
                        knowledge.fixed(rung, "obligation", OBLIGATION[height]),
                        (int) knowledge.fixed(rung, "entryMonths", 0),
                        Tree.day(rung, "from"),
                        until,
                        until == null ? null : Tree.text(rung, "mergesInto"),
                        share(rung),
                        rung.get("offered") instanceof JsonSource.Truth offered && offered.value(),
                        AdmissionBuilder.admission(rung.get("admission"), knowledge)));
            }
        });
        return new Ladder(rungs);
    }

    /** coop_b by date: as given, or the mean of the pillar's dimensions, each 0 before its first date; null without a pillar. */
    private @Nullable Dated<Double> security(JsonSource.Members bloc) {
        if (!(bloc.get("security") instanceof JsonSource.Members pillar) || !Pillar.named(pillar)) {
            return knowledge.dated(bloc, "security");
        }
        var dimensions = new ArrayList<Dated<Double>>();
        var days = new TreeSet<LocalDate>();
        for (var name : Pillar.DIMENSIONS) {
            var dimension = knowledge.dated(pillar, name);
            if (dimension != null) {
                dimensions.add(dimension);
                days.addAll(dimension.changes().keySet());
            }
        }
        var changes = new TreeMap<LocalDate, Double>();
        for (var day : days) {
            double sum = 0;
            for (var dimension : dimensions) {
                sum += dimension.at(day, 0.0);
            }
            changes.put(day, sum / Pillar.DIMENSIONS.size());
        }
        return changes.isEmpty() ? null : Dated.from(changes);
    }

    /** The share of security cooperation that a rung opens; null where it says none. */
    private @Nullable Double share(JsonSource.Members rung) {
        double share = knowledge.fixed(rung, "security", Double.NaN);
        return Double.isNaN(share) ? null : (Double) share;
    }

    private List<Gate> gates(JsonSource.Members bloc, Ladder ladder) {
        var gates = new ArrayList<Gate>();
        new TreeMap<>(Tree.objects(bloc, "gates")).forEach((id, gate) -> {
            var rungs = onLadder(gate, "rungs", ladder);
            var condition = rungs.isEmpty() ? null : condition(gate, ladder);
            if (condition != null && knowledge.has(gate, "from")) {
                gates.add(new Gate(id, condition, rungs, Tree.day(gate, "from"), knowledge.end(gate, "until")));
            }
        });
        return gates;
    }

    /** What the gate asks; null if nothing is left of it that one could know. */
    private @Nullable Condition condition(JsonSource.Members gate, Ladder ladder) {
        return switch (Tree.text(gate, "type", "")) {
            case "closed" -> new Condition.Closed();
            case "region" ->
                new Condition.Region(
                        Tree.texts(gate, "continents"), Tree.texts(gate, "subregions"), Tree.texts(gate, "states"));
            case "no-un-sanctions" -> new Condition.NoUnSanctions();
            case "no-open-conflict" -> new Condition.NoOpenConflict();
            case "diplomatic-relations" -> new Condition.DiplomaticRelations();
            case "prior-rung" -> {
                var rungs = onLadder(gate, "requires", ladder);
                yield rungs.isEmpty() ? null : new Condition.PriorRung(rungs);
            }
            case "minimum-years" -> new Condition.MinimumYears(Tree.number(gate, "years", 0));
            case "not-member-of" -> {
                var blocs = Tree.texts(gate, "blocs").stream()
                        .filter(knownBlocs::contains)
                        .toList();
                yield blocs.isEmpty() ? null : new Condition.NotMemberOf(blocs);
            }
            default -> throw new IllegalStateException("the table of keys lets through a gate of another type");
        };
    }

    private static List<String> onLadder(JsonSource.Members object, String key, Ladder ladder) {
        return Tree.texts(object, key).stream()
                .filter(rung -> ladder.index(rung) > 0)
                .toList();
    }

    private SummitCalendar summits(JsonSource.Members summits) {
        knowledge.cite(summits, null);
        var usual = Shape.monthDay(Tree.text(summits, "usual", USUAL_SUMMIT));
        return new SummitCalendar(
                Tree.days(summits, "held").stream().filter(knowledge::has).toList(),
                usual == null ? MonthDay.of(7, 1) : usual);
    }
}
