package blocsim.scenario;

import blocsim.input.InputException;
import blocsim.input.JsonSource;
import blocsim.model.Attribute;
import blocsim.model.Dated;
import blocsim.model.Horizon;
import blocsim.model.Parameter;
import blocsim.model.Parameters;
import blocsim.model.Profile;
import blocsim.model.Relations;
import blocsim.model.State;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Builds a scenario from a valid tree. */
final class ScenarioBuilder {
    private static final int REPLICATES = 500;
    private static final long SEED = 1;

    private final Path file;
    private final JsonSource.Members tree;
    private final SortedSet<String> parts;
    private final List<String> leftOut;
    private final Knowledge knowledge;

    private ScenarioBuilder(Path file, JsonSource.Members tree, SortedSet<String> parts, List<String> leftOut) {
        this.file = file;
        this.tree = tree;
        this.parts = parts;
        this.leftOut = leftOut;
        this.knowledge = new Knowledge(Tree.day(tree, "dataUntil"));
    }

    /**
     * The scenario that a tree describes, whose shape and consistency have been checked.
     *
     * @throws InputException if {@code dataUntil} leaves too little of it
     */
    static Scenario build(Path file, JsonSource.Members tree, SortedSet<String> parts, List<String> leftOut)
            throws InputException {
        return new ScenarioBuilder(file, tree, parts, leftOut).build();
    }

    private Scenario build() throws InputException {
        var states = states();
        var blocs = BlocBuilder.blocs(tree, knowledge);
        var events = EventBuilder.events(tree, knowledge, blocs);
        var parameters = parameters();
        var focus = Tree.object(tree, "focus");
        var bloc = Tree.text(focus, "bloc", "");
        if (!blocs.containsKey(bloc)) {
            var problems = new Problems();
            problems.missing(
                    focus,
                    "bloc",
                    "the bloc \"" + bloc + "\" could not be known on " + knowledge.limit(),
                    "Set \"dataUntil\" later, or give the bloc an earlier \"knownFrom\".");
            problems.throwIfAny();
        }
        var name = Tree.text(tree, "name", Extended.nameOf(file));
        return new Scenario(
                file,
                name,
                Tree.text(tree, "title", name),
                Tree.text(tree, "description", ""),
                new Focus(Tree.text(focus, "state", ""), bloc),
                horizon(),
                knowledge.limit(),
                Tree.count(tree, "replicates", REPLICATES),
                seed(),
                states,
                new TreeMap<>(blocs),
                events,
                parameters,
                PosteriorReader.read(tree, parameters, blocs, knowledge),
                whatIfs(),
                knowledge.cited(),
                works(),
                notUsed(),
                panel(),
                parts,
                leftOut,
                tree);
    }

    private Horizon horizon() {
        var horizon = Tree.object(tree, "horizon");
        return new Horizon(day(horizon, "start"), day(horizon, "end"), Period.parse(Tree.text(horizon, "step", "P1Y")));
    }

    private long seed() {
        var seed = Tree.number(tree, "seed");
        return seed == null ? SEED : seed.longValueExact();
    }

    private SortedMap<String, Profile> states() {
        var states = new TreeMap<String, Profile>();
        Tree.objects(tree, "states").forEach((code, json) -> {
            knowledge.cite(json, null);
            var figures = new EnumMap<Attribute, Dated<Double>>(Attribute.class);
            for (var attribute : Attribute.values()) {
                var figure = knowledge.dated(json, attribute.key());
                if (figure != null) {
                    figures.put(attribute, figure);
                }
            }
            states.put(
                    code,
                    new Profile(
                            new State(code, Tree.text(json, "name", code)),
                            figures,
                            byState(json, "patrons"),
                            byState(json, "tradeShares"),
                            knowledge.years(json, "electionYears"),
                            new Relations(
                                    Tree.texts(json, "near"),
                                    Tree.texts(json, "borders"),
                                    Tree.texts(json, "bodies"),
                                    Tree.texts(json, "rivals"))));
        });
        return states;
    }

    private Map<String, Dated<Double>> byState(JsonSource.Members json, String key) {
        var values = new TreeMap<String, Dated<Double>>();
        var table = Tree.object(json, key);
        for (var code : table.members().keySet()) {
            var value = knowledge.dated(table, code);
            if (value != null) {
                values.put(code, value);
            }
        }
        return values;
    }

    private Parameters parameters() {
        var json = Tree.object(tree, "parameters");
        var changed = new EnumMap<Parameter, Double>(Parameter.class);
        for (var parameter : Parameter.values()) {
            if (json.get(parameter.key()) != null) {
                changed.put(parameter, knowledge.fixed(json, parameter.key(), parameter.standard()));
            }
        }
        return Parameters.with(changed);
    }

    private List<WhatIf> whatIfs() {
        var whatIfs = new ArrayList<WhatIf>();
        for (var item : Tree.items(tree, "whatIfs")) {
            if (item instanceof JsonSource.Members json && json.get("file") instanceof JsonSource.Text path) {
                var expected = new ArrayList<Expectation>();
                for (var expect : Tree.items(json, "expect")) {
                    if (expect instanceof JsonSource.Members object) {
                        expected.add(expectation(object));
                    }
                }
                whatIfs.add(new WhatIf(Consistency.beside(file, path), expected));
            }
        }
        return whatIfs;
    }

    private static Expectation expectation(JsonSource.Members json) {
        int sign = switch (Tree.text(json, "sign", "")) {
            case "-" -> -1;
            case "+" -> 1;
            default -> 0;
        };
        return new Expectation(
                Tree.text(json, "measure", ""),
                Tree.text(json, "state", ""),
                Tree.text(json, "bloc", ""),
                Tree.text(json, "status", ""),
                day(json, "by"),
                sign,
                Tree.text(json, "because", ""));
    }

    private SortedMap<String, Work> works() {
        var works = new TreeMap<>(Bibliography.bundled());
        Tree.objects(tree, "evidence").forEach((id, work) -> {
            if (!id.equals("notUsed")) {
                works.put(id, Bibliography.work(id, work));
            }
        });
        return works;
    }

    private SortedMap<String, String> notUsed() {
        var notUsed = new TreeMap<String, String>();
        var json = Tree.object(Tree.object(tree, "evidence"), "notUsed");
        json.members().keySet().forEach(id -> notUsed.put(id, Tree.text(json, id, "")));
        return notUsed;
    }

    private SortedMap<String, Path> panel() {
        var panel = new TreeMap<String, Path>();
        Tree.object(tree, "panel").members().forEach((table, path) -> {
            if (path instanceof JsonSource.Text text) {
                panel.put(table, Consistency.beside(file, text));
            }
        });
        return panel;
    }

    private static LocalDate day(JsonSource.Members json, String key) {
        return Objects.requireNonNull(Tree.day(json, key), key);
    }
}
