package blocsim.report;

import blocsim.model.AdmissionRule;
import blocsim.model.Condition;
import blocsim.model.Dated;
import blocsim.model.Event;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of a scenario in the words of the ODD text, in Markdown. */
final class OddWords {
    /** Stands in a cell that has nothing to say. */
    static final String NOTHING = "–";

    private OddWords() {}

    /** A text of the scenario's, so that nothing in it is taken for Markdown or HTML. */
    static String plain(String text) {
        var plain = new StringBuilder();
        for (char c : text.strip().replaceAll("\\s+", " ").toCharArray()) {
            switch (c) {
                case '&' -> plain.append("&amp;");
                case '<' -> plain.append("&lt;");
                case '>' -> plain.append("&gt;");
                case '\\', '`', '*', '_', '[', ']', '|' -> plain.append('\\').append(c);
                default -> plain.append(c);
            }
        }
        return plain.toString();
    }

    /** A text in a cell, which is never empty. */
    static String cell(String text) {
        return text.isBlank() ? NOTHING : plain(text);
    }

    static String number(double value) {
        return Math.abs(value) < 1e9
                ? Decimals.of(value)
                : new BigDecimal(value).round(new MathContext(6)).toBigInteger().toString();
    }

    static String day(@Nullable LocalDate day, String otherwise) {
        return day == null ? otherwise : day.toString();
    }

    static String codes(Collection<String> codes) {
        return codes.isEmpty() ? "none" : String.join(", ", codes);
    }

    /** Ids in code spans. */
    static String ids(Collection<String> ids) {
        return ids.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
    }

    /** A value by date: {@code 0.5, from 2015-07-10 0.7}. */
    static <T> String dated(Dated<T> dated, Function<T, String> words) {
        return dated.changes().entrySet().stream()
                .map(change -> (change.getKey().equals(LocalDate.MIN) ? "" : "from " + change.getKey() + " ")
                        + words.apply(change.getValue()))
                .collect(Collectors.joining(", "));
    }

    static String dated(Dated<Double> dated) {
        return dated(dated, OddWords::number);
    }

    static String rule(AdmissionRule rule) {
        if (rule instanceof AdmissionRule.NoObjection) {
            return "no objection";
        }
        if (rule instanceof AdmissionRule.Unanimity) {
            return "unanimity";
        }
        if (rule instanceof AdmissionRule.VetoHolders veto) {
            return "no objection of a veto holder, which are " + codes(veto.holders());
        }
        if (rule instanceof AdmissionRule.Majority majority) {
            return "a majority, with a share q = " + number(majority.share()) + " of the voters";
        }
        if (rule instanceof AdmissionRule.WeightedMajority weighted) {
            var weights = weighted.weights().isEmpty()
                    ? "shares of the members' GDP"
                    : weighted.weights().entrySet().stream()
                                    .map(entry -> entry.getKey() + " " + number(entry.getValue()))
                                    .collect(Collectors.joining(", "))
                            + ", none for others";
            return "a weighted majority, with a share q = " + number(weighted.share()) + " of the weight: " + weights;
        }
        return "a sponsor required; then " + rule(rule.counting());
    }

    /** What a gate asks, and whether it already does so of one who would ask. */
    static String condition(Condition condition) {
        return asks(condition) + (condition.barsAsking() ? "; bars asking as well" : "");
    }

    private static String asks(Condition condition) {
        if (condition instanceof Condition.Region region) {
            var places = Stream.concat(region.continents().stream(), region.subregions().stream())
                    .collect(Collectors.joining(" or "));
            var states = region.states().isEmpty() ? "" : "is " + String.join(" or ", region.states());
            return "the state "
                    + (places.isEmpty() ? "" : "lies in " + places + ", by the panel's regions")
                    + (places.isEmpty() || states.isEmpty() ? "" : ", or ")
                    + states;
        }
        if (condition instanceof Condition.NoUnSanctions) {
            return "no sanctions of the United Nations are in force on the state (dated as in section 6)";
        }
        if (condition instanceof Condition.NoOpenConflict) {
            return "the state is at war with no full member";
        }
        if (condition instanceof Condition.DiplomaticRelations) {
            return "the state has diplomatic relations with every full member";
        }
        if (condition instanceof Condition.PriorRung prior) {
            return "the state holds "
                    + String.join(
                            " or ",
                            prior.rungs().stream().map(id -> "`" + id + "`").toList());
        }
        if (condition instanceof Condition.MinimumYears minimum) {
            return "the state has held its rung for at least " + number(minimum.years()) + " years";
        }
        if (condition instanceof Condition.NotMemberOf others) {
            return "the state is a full member of none of " + codes(others.blocs())
                    + ", as far as the scenario has them";
        }
        return "nobody passes";
    }

    /** What an event does, with its type first. */
    static String event(Event event) {
        if (event instanceof Event.Objection e) {
            return "objection: %s has a dispute with %s over %s in %s, of strength %s"
                    .formatted(e.objector(), e.candidate(), ids(e.rungs()), e.bloc(), number(e.strength()));
        }
        if (event instanceof Event.Guarantee e) {
            return "guarantee: %s vouches for %s in %s with resolve %s"
                    .formatted(e.sponsor(), e.candidate(), e.bloc(), number(e.resolve()));
        }
        if (event instanceof Event.War e) {
            return "war: " + codes(e.states()) + " are at war with each other";
        }
        if (event instanceof Event.Sanctions e) {
            return "sanctions: those of %s on %s are %s"
                    .formatted(e.sender(), e.target(), e.inForce() ? "in force" : "kept off");
        }
        if (event instanceof Event.LeadershipChange e) {
            return "leadership change in " + e.state() + ", after which cases are thought over; nothing else";
        }
        if (event instanceof Event.TradeShock e) {
            return "trade shock: F = %s between %s and %s".formatted(number(e.factor()), e.a(), e.b());
        }
        if (event instanceof Event.AlignmentShift e) {
            return "alignment shift: %s is added to z of %s".formatted(number(e.shift()), e.state());
        }
        if (event instanceof Event.Offer e) {
            return "offer: %s offers `%s` to %s".formatted(e.bloc(), e.rung(), codes(e.states()));
        }
        if (event instanceof Event.PackageVote e) {
            return "package: %s decides together on `%s` for %s".formatted(e.bloc(), e.rung(), codes(e.states()));
        }
        if (event instanceof Event.Suspension e) {
            return "suspension: %s has no vote in %s".formatted(e.state(), e.bloc());
        }
        if (event instanceof Event.Programme e) {
            return "programme: %s invests in %s, of strength %s"
                    .formatted(e.sponsor(), codes(e.states()), number(e.strength()));
        }
        return event instanceof Event.Expulsion e
                ? "expulsion: %s is put out of %s".formatted(e.state(), e.bloc())
                : "";
    }

    /** Ids of works as links to their references. */
    static String links(List<String> ids) {
        return ids.stream().map(id -> "[" + id + "](#ref-" + id + ")").collect(Collectors.joining(", "));
    }
}
