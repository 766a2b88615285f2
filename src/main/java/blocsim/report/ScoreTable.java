package blocsim.report;

import blocsim.forecast.Measure;
import blocsim.forecast.Score;
import blocsim.forecast.ScoreReport;
import java.util.List;
import java.util.Locale;

/** The scores of a model and of its baselines over all cells, as a table in Markdown. */
final class ScoreTable {
    /** The source of the model's own forecasts. */
    static final String MODEL = "model";

    /** The baseline that skill is measured against. */
    static final String BASE = "base-rate";

    private ScoreTable() {}

    /**
     * A line a source.
     *
     * @param losses which losses are told
     * @param digits how many decimals they have
     */
    static String of(ScoreReport scores, List<Measure> losses, int digits) {
        var table = new StringBuilder("| source | AUROC | average precision |");
        losses.forEach(loss -> table.append(' ').append(name(loss)).append(" |"));
        table.append(" bias | skill over base rate (log) | model's skill over it |\n|")
                .append("---|".repeat(losses.size() + 6))
                .append('\n');
        for (String source : scores.sources()) {
            table.append("| ").append(source);
            table.append(" | ").append(shown(score(scores, source, Measure.AUROC, "")));
            table.append(" | ").append(shown(score(scores, source, Measure.AVERAGE_PRECISION, "")));
            for (Measure loss : losses) {
                double value = score(scores, source, loss, "").value().value();
                table.append(String.format(Locale.ROOT, " | %." + digits + "f", value));
            }
            table.append(" | ").append(shown(score(scores, source, Measure.BIAS, "")));
            table.append(" | ")
                    .append(source.equals(BASE) ? "" : shown(score(scores, source, Measure.LOG_SKILL, BASE)));
            table.append(" | ")
                    .append(source.equals(MODEL) ? "" : shown(score(scores, MODEL, Measure.LOG_SKILL, source)));
            table.append(" |\n");
        }
        return table.toString();
    }

    private static String name(Measure loss) {
        return switch (loss) {
            case BRIER -> "Brier";
            case LOG -> "log score";
            default -> loss.name();
        };
    }

    private static Score score(ScoreReport scores, String source, Measure measure, String reference) {
        return scores.score(source, ScoreReport.ALL, measure, reference);
    }

    /** A score with its interval; none where it is not defined. */
    static String shown(Score score) {
        var value = score.value();
        return Double.isFinite(value.value())
                ? String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value.value(), value.lower(), value.upper())
                : "none";
    }
}
