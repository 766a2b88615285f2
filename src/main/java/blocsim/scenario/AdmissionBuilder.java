package blocsim.scenario;

import blocsim.input.JsonSource;
import blocsim.model.AdmissionRule;
import blocsim.model.Dated;
import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds the rules by which a bloc decides on candidates, as far as one could know them. */
final class AdmissionBuilder {
    private AdmissionBuilder() {}

    /** The rules by date; null where there is none that one could know. */
    static @Nullable Dated<AdmissionRule> admission(@Nullable JsonSource value, Knowledge knowledge) {
        if (!(value instanceof JsonSource.Members object)) {
            return null;
        }
        if (!Shape.byDate(object)) {
            return knowledge.has(object, (LocalDate) null) ? Dated.always(rule(object)) : null;
        }
        var changes = new TreeMap<LocalDate, AdmissionRule>();
        Tree.byDay(object).forEach((day, each) -> {
            if (each instanceof JsonSource.Members rule && knowledge.has(rule, day)) {
                changes.put(day, rule(rule));
            }
        });
        return changes.isEmpty() ? null : Dated.from(changes);
    }

    private static AdmissionRule rule(JsonSource.Members json) {
        return switch (Tree.text(json, "rule", "")) {
            case "no-objection" -> new AdmissionRule.NoObjection();
            case "unanimity" -> new AdmissionRule.Unanimity();
            case "veto-holders" -> new AdmissionRule.VetoHolders(Tree.texts(json, "holders"));
            case "majority" -> new AdmissionRule.Majority(Tree.number(json, "share", 1));
            case "weighted-majority" -> {
                var weights = new TreeMap<String, Double>();
                var table = Tree.object(json, "weights");
                table.members().keySet().forEach(state -> weights.put(state, Tree.number(table, state, 0)));
                yield new AdmissionRule.WeightedMajority(Tree.number(json, "share", 1), weights);
            }
            case "sponsor-required" -> new AdmissionRule.SponsorRequired(rule(Tree.object(json, "then")));
            default -> throw new IllegalStateException("the table of keys lets through another rule");
        };
    }
}
