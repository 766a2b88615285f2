package blocsim.report;

import blocsim.experiment.Bid;
import blocsim.experiment.Explanation;
import blocsim.experiment.Flip;
import blocsim.experiment.StandingAt;
import blocsim.scenario.Cited;
import blocsim.stats.Interval;
import blocsim.stats.Proportions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An explanation in words, and as a tree for JSON. */
public final class ExplanationText {
    private static final double WORTH_TELLING = 0.005;

    private final Explanation explanation;
    private final Bid bid;

    /** @param explanation what is told */
    public ExplanationText(Explanation explanation) {
        this.explanation = explanation;
        this.bid = explanation.bid();
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
        lines.add(name(focus.state()) + " and " + BlocName.of(focus.bloc()) + " on " + explanation.date()
                + ", standings before it " + (simulated() == null ? "as on record" : "simulated"));
        lines.add("");
        lines.addAll(standing());
        lines.add("In question: " + rung(bid.rung()) + ", worth " + Numbers.decimal(bid.value()) + " against "
                + Numbers.decimal(bid.valueNow()) + " now"
                + (bid.forgone() == 0
                        ? ""
                        : " and " + Numbers.decimal(bid.forgone()) + " in blocs that it would leave for it"));
        lines.add(asking());
        lines.add("");
        lines.add("Motives, in utility");
        explanation.motives().forEach((motive, part) -> lines.add("  " + padded(motive, 12) + signed(part)));
        lines.add("");
        lines.add("Gates: " + (bid.shut().isEmpty() ? "all open" : "shut by " + gates()));
        lines.add("Sponsors: " + sponsors());
        lines.add("A summit takes it up with " + percent(bid.takenUp()) + "; once taken up it passes with "
                + percent(bid.passes()) + "; within five years, if nothing else changes, "
                + percent(bid.approvedWithinFiveYears()));
        lines.add("");
        lines.add("Incumbents, the likeliest to object first");
        lines.addAll(incumbents());
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

    private StandingAt.@Nullable Simulated simulated() {
        return explanation.standing() instanceof StandingAt.Simulated simulated ? simulated : null;
    }

    private List<String> standing() {
        if (explanation.standing() instanceof StandingAt.Recorded recorded) {
            String then = recorded.approved() > 0
                    ? ", approved as " + rung(recorded.approved()) + " and not yet in force"
                    : recorded.asked() > 0
                            ? ", asks for " + rung(recorded.asked())
                            : ", has no request before the bloc";
            return List.of("Standing: " + rung(recorded.held()) + then);
        }
        var lines = new ArrayList<String>();
        if (explanation.standing() instanceof StandingAt.Simulated simulated) {
            lines.add("Standing, simulated from " + simulated.from() + " on in " + simulated.replicates()
                    + " replicates");
            simulated
                    .held()
                    .forEach((rung, count) ->
                            lines.add("  " + padded(rung(rung), 12) + interval(count, simulated.replicates())));
            lines.add("What follows is a mean over the " + simulated.below() + " replicates in which it is neither "
                    + rung(bid.rung()) + " or higher nor approved for it: "
                    + interval(simulated.below(), simulated.replicates()));
            var asked = new ArrayList<String>();
            simulated
                    .askedBelow()
                    .forEach((rung, count) -> asked.add((rung == 0 ? "for nothing" : "for " + rung(rung)) + " in "
                            + interval(count, simulated.below())));
            lines.add("In these it asks " + String.join(", ", asked));
        }
        return lines;
    }

    private String asking() {
        return "Asking anew would be worth " + signed(bid.utility()) + ", staying being 0, at a hoped-for chance of "
                + percent(bid.hope())
                + (explanation.standing() instanceof StandingAt.Recorded recorded && recorded.asked() == bid.rung()
                        ? "; its request is pending"
                        : "; it asks within a year with " + percent(bid.asksWithinYear()));
    }

    private String gates() {
        var gates = new ArrayList<String>();
        bid.shut()
                .forEach((gate, count) ->
                        gates.add(simulated() == null ? gate : gate + " in " + interval(count, bid.replicates())));
        return String.join(", ", gates);
    }

    /** The incumbents; of simulated ones those that are incumbents more often than not or may well be the first to object. */
    private List<String> incumbents() {
        var lines = new ArrayList<String>();
        int others = 0;
        var sorted = bid.stances().stream()
                .sorted(Comparator.comparingDouble((Bid.Stance s) -> -s.first()))
                .toList();
        for (var stance : sorted) {
            if (simulated() != null && stance.first() < WORTH_TELLING && 2 * stance.incumbent() < bid.replicates()) {
                others++;
            } else {
                lines.add("  " + padded(name(code(stance.member())), 22) + "objects with "
                        + padded(percent(stance.objects()), 12) + "first of all with "
                        + padded(percent(stance.first()), 12) + incumbent(stance) + why(stance));
            }
        }
        if (others > 0) {
            lines.add("  and " + others + " that are seldom incumbents and each first of all with under 0.5 %");
        }
        return lines;
    }

    private String incumbent(Bid.Stance stance) {
        return simulated() == null ? "" : "incumbent in " + padded(interval(stance.incumbent(), bid.replicates()), 24);
    }

    private static String interval(int count, int of) {
        var share = Proportions.wilson(count, of);
        return Numbers.percent(share.value()) + " (" + Numbers.percentRange(RunView.estimate(share)) + ")";
    }

    private String sponsors() {
        var named = new ArrayList<String>();
        bid.sponsors()
                .forEach(
                        (state, resolve) -> named.add(name(code(state)) + " with resolve " + Numbers.decimal(resolve)));
        String missing = bid.sponsorMissing() == 0
                ? ""
                : "; one among the incumbents is required and missing"
                        + (simulated() == null ? "" : " in " + interval(bid.sponsorMissing(), bid.replicates()))
                        + ", so that no summit takes it up";
        return (named.isEmpty() ? "none" : String.join(", ", named)) + missing;
    }

    /** The terms that speak for objecting, the strongest first. */
    private static String why(Bid.Stance stance) {
        var speaking = stance.terms().entrySet().stream()
                .filter(term -> !term.getKey().equals("base") && term.getValue() > 0.05)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(term -> term.getKey() + " " + signed(term.getValue()))
                .toList();
        return speaking.isEmpty() ? "" : "(" + String.join(", ", speaking) + ")";
    }

    private String flip() {
        Flip flip = explanation.flip();
        String outcome = "approval as " + rung(bid.rung()) + " within " + Explanation.YEARS + " years";
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
                ? "What would turn it" + wholeRun() + ": " + change + "; " + effect
                : "What would turn it" + wholeRun() + ": nothing by itself; " + change + " moves it most: " + effect;
    }

    private String wholeRun() {
        return simulated() == null ? "" : ", set for the whole run";
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
        tree.put("conditionedOn", simulated() == null ? "record" : "simulation");
        if (explanation.standing() instanceof StandingAt.Recorded recorded) {
            tree.put("held", rung(recorded.held()));
            tree.put("asked", recorded.asked() == 0 ? null : rung(recorded.asked()));
            tree.put("approved", recorded.approved() == 0 ? null : rung(recorded.approved()));
        } else if (explanation.standing() instanceof StandingAt.Simulated simulated) {
            tree.put("simulated", tree(simulated));
        }
        tree.put("rung", rung(bid.rung()));
        tree.put("objectors", explanation.objectors());
        tree.put("gates", explanation.gates());
        tree.put("motives", explanation.motives());
        tree.put("parts", bid.parts());
        tree.put("value", bid.value());
        tree.put("valueNow", bid.valueNow());
        tree.put("forgone", bid.forgone());
        tree.put("hope", bid.hope());
        tree.put("utility", bid.utility());
        tree.put("asksWithinYear", bid.asksWithinYear());
        var sponsors = new LinkedHashMap<String, Object>();
        bid.sponsors().forEach((state, resolve) -> sponsors.put(code(state), resolve));
        tree.put("sponsors", sponsors);
        tree.put("sponsorMissing", bid.sponsorMissing() > 0);
        tree.put("takenUp", bid.takenUp());
        tree.put("passes", bid.passes());
        tree.put("approvedWithinFiveYears", bid.approvedWithinFiveYears());
        var stances = new LinkedHashMap<String, Object>();
        for (var stance : bid.stances()) {
            var one = new LinkedHashMap<String, Object>();
            if (simulated() != null) {
                one.put("incumbent", share(stance.incumbent(), bid.replicates()));
            }
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

    private Map<String, Object> tree(StandingAt.Simulated simulated) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("from", simulated.from());
        tree.put("replicates", simulated.replicates());
        var held = new LinkedHashMap<String, Object>();
        simulated.held().forEach((rung, count) -> held.put(rung(rung), share(count, simulated.replicates())));
        tree.put("held", held);
        tree.put("below", share(simulated.below(), simulated.replicates()));
        var asked = new LinkedHashMap<String, Object>();
        simulated
                .askedBelow()
                .forEach((rung, count) ->
                        asked.put(rung == 0 ? "nothing" : rung(rung), share(count, simulated.below())));
        tree.put("askedBelow", asked);
        var gates = new LinkedHashMap<String, Object>();
        bid.shut().forEach((gate, count) -> gates.put(gate, share(count, bid.replicates())));
        tree.put("gates", gates);
        tree.put("sponsorMissing", share(bid.sponsorMissing(), bid.replicates()));
        return tree;
    }

    private static Map<String, Object> share(int count, int of) {
        Interval share = Proportions.wilson(count, of);
        var tree = new LinkedHashMap<String, Object>();
        tree.put("count", count);
        tree.put("value", share.value());
        tree.put("lower", share.lower());
        tree.put("upper", share.upper());
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
