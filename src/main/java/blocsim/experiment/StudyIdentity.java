package blocsim.experiment;

import blocsim.input.InputException;
import blocsim.input.JsonSource;
import blocsim.input.JsonText;
import blocsim.scenario.Factor;
import blocsim.scenario.Scenario;
import blocsim.scenario.Study;
import blocsim.scenario.StudyDesign;
import blocsim.scenario.StudyReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the runs of a study hang on, as texts by key that are kept beside the runs: the scenario with all that it extends, its parts and its
 * calibration merged in; the tables that replace the panel's, also those that a factor puts in place; factors, design, list of points,
 * replicates, seed and outputs. Two studies with equal texts have equal runs in one and the same program.
 */
public final class StudyIdentity {
    private static final String KEYS = "scenarioKeys";

    /** Objects of a scenario of which a message names the member that changed. */
    private static final List<String> WITHIN = List.of("blocs", "events", "parameters", "calibration");

    /** Fewer letters than this are told in full, before and after. */
    private static final int SHORT = 60;

    private static final int MOST_NAMED = 5;

    /** How a message calls what differs, and the key whose lines say where in it. */
    private enum Part {
        SCENARIO("scenario", "the scenario", KEYS),
        TABLES("tables", "the scenario's own tables", "tables"),
        FACTORS("factors", "the factors", "factors"),
        DESIGN("design", "the design", ""),
        LISTED("listed", "the list of design points", ""),
        REPLICATES("replicates", "the number of replicates", ""),
        SEED("seed", "the seed", ""),
        OUTPUTS("outputs", "the outputs", "outputs"),
        PROGRAM("program", "the program", ""),
        SHARD("shard", "the shard", "");

        private final String key;
        private final String told;
        private final String lines;

        Part(String key, String told, String lines) {
            this.key = key;
            this.told = told;
            this.lines = lines;
        }
    }

    private StudyIdentity() {}

    /**
     * The texts of a study.
     *
     * @throws InputException if a factor's value, a table of its own, has become unusable since the study was read
     * @throws IOException if a table cannot be read
     */
    public static SortedMap<String, String> of(Study study) throws InputException, IOException {
        var texts = new TreeMap<String, String>();
        texts.put(Part.SCENARIO.key, study.scenario().hash());
        texts.put(KEYS, keys(study.scenario()));
        texts.put(Part.TABLES.key, lines(StudyReader.tables(study)));
        texts.put(Part.FACTORS.key, factors(study));
        texts.put(
                Part.DESIGN.key,
                JsonText.canonical(Objects.requireNonNull(study.tree().get("design"))));
        texts.put(Part.LISTED.key, study.design() instanceof StudyDesign.Listed ? listed(study) : "");
        texts.put(Part.REPLICATES.key, replicates(study));
        texts.put(Part.SEED.key, Long.toString(study.seed()));
        texts.put(
                Part.OUTPUTS.key,
                study.outputs().stream()
                        .map(output -> output.name() + ": " + output.measure().told())
                        .collect(Collectors.joining("\n")));
        return texts;
    }

    /**
     * What differs, in words; nothing if runs of both belong together. A key that neither has does not count.
     *
     * @param before texts of the study as it was, with {@code program} and {@code shard} where they are known
     * @param now likewise of the study as it is
     */
    public static List<String> changed(Map<String, String> before, Map<String, String> now) {
        var changed = new ArrayList<String>();
        for (var part : Part.values()) {
            String was = before.getOrDefault(part.key, "");
            String is = now.getOrDefault(part.key, "");
            if (!was.equals(is)) {
                changed.add(part.told + where(part, before, now));
            }
        }
        return changed;
    }

    private static String where(Part part, Map<String, String> before, Map<String, String> now) {
        if (part.lines.isEmpty()) {
            String was = before.getOrDefault(part.key, "");
            String is = now.getOrDefault(part.key, "");
            return was.length() + is.length() < SHORT ? " (" + was + ", now " + is + ")" : "";
        }
        var was = byName(before.getOrDefault(part.lines, ""));
        var is = byName(now.getOrDefault(part.lines, ""));
        var names = new ArrayList<String>();
        was.forEach((name, text) -> {
            if (!text.equals(is.get(name))) {
                names.add(name);
            }
        });
        is.keySet().stream().filter(name -> !was.containsKey(name)).forEach(names::add);
        if (names.isEmpty()) {
            return "";
        }
        return names.size() > MOST_NAMED
                ? " (" + String.join(", ", names.subList(0, MOST_NAMED)) + " and " + (names.size() - MOST_NAMED)
                        + " more)"
                : " (" + String.join(", ", names) + ")";
    }

    /** Lines {@code name: text}. */
    private static Map<String, String> byName(String lines) {
        var byName = new LinkedHashMap<String, String>();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            byName.put(colon < 0 ? line : line.substring(0, colon), line);
        });
        return byName;
    }

    private static String lines(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** A digest of each key of the effective scenario, so that one can say which of them changed. */
    private static String keys(Scenario scenario) {
        var digests = new TreeMap<String, String>();
        if (scenario.tree() instanceof JsonSource.Members tree) {
            tree.members().forEach((key, value) -> {
                if (WITHIN.contains(key) && value instanceof JsonSource.Members within) {
                    within.members()
                            .forEach((name, member) -> digests.put('/' + key + '/' + name, JsonText.canonical(member)));
                } else {
                    digests.put('/' + key, JsonText.canonical(value));
                }
            });
        }
        digests.replaceAll((key, text) -> JsonText.sha256(text).substring(0, 16));
        return lines(digests);
    }

    private static String factors(Study study) {
        return study.factors().stream()
                .map(factor -> factor.name() + ": " + factor.pointer() + ' ' + spread(study, factor))
                .collect(Collectors.joining("\n"));
    }

    private static String spread(Study study, Factor factor) {
        var json = new LinkedHashMap<String, JsonSource>();
        if (study.tree().at("/factors/" + factor.name()) instanceof JsonSource.Members written) {
            json.putAll(written.members());
        }
        json.remove("meaning");
        json.remove("unit");
        return JsonText.canonical(new JsonSource.Members(study.tree().place(), json));
    }

    private static String listed(Study study) {
        return JsonText.sha256(study.listed().stream()
                .map(row -> row.stream()
                        .map(level -> JsonText.canonical(level.value()))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n")));
    }

    private static String replicates(Study study) {
        var until = study.until();
        return study.replicates()
                + (until == null
                        ? ""
                        : " at a time until " + until.output() + " is within " + until.halfWidth() + ", at most "
                                + until.most());
    }
}
