package blocsim.scenario;

import blocsim.input.JsonSource;
import blocsim.model.Bloc;
import blocsim.model.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds the events of a valid tree, as far as one could know them. */
final class EventBuilder {
    private final Knowledge knowledge;
    private final Map<String, Bloc> blocs;

    private EventBuilder(Knowledge knowledge, Map<String, Bloc> blocs) {
        this.knowledge = knowledge;
        this.blocs = blocs;
    }

    /** The events by first day, then id; one that concerns a bloc or rungs of which one could not know is not among them. */
    static List<Event> events(JsonSource.Members tree, Knowledge knowledge, Map<String, Bloc> blocs) {
        var builder = new EventBuilder(knowledge, blocs);
        var events = new ArrayList<Event>();
        Tree.objects(tree, "events").forEach((id, json) -> {
            var event = builder.event(id, json);
            if (event != null) {
                events.add(event);
            }
        });
        events.sort(Comparator.comparing(Event::from).thenComparing(Event::id));
        return events;
    }

    private @Nullable Event event(String id, JsonSource.Members json) {
        var bloc = Tree.text(json, "bloc", "");
        var rungs = Tree.texts(json, "rungs");
        if (!bloc.isEmpty()) {
            var known = blocs.get(bloc);
            if (known == null) {
                return null;
            }
            rungs = rungs.stream()
                    .filter(rung -> known.ladder().index(rung) > 0)
                    .toList();
        }
        boolean objection = Tree.text(json, "type", "").equals("objection");
        if ((objection && rungs.isEmpty())
                || !onLadder(bloc, Tree.text(json, "rung"))
                || !knowledge.has(json, "from")) {
            return null;
        }
        return event(id, json, bloc, rungs);
    }

    private boolean onLadder(String bloc, @Nullable String rung) {
        var known = blocs.get(bloc);
        return rung == null || known == null || known.ladder().index(rung) > 0;
    }

    private Event event(String id, JsonSource.Members json, String bloc, List<String> rungs) {
        LocalDate from = Objects.requireNonNull(Tree.day(json, "from"));
        var until = knowledge.end(json, "until");
        return switch (Tree.text(json, "type", "")) {
            case "objection" ->
                new Event.Objection(
                        id,
                        bloc,
                        Tree.text(json, "objector", ""),
                        Tree.text(json, "candidate", ""),
                        rungs,
                        Tree.number(json, "strength", 1),
                        from,
                        until);
            case "guarantee" ->
                new Event.Guarantee(
                        id,
                        bloc,
                        Tree.text(json, "sponsor", ""),
                        Tree.text(json, "candidate", ""),
                        Tree.number(json, "resolve", 1),
                        from,
                        until);
            case "war" -> new Event.War(id, Tree.texts(json, "states"), from, until);
            case "sanctions" ->
                new Event.Sanctions(
                        id,
                        Tree.text(json, "sender", ""),
                        Tree.text(json, "target", ""),
                        !(json.get("inForce") instanceof JsonSource.Truth truth) || truth.value(),
                        from,
                        until);
            case "leadership-change" -> new Event.LeadershipChange(id, Tree.text(json, "state", ""), from);
            case "trade-shock" -> {
                var partners = Tree.texts(json, "partners");
                yield new Event.TradeShock(
                        id, partners.get(0), partners.get(1), Tree.number(json, "factor", 1), from, until);
            }
            case "alignment-shift" ->
                new Event.AlignmentShift(id, Tree.text(json, "state", ""), Tree.number(json, "shift", 0), from, until);
            case "offer" -> new Event.Offer(id, bloc, Tree.text(json, "rung", ""), Tree.texts(json, "states"), from);
            case "package" ->
                new Event.PackageVote(id, bloc, Tree.text(json, "rung", ""), Tree.texts(json, "states"), from, until);
            case "suspension" -> new Event.Suspension(id, bloc, Tree.text(json, "state", ""), from, until);
            case "programme" ->
                new Event.Programme(
                        id,
                        Tree.text(json, "sponsor", ""),
                        Tree.texts(json, "states"),
                        Tree.number(json, "strength", 1),
                        from,
                        until);
            case "expulsion" -> new Event.Expulsion(id, bloc, Tree.text(json, "state", ""), from);
            default -> throw new IllegalStateException("the table of keys lets through an event of another type");
        };
    }
}
