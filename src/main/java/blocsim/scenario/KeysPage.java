package blocsim.scenario;

import java.util.List;

/** The documentation page of scenario files, written out of {@link Keys}, in Markdown. */
public final class KeysPage {
    private static final String INTRODUCTION = """
            # Scenario files

            <!-- Written out of blocsim.scenario.Keys; change it there. -->

            A scenario is a JSON file, or the same in YAML. It says which states and blocs there are, what is known of them over and
            above the data panel, and what happens from outside. Everything that stands in an object is keyed by a code or an id, so
            that each value has a pointer such as `/states/BLR/patrons/RUS`, by which `--set` and studies reach it.

            - **`extends`** names another scenario by a path from this file. This file is then a merge patch (RFC 7396): objects are
              merged, `null` takes a key away, everything else is replaced. `name`, `title`, `description` and `whatIfs` are not
              taken over. It may also be a list, merged in turn: such as the files of blocs in `scenarios/blocs`.
            - **A part** has blocs, events and evidence but no `focus`, `horizon` or `states`. What it says of states or blocs that the
              scenario does not have is left out and noted; everywhere else an unknown code is a problem.
            - **A judgement** is a bare number, your own choice, or `{"value": 0.7, "evidence": "A1: what it says", "knownFrom":
              "2015-07-31"}`. The evidence names a work of the bundled bibliography, or of `/evidence`, and says in your own words what
              it says; several stand in a list. `knownFrom` is the date from which one could know it.
            - **A value by date** is `{"2001": 0.5, "2015-07-10": 0.7}`: each holds from its day on, a year from its 1 January.
              Before the first, the panel holds, or the default.
            - **Invented states** have codes such as `X01`: an X and two to five digits. The panel knows nothing of them, so the file
              gives each one's `idealPoint`, `gdp` and `polyarchy`, and as far as there are any its `tradeShares`, `near`, `borders`,
              `bodies` and `rivals`. The first value by date holds before its day as well; who relies on whom is as with other states,
              `need` is .5 unless given, the world's GDP is the sum of theirs, and ideal points drift from the first day. A scenario's
              states are all invented or none. `blocsim scenarios generate` makes such worlds.
            - **`dataUntil`** takes away what one could not know on that day: judgements, rules and events with a later `knownFrom`;
              without one, rules and events that begin later, and the values of later dates. An end that lies later is not known either.
            - **`calibration`** makes `run` and `compare` draw the fitted numbers anew in each replicate, the same in every what-if and scenario
              of a comparison; `--fixed-parameters` keeps the fitted values, and what `--set` or a what-if sets is never drawn. `sweep`,
              `explain` and sensitivity studies use the fitted values throughout.
            - **Dates** are `2015-07-10`. An `until` is the first day on which something holds no more.

            `blocsim validate FILE...` names every problem at once; `blocsim schema scenario` prints the JSON Schema, which editors find
            by `"$schema": "schema/scenario.schema.json"`.
            """;

    private KeysPage() {}

    /** The page. */
    public static String markdown() {
        var page = new StringBuilder(INTRODUCTION);
        var heading = "";
        for (var key : Keys.all()) {
            var section = section(key);
            if (!section.equals(heading)) {
                heading = section;
                page.append("\n## ").append(heading).append("\n\n");
                page.append("| key | what stands there | meaning | default |\n|---|---|---|---|\n");
            }
            page.append(row(key));
        }
        return page.toString();
    }

    private static String section(Key key) {
        for (var part : List.of(
                "/blocs/{bloc}/gates",
                "/blocs",
                "/states",
                "/events",
                "/parameters",
                "/calibration",
                "/whatIfs",
                "/evidence")) {
            if (key.pointer().equals(part) || key.pointer().startsWith(part + "/")) {
                return "`" + part + "`";
            }
        }
        return "The whole";
    }

    private static String row(Key key) {
        var meaning = new StringBuilder(key.meaning());
        if (!key.types().isEmpty()) {
            meaning.append(key.pointer().contains("/admission/") ? " (rule " : " (type ")
                    .append(String.join(", ", key.types()))
                    .append(')');
        }
        var standard = key.required() ? "must be given" : key.standard();
        if (!key.source().isEmpty()) {
            standard += " (" + key.source() + ")";
        }
        return "| `" + key.pointer() + "` | " + cell(shape(key)) + " | " + cell(meaning.toString()) + " | "
                + cell(standard) + " |\n";
    }

    private static String shape(Key key) {
        var unit = key.unit().isEmpty() || key.unit().equals("1") ? "" : ", " + key.unit();
        var judged = key.kind().judged() ? ", a judgement" + (key.kind().dated() ? ", also by date" : "") : "";
        return key.expected() + unit + judged;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
