package blocsim.scenario;

import blocsim.input.InputException;
import blocsim.input.JsonSource;
import blocsim.input.Place;
import blocsim.input.Setting;
import blocsim.model.Attribute;
import blocsim.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be set in a scenario to see what follows: all that bears on its focus, read off the scenario itself and the table of keys. */
public final class Controls {
    private static final int POSITIONS = 100;
    private static final double LOG_ODDS = 3;
    private static final Pattern WORD_WITHIN = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final List<String> IN_STATE = List.of(
            "patrons", "need", "threat", "isolation", "polyarchy", "idealPoint", "capital", "neutrality", "gdp");
    private static final List<Attribute> OFTEN_ABSENT =
            List.of(Attribute.ISOLATION, Attribute.NEED, Attribute.THREAT, Attribute.NEUTRALITY);
    private static final List<String> IN_EVENT = List.of("strength", "resolve", "factor", "shift");
    private static final List<String> RUNG_FIGURES = List.of("benefit", "obligation", "entryMonths");

    private final Scenario scenario;
    private final UnaryOperator<String> names;
    private final String state;
    private final String bloc;
    private final List<Control> found = new ArrayList<>();

    private Controls(Scenario scenario, UnaryOperator<String> names) {
        this.scenario = scenario;
        this.names = names;
        this.state = scenario.focus().state();
        this.bloc = scenario.focus().bloc();
    }

    /**
     * The controls of a scenario, group by group.
     *
     * @param names the name of a state by its code
     */
    public static List<Control> of(Scenario scenario, UnaryOperator<String> names) {
        var controls = new Controls(scenario, names);
        controls.ofEvents();
        controls.ofState();
        controls.ofBloc();
        controls.ofParameters();
        return List.copyOf(controls.found);
    }

    private void ofState() {
        var root = KeyNode.root().named().get("states");
        var node = root == null ? null : root.wild();
        String at = "/states/" + state;
        if (node == null || !(scenario.tree().at(at) instanceof JsonSource.Members own)) {
            return;
        }
        for (String name : IN_STATE) {
            var value = own.get(name);
            var child = node.named().get(name);
            if (child == null) {
                continue;
            }
            if (name.equals("patrons") && value instanceof JsonSource.Members patrons && child.wild() != null) {
                var patron = child.wild().key();
                patrons.members()
                        .forEach((code, reliance) -> numbers(
                                Control.Group.STATE,
                                patron,
                                Place.below(at + "/patrons", code),
                                reliance,
                                "Reliance on " + names.apply(code)));
            } else if (value != null) {
                numbers(Control.Group.STATE, child.key(), at + "/" + name, value, words(name));
            }
        }
        for (var attribute : OFTEN_ABSENT) {
            var child = node.named().get(attribute.key());
            if (own.get(attribute.key()) == null && child != null) {
                number(
                        Control.Group.STATE,
                        child.key(),
                        at + "/" + attribute.key(),
                        null,
                        words(attribute.key()) + ", throughout");
            }
        }
    }

    private void ofEvents() {
        var root = KeyNode.root().named().get("events");
        var node = root == null ? null : root.wild();
        if (node == null || !(scenario.tree().at("/events") instanceof JsonSource.Members events)) {
            return;
        }
        events.members().forEach((id, value) -> {
            if (value instanceof JsonSource.Members event && bears(event)) {
                event(node, id, event);
            }
        });
    }

    /** Whether an event names the focus state, or the focus bloc and no candidate. */
    private boolean bears(JsonSource.Members event) {
        boolean blocsOwn = event.get("candidate") == null && bloc.equals(Tree.text(event, "bloc"));
        return blocsOwn || event.members().values().stream().anyMatch(this::namesState);
    }

    private boolean namesState(JsonSource value) {
        if (value instanceof JsonSource.Items list) {
            return list.items().stream().anyMatch(this::namesState);
        }
        return value instanceof JsonSource.Text text && text.text().equals(state);
    }

    private void event(KeyNode node, String id, JsonSource.Members event) {
        String at = Place.below("/events", id);
        String type = Tree.text(event, "type", "");
        String label = eventLabel(id, type, event);
        found.add(plain(
                at,
                Control.Group.EVENTS,
                Control.Form.SWITCH,
                label,
                "whether this takes place; switched off, the scenario is without it",
                event,
                List.of()));
        for (String name : IN_EVENT) {
            var child = node.named().get(name);
            if (child != null && child.allows(type) && event.get(name) != null) {
                numbers(
                        Control.Group.EVENTS,
                        child.key(),
                        at + "/" + name,
                        event.get(name),
                        label + ": " + words(name).toLowerCase(Locale.ROOT));
            }
        }
        var until = node.named().get("until");
        if (until != null && until.allows(type)) {
            found.add(plain(
                    at + "/until",
                    Control.Group.EVENTS,
                    Control.Form.DATE,
                    label + ": until",
                    until.key().meaning(),
                    event.get("until"),
                    List.of()));
        }
    }

    private String eventLabel(String id, String type, JsonSource.Members event) {
        String candidate = names.apply(Tree.text(event, "candidate", ""));
        return switch (type) {
            case "objection" -> names.apply(Tree.text(event, "objector", "")) + " objects to " + candidate;
            case "guarantee" -> names.apply(Tree.text(event, "sponsor", "")) + " vouches for " + candidate;
            default -> words(id.replace('-', ' '));
        };
    }

    private void ofBloc() {
        var root = KeyNode.root().named().get("blocs");
        var node = root == null ? null : root.wild();
        String at = Place.below("/blocs", bloc);
        if (node == null || !(scenario.tree().at(at) instanceof JsonSource.Members own)) {
            return;
        }
        admission(at, own);
        figure(node, own, at, "effort", "Effort of asking " + bloc);
        figure(node, own, at, "depth", "Depth of obligations");
        figure(node, own, at, "capacity", "Entrants a summit takes up");
        table(node, own, at, "stances", code -> "What " + names.apply(code) + " wants of its clients");
        var security = node.named().get("security");
        if (security != null && own.get("security") instanceof JsonSource.Members pillars) {
            pillars.members().forEach((name, value) -> {
                var child = security.named().get(name);
                if (child != null) {
                    numbers(
                            Control.Group.BLOC,
                            child.key(),
                            at + "/security/" + name,
                            value,
                            "Security cooperation: " + words(name).toLowerCase(Locale.ROOT));
                }
            });
        }
        rungs(node, own, at);
        if (own.get("gates") instanceof JsonSource.Members gates) {
            gates.members()
                    .forEach((id, gate) -> found.add(plain(
                            Place.below(at + "/gates", id),
                            Control.Group.BLOC,
                            Control.Form.SWITCH,
                            "Gate: " + words(id.replace('-', ' ')),
                            "a hard condition of entry; switched off, nobody is kept out by it",
                            gate,
                            List.of())));
        }
    }

    private void rungs(KeyNode node, JsonSource.Members own, String at) {
        var ladder = node.named().get("ladder");
        var rung = ladder == null ? null : ladder.wild();
        if (rung == null || !(own.get("ladder") instanceof JsonSource.Members rungs)) {
            return;
        }
        rungs.members().forEach((id, value) -> {
            for (String name : RUNG_FIGURES) {
                var child = rung.named().get(name);
                if (value instanceof JsonSource.Members members && members.get(name) != null && child != null) {
                    numbers(
                            Control.Group.BLOC,
                            child.key(),
                            Place.below(at + "/ladder", id) + "/" + name,
                            members.get(name),
                            words(id) + ": " + words(name).toLowerCase(Locale.ROOT));
                }
            }
        });
    }

    private void admission(String at, JsonSource.Members own) {
        var options = new ArrayList<Control.Option>();
        options.add(option("Unanimity", "{\"rule\":\"unanimity\"}"));
        options.add(option("No objection", "{\"rule\":\"no-objection\"}"));
        options.add(option("Two thirds of the members", "{\"rule\":\"majority\",\"share\":0.667}"));
        options.add(option("Half of the members", "{\"rule\":\"majority\",\"share\":0.5}"));
        found.add(plain(
                at + "/admission",
                Control.Group.BLOC,
                Control.Form.CHOICE,
                "Who must agree to an entrant",
                "the rule of decision, throughout; rungs with a rule of their own keep it",
                own.get("admission"),
                options));
    }

    private static Control.Option option(String label, String json) {
        try {
            return new Control.Option(label, JsonSource.parse(json, "an option"));
        } catch (InputException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void figure(KeyNode node, JsonSource.Members own, String at, String name, String label) {
        var child = node.named().get(name);
        var value = own.get(name);
        if (child != null && value != null) {
            numbers(Control.Group.BLOC, child.key(), at + "/" + name, value, label);
        }
    }

    private void table(KeyNode node, JsonSource.Members own, String at, String name, UnaryOperator<String> label) {
        var child = node.named().get(name);
        if (child != null && child.wild() != null && own.get(name) instanceof JsonSource.Members members) {
            var key = child.wild().key();
            members.members()
                    .forEach((code, value) -> numbers(
                            Control.Group.BLOC, key, Place.below(at + "/" + name, code), value, label.apply(code)));
        }
    }

    private void ofParameters() {
        var root = KeyNode.root().named().get("parameters");
        if (root == null) {
            return;
        }
        for (var parameter : Parameter.values()) {
            var child = root.named().get(parameter.key());
            String at = "/parameters/" + parameter.key();
            if (child != null) {
                var value = Setting.of(at, scenario.parameters().get(parameter)).value();
                number(Control.Group.PARAMETERS, child.key(), at, value, words(parameter.key()));
            }
        }
    }

    /** A number, bare or with its evidence; one control for each date from which it is another. */
    private void numbers(Control.Group group, Key key, String pointer, @Nullable JsonSource value, String label) {
        if (value instanceof JsonSource.Members object && !Shape.byDate(object)) {
            if (object.get("value") != null) {
                numbers(group, key, pointer + "/value", object.get("value"), label);
            }
        } else if (value instanceof JsonSource.Members dated) {
            for (Map.Entry<String, JsonSource> one : dated.members().entrySet()) {
                numbers(group, key, pointer + "/" + one.getKey(), one.getValue(), label + ", from " + one.getKey());
            }
        } else if (value instanceof JsonSource.Numeral) {
            number(group, key, pointer, value, label);
        }
    }

    private void number(Control.Group group, Key key, String pointer, @Nullable JsonSource value, String label) {
        double now = value instanceof JsonSource.Numeral number ? number.value() : 0;
        double low = key.least();
        double high = key.most();
        if (high - low > 2) {
            double reach = low < 0 || now == 0 ? LOG_ODDS : Math.abs(now);
            low = Math.max(low, now - reach);
            high = Math.min(high, now + reach);
        }
        double step =
                key.kind().whole() ? Math.max(1, Math.rint((high - low) / POSITIONS)) : nice((high - low) / POSITIONS);
        found.add(new Control(
                pointer,
                group,
                Control.Form.NUMBER,
                label,
                key.meaning(),
                key.unit(),
                key.least(),
                key.most(),
                low,
                high,
                step,
                value,
                drawn(pointer),
                List.of(),
                evidence(pointer)));
    }

    private boolean drawn(String pointer) {
        var posterior = scenario.posterior();
        return posterior != null && posterior.draws(pointer);
    }

    private Control plain(
            String pointer,
            Control.Group group,
            Control.Form form,
            String label,
            String meaning,
            @Nullable JsonSource standard,
            List<Control.Option> options) {
        return new Control(
                pointer, group, form, label, meaning, "", 0, 0, 0, 0, 0, standard, false, options, evidence(pointer));
    }

    /** What is cited for a value, or for the nearest thing around it for which something is. */
    private List<Cited> evidence(String pointer) {
        if (pointer.startsWith("/parameters/")) {
            return parameter(pointer);
        }
        String around = pointer;
        while (around.lastIndexOf('/') > 0) {
            String at = around;
            var cited = scenario.cited().stream()
                    .filter(one -> one.pointer().equals(at))
                    .toList();
            if (!cited.isEmpty()) {
                return cited;
            }
            around = around.substring(0, around.lastIndexOf('/'));
        }
        return List.of();
    }

    private static List<Cited> parameter(String pointer) {
        for (var parameter : Parameter.values()) {
            if (pointer.equals("/parameters/" + parameter.key())) {
                return parameter.works().stream()
                        .map(work -> new Cited(pointer, /* source= */ work, /* words= */ parameter.source(), null))
                        .toList();
            }
        }
        return List.of();
    }

    /** The least of 1, 2 and 5 times a power of ten that is no smaller. */
    private static double nice(double step) {
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(step)));
        double share = step / power;
        return share <= 1 ? power : share <= 2 ? 2 * power : share <= 5 ? 5 * power : 10 * power;
    }

    /** A key as words with a capital in front. */
    private static String words(String key) {
        String spaced = WORD_WITHIN.matcher(key).replaceAll(" ").toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
