package blocsim.scenario;

import blocsim.input.InputException;
import blocsim.input.JsonSource;
import blocsim.input.Nearest;
import blocsim.input.Quote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/** The what-ifs of a scenario, read and checked against it. */
public final class WhatIfs {
    private WhatIfs() {}

    /**
     * Reads the what-ifs of a scenario, with the same settings on top.
     *
     * @return in the order in which the scenario names them
     * @throws InputException with every problem in any of them, two of one name, and expectations of what a what-if takes away
     */
    public static List<Scenario> read(Scenario base, List<String> sets) throws InputException {
        var problems = new Problems();
        var read = new ArrayList<Scenario>();
        var firstOfName = new HashMap<String, Integer>();
        for (int n = 0; n < base.whatIfs().size(); n++) {
            var whatIf = base.whatIfs().get(n);
            try {
                var scenario = new ScenarioReader().read(whatIf.file(), sets);
                Integer first = firstOfName.putIfAbsent(scenario.name(), n);
                if (first != null) {
                    problems.at(
                            at(base, "/whatIfs/" + n + "/file"),
                            "the what-if has the name " + Quote.of(scenario.name()) + " of the one at /whatIfs/"
                                    + first,
                            "Give each a name of its own in its file.");
                }
                for (int e = 0; e < whatIf.expected().size(); e++) {
                    check(
                            base,
                            "/whatIfs/" + n + "/expect/" + e,
                            whatIf.expected().get(e),
                            scenario,
                            problems);
                }
                read.add(scenario);
            } catch (InputException wrong) {
                problems.addAll(wrong.problems());
            }
        }
        problems.throwIfAny();
        return read;
    }

    private static void check(Scenario base, String pointer, Expectation expected, Scenario whatIf, Problems problems) {
        known(
                base,
                pointer + "/state",
                "state",
                expected.state(),
                whatIf.states().keySet(),
                whatIf,
                problems);
        known(base, pointer + "/bloc", "bloc", expected.bloc(), whatIf.blocs().keySet(), whatIf, problems);
        var bloc = whatIf.blocs().get(expected.bloc());
        if (bloc != null) {
            var rungs = bloc.ladder().rungs().stream().map(rung -> rung.id()).toList();
            known(base, pointer + "/status", "rung of " + expected.bloc(), expected.status(), rungs, whatIf, problems);
        }
    }

    private static void known(
            Scenario base,
            String pointer,
            String what,
            String word,
            Collection<String> known,
            Scenario whatIf,
            Problems problems) {
        if (!known.contains(word)) {
            problems.at(
                    at(base, pointer),
                    "the what-if " + Quote.of(whatIf.name()) + " has no " + what + " " + Quote.of(word),
                    Nearest.hint(word, known) + "Expect something of what it has.");
        }
    }

    private static JsonSource at(Scenario base, String pointer) {
        return Objects.requireNonNullElse(base.tree().at(pointer), base.tree());
    }
}
