package blocsim.report;

import blocsim.engine.Examination;
import blocsim.experiment.Explanation;
import blocsim.experiment.Flip;
import blocsim.scenario.Cited;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An explanation in words, and as a tree for JSON. */
public final class ExplanationText {
    private static final double WORTH_TELLING = 0.005;

    private final Explanation explanation;
    private final Examination examination;

    /** @param explanation what is told */
    public ExplanationText(Explanation explanation) {
        this.explanation = explanation;
        this.examination = explanation.examination();
    }

    private String name(String code) {
        var world = explanation.prepared().world();
        return world.states().get(world.state(code)).name();
    }

    private String code(int state) {
        return explanation.prepared().world().states().get(state).code();
    }

    private String rung(int index) {
        var prepared = explanation.prepared();
        return prepared.world().blocs().get(prepared.focusBloc()).ladder().id(index);
    }

    /** The explanation as lines of text. */
    public List<String> lines() {
        var focus = explanation.prepared().scenario().focus();
        var lines = new ArrayList<String>();
        lines.add(name(focus.state()) + " and the " + focus.bloc() + " on " + explanation.date()
                + ", standings before it as on record");
        lines.add("");
        lines.add("Standing: " + rung(examination.held()) + status());
        lines.add("In question: " + rung(examination.rung()) + ", worth " + Numbers.decimal(examination.value())
                + " against " + Numbers.decimal(examination.valueNow()) + " now"
                + (examination.forgone() == 0
                        ? ""
                        : " and " + Numbers.decimal(examination.forgone()) + " in blocs that it would leave for it"));
        lines.add("");
        lines.add("Motives, in utility");
        explanation.motives().forEach((motive, part) -> lines.add("  " + padded(motive, 12) + signed(part)));
        lines.add("");
        lines.add("Gates: "
                + (explanation.gates().isEmpty() ? "all open" : "shut by " + String.join(", ", explanation.gates())));
        lines.add("Sponsors: " + sponsors());
        lines.add("A summit takes it up with " + percent(examination.takenUp()) + "; once taken up it passes with "
                + percent(examination.passes()) + "; within five years, if nothing else changes, "
                + percent(examination.approvedWithinFiveYears()));
        lines.add("");
        lines.add("Incumbents, the likeliest to object first");
        examination.stances().stream()
                .sorted(Comparator.comparingDouble((Examination.Stance s) -> -s.first()))
                .forEach(stance -> lines.add("  " + padded(name(code(stance.member())), 22) + "objects with "
                        + padded(percent(stance.objects()), 8) + "first of all with "
                        + padded(percent(stance.first()), 8) + why(stance)));
        lines.add("Objectors: "
                + (explanation.objectors().isEmpty()
                        ? "nobody stands out"
                        : String.join(
                                ", ",
                                explanation.objectors().stream().map(this::name).toList())));
        if (explanation.searched()) {
            lines.add("");
            lines.add(flip());
        }
        var sources = sources();
        if (!sources.isEmpty()) {
            lines.add("");
            lines.add("Evidence");
            sources.forEach(source -> lines.add("  " + source));
        }
        return lines.stream()
                .map(line -> line.replace('\u00a0', ' ').stripTrailing())
                .toList();
    }

    private String status() {
        if (examination.approved() > 0) {
            return ", approved as " + rung(examination.approved()) + " and not yet in force";
        }
        return examination.asked() > 0 ? ", asks for " + rung(examination.asked()) : ", has no request before the bloc";
    }

    private String sponsors() {
        if (examination.sponsors().isEmpty()) {
            return "none";
        }
        var named = new ArrayList<String>();
        examination
                .sponsors()
                .forEach(
                        (state, resolve) -> named.add(name(code(state)) + " with resolve " + Numbers.decimal(resolve)));
        return String.join(", ", named);
    }

    /** The terms that speak for objecting, the strongest first. */
    private static String why(Examination.Stance stance) {
        var speaking = stance.terms().entrySet().stream()
                .filter(term -> !term.getKey().equals("base") && term.getValue() > 0.05)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(term -> term.getKey() + " " + signed(term.getValue()))
                .toList();
        return speaking.isEmpty() ? "" : "(" + String.join(", ", speaking) + ")";
    }

    private String flip() {
        Flip flip = explanation.flip();
        String outcome = "approval as " + rung(examination.rung()) + " within " + Explanation.YEARS + " years";
        if (flip == null) {
            return "What would turn it: no single number that bears on the pair moves " + outcome;
        }
        String change = flip.pointer() + " from " + Numbers.decimal(flip.from()) + " to " + Numbers.decimal(flip.to());
        String effect = outcome + " goes from " + percent(flip.before().value()) + " to "
                + percent(flip.after().value())
                + " (difference "
                + Numbers.points(new Estimate(
                        flip.difference().value(),
                        Math.min(flip.difference().lower(), flip.difference().value()),
                        Math.max(flip.difference().upper(), flip.difference().value())))
                + ")";
        return flip.turns()
                ? "What would turn it: " + change + "; " + effect
                : "What would turn it: nothing by itself; " + change + " moves it most: " + effect;
    }

    /** What the numbers that bear on the pair rest on. */
    private List<String> sources() {
        var focus = explanation.prepared().scenario().focus();
        var prefixes = new ArrayList<String>();
        prefixes.add("/states/" + focus.state() + "/");
        for (var event : explanation.prepared().scenario().events()) {
            if (event.touches().contains(focus.state()) && holds(event)) {
                prefixes.add("/events/" + event.id());
            }
        }
        explanation.gates().forEach(gate -> prefixes.add("/blocs/" + focus.bloc() + "/gates/" + gate));
        var list = new ArrayList<String>();
        for (Cited cited : explanation.prepared().scenario().cited()) {
            if (prefixes.stream().anyMatch(cited.pointer()::startsWith)) {
                list.add(cited.pointer() + " [" + cited.source() + "] " + cited.words());
            }
        }
        return list;
    }

    private boolean holds(blocsim.model.Event event) {
        return !event.from().isAfter(explanation.date())
                && (event.until() == null || explanation.date().isBefore(event.until()));
    }

    /** The explanation as maps and lists: {@code objectors} are codes, {@code stances} by code. */
    public Map<String, Object> tree() {
        var focus = explanation.prepared().scenario().focus();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("scenario", explanation.prepared().scenario().name());
        tree.put("state", focus.state());
        tree.put("bloc", focus.bloc());
        tree.put("date", explanation.date());
        tree.put("conditionedOn", "record");
        tree.put("held", rung(examination.held()));
        tree.put("asked", examination.asked() == 0 ? null : rung(examination.asked()));
        tree.put("approved", examination.approved() == 0 ? null : rung(examination.approved()));
        tree.put("rung", rung(examination.rung()));
        tree.put("objectors", explanation.objectors());
        tree.put("gates", explanation.gates());
        tree.put("motives", explanation.motives());
        tree.put("parts", examination.parts());
        tree.put("value", examination.value());
        tree.put("valueNow", examination.valueNow());
        tree.put("forgone", examination.forgone());
        tree.put("asksWithinYear", examination.asksWithinYear());
        var sponsors = new LinkedHashMap<String, Object>();
        examination.sponsors().forEach((state, resolve) -> sponsors.put(code(state), resolve));
        tree.put("sponsors", sponsors);
        tree.put("takenUp", examination.takenUp());
        tree.put("passes", examination.passes());
        tree.put("approvedWithinFiveYears", examination.approvedWithinFiveYears());
        var stances = new LinkedHashMap<String, Object>();
        for (var stance : examination.stances()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("objects", stance.objects());
            one.put("first", stance.first());
            one.put("logIntensity", stance.logIntensity());
            one.put("terms", stance.terms());
            stances.put(code(stance.member()), one);
        }
        tree.put("stances", stances);
        tree.put("flip", explanation.flip());
        tree.put("evidence", sources());
        return tree;
    }

    private static String percent(double share) {
        return share > 0 && share < WORTH_TELLING ? "under 0.5 %" : Numbers.percent(share);
    }

    private static String signed(double value) {
        String figure = Numbers.decimal(value);
        return value <= 0 || figure.equals(Numbers.decimal(0)) ? figure : "+" + figure;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
