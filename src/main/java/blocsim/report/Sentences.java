package blocsim.report;

import blocsim.forecast.Measure;
import blocsim.forecast.Score;
import blocsim.forecast.ScoreReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Figures put into words. Every sentence follows from its figures alone: other figures, another sentence. */
public final class Sentences {
    private Sentences() {}

    /** The answer in three sentences: how likely, who stood in the way, what drew. */
    public static List<String> answer(Verdict verdict, Reasons reasons) {
        return List.of(likelihood(verdict), opposition(verdict, reasons), attraction(verdict, reasons));
    }

    /** How likely the rung was by the recorded day, and when half of the runs had it. */
    public static String likelihood(Verdict v) {
        var text = new StringBuilder("In ")
                .append(Numbers.count(v.replicates()))
                .append(" runs, ")
                .append(v.state());
        LocalDate recorded = v.recorded();
        if (recorded == null) {
            text.append(" is ")
                    .append(article(v.rung()))
                    .append(" of ")
                    .append(v.bloc())
                    .append(" by the end of ")
                    .append(v.end().getYear())
                    .append(" in ")
                    .append(Numbers.percent(v.byEnd()))
                    .append("; the record has no such day");
        } else {
            text.append(" was ")
                    .append(article(v.rung()))
                    .append(" of ")
                    .append(v.bloc())
                    .append(" by ")
                    .append(Numbers.day(recorded))
                    .append(", the recorded day, in ")
                    .append(Numbers.percent(v.byRecorded()));
        }
        LocalDate median = v.median();
        if (median == null) {
            text.append(recorded == null ? ", and " : "; ")
                    .append("fewer than half get there by the end of ")
                    .append(v.end().getYear());
            if (recorded != null) {
                text.append(" (").append(Numbers.percent(v.byEnd().value())).append(")");
            }
        } else {
            text.append("; half of the runs have it by ").append(monthInWords(median));
        }
        return text.append('.').toString();
    }

    /** Who objected. */
    public static String opposition(Verdict v, Reasons reasons) {
        if (reasons.objectors().isEmpty()) {
            return "No incumbent stopped a request of " + v.state() + " in any run.";
        }
        var named = new ArrayList<String>();
        for (Reasons.Objector objector :
                reasons.objectors().subList(0, Math.min(3, reasons.objectors().size()))) {
            named.add(
                    objector.state() + " (" + Numbers.percent(objector.share().value()) + " of the runs with a stop)");
        }
        return "A request was stopped at least once in "
                + Numbers.percent(reasons.stopped().value()) + " of the runs, and the first to object was most often "
                + list(named) + ".";
    }

    /** What drew the state, and what held it back. */
    public static String attraction(Verdict v, Reasons reasons) {
        var pulls = new ArrayList<>(reasons.motives());
        pulls.removeIf(motive -> motive.part().value() <= 0);
        pulls.sort(Comparator.comparingDouble((Reasons.Motive m) -> -m.part().value())
                .thenComparing(Reasons.Motive::name));
        if (pulls.isEmpty()) {
            return "Nothing drew " + v.state() + " to " + v.bloc() + " in "
                    + reasons.weighed().getYear() + ": no motive is above zero.";
        }
        double sum = 0;
        for (Reasons.Motive motive : pulls) {
            sum += motive.part().value();
        }
        var named = new ArrayList<String>();
        for (Reasons.Motive motive : pulls.subList(0, Math.min(2, pulls.size()))) {
            named.add(motive.name().toLowerCase(Locale.ROOT) + " ("
                    + Numbers.percent(motive.part().value() / sum) + " of all that draws)");
        }
        String text = "What drew it most, in " + reasons.weighed().getYear() + ", was " + list(named);
        Reasons.Motive brake = null;
        for (Reasons.Motive motive : reasons.motives()) {
            if (motive.part().value() < 0
                    && (brake == null || motive.part().value() < brake.part().value())) {
                brake = motive;
            }
        }
        return brake == null
                ? text + "; nothing held it back."
                : text + "; what held it back most was " + brake.name().toLowerCase(Locale.ROOT) + ".";
    }

    /** Where the recorded day lies among the simulated ones. */
    public static String place(Timing timing) {
        Estimate rank = timing.byActual();
        if (rank == null) {
            return "not in the record";
        }
        if (rank.upper() < .05) {
            return "earlier than in nearly all runs";
        }
        if (rank.lower() > .95) {
            return "later than in nearly all runs";
        }
        if (rank.value() < .25) {
            return "early";
        }
        return rank.value() > .75 ? "late" : "in the middle half";
    }

    /** What Kendall's correlation says. */
    public static String ordering(Ordering ordering) {
        if (ordering.states() < 2) {
            return "Fewer than two states rose on record within the horizon: there is no order to compare.";
        }
        Estimate tau = ordering.tau();
        String reading;
        if (tau.lower() <= 0 && tau.upper() >= 0) {
            reading = "a single run cannot be told from an order by chance";
        } else if (tau.upper() < 0) {
            reading = "the runs order the states against the record";
        } else {
            reading = "a pair of states stands in the recorded order in " + Numbers.percent((1 + tau.value()) / 2)
                    + " of cases";
        }
        return "Over " + ordering.states()
                + " states, Kendall's \u03c4 between the recorded and the simulated order is "
                + Numbers.decimal(tau.value()) + " on average, in 95\u00a0% of runs from "
                + Numbers.decimal(tau.lower()) + " to " + Numbers.decimal(tau.upper()) + ": " + reading + ".";
    }

    /** The sign that was expected. */
    public static String expected(WhatIf.Sign sign) {
        return switch (sign) {
            case RISE -> "up";
            case FALL -> "down";
            case NONE -> "no change";
        };
    }

    /** Whether the runs moved as expected, said plainly. */
    public static String agreement(WhatIf.Difference difference) {
        return switch (difference.agreement()) {
            case AGREES -> difference.expected() == WhatIf.Sign.NONE ? "agrees: no clear change" : "agrees";
            case NULL -> "null: no clear change, where " + expected(difference.expected()) + " was expected";
            case OPPOSITE -> "opposite to what was expected";
            case UNEXPECTED -> "a change where none was expected";
        };
    }

    /** Where the spread of the runs comes from: chance, parameters, judgement. */
    public static List<String> doubt(Doubt doubt) {
        return List.of(parameters(doubt), judgement(doubt));
    }

    private static String parameters(Doubt doubt) {
        if (!doubt.drawn()) {
            return doubt.calibrated() == null
                    ? "All runs share the same parameters: their spread is chance alone, and how sure those are is not in it."
                    : "All runs share the fitted parameters: their spread is chance alone.";
        }
        var text = new StringBuilder("Each run draws its parameters anew from their fit");
        if (doubt.calibrated() != null) {
            text.append(" to the record up to ").append(Numbers.day(doubt.calibrated()));
        }
        if (doubt.shares().isEmpty()) {
            return text.append(".").toString();
        }
        Doubt.Share headline = doubt.shares().get(0);
        Estimate share = headline.parameters();
        text.append(". Whether ").append(headline.outcome());
        if (share == null) {
            return text.append(" is the same in all runs.").toString();
        }
        if (share.lower() <= 0) {
            text.append(
                            " differs from run to run by chance; what parameters add cannot be told from nothing, and is at most ")
                    .append(Numbers.percent(Math.max(0, share.upper())))
                    .append(" of the variance");
        } else {
            text.append(" differs from run to run: parameters bring ")
                    .append(Numbers.percent(share))
                    .append(
                            " of the variance, chance the rest. From one draw of parameters to another the probability has a standard"
                                    + " deviation of ")
                    .append(String.format(Locale.ROOT, "%.1f", 100 * headline.overParameters()))
                    .append(" points");
        }
        return text.append('.').toString();
    }

    private static String judgement(Doubt doubt) {
        Doubt.Swing swing = doubt.swing();
        if (swing == null) {
            return "What other judgements would change is not known here: no what-if that speaks of it was run.";
        }
        String text = swing.of() == 1
                ? "Of judgement, the one what-if that speaks of it, \u201c"
                : "Of judgement, the what-if that swings it most among the " + swing.of() + " that speak of it, \u201c";
        String moves = swing.base() == swing.changed()
                ? " at " + Numbers.percent(swing.base()) + "."
                : " from " + Numbers.percent(swing.base()) + " to " + Numbers.percent(swing.changed()) + ".";
        return text + swing.whatIf() + "\u201d, "
                + (swing.base() == swing.changed() ? "leaves " : "takes ")
                + swing.measure() + moves;
    }

    /** Which of the recorded dates the fit knew; empty if the parameters are not calibrated. */
    public static String inSample(Doubt doubt, List<Timing> timings) {
        LocalDate calibrated = doubt.calibrated();
        if (calibrated == null) {
            return "";
        }
        long dates = timings.stream().filter(timing -> timing.actual() != null).count();
        long known = timings.stream()
                .filter(timing -> doubt.inSample(timing.actual()))
                .count();
        String until = "The parameters were calibrated to the record up to " + Numbers.day(calibrated) + ": ";
        if (dates == 0) {
            return until + "no recorded date lies within the horizon, so that none here is in-sample.";
        }
        return until + known + " of the " + dates + " recorded dates here "
                + (known == 1
                        ? "is in-sample, marked so, and agreement with it is"
                        : "are in-sample, marked so, and agreement with them is")
                + " no test of the model.";
    }

    /** What a back-test says of the model's forecasts one year ahead; empty if it says nothing. */
    public static String skill(Skill skill) {
        if (skill.spans().isEmpty()) {
            return "";
        }
        String near = skill.spans().get(0);
        var auroc = skill.model(near, ScoreReport.ALL, Measure.AUROC, "");
        if (auroc.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("In a back-test of eight blocs, fitted at each origin to the years before it, ")
                .append(auroc.get().events())
                .append(" decisions came in ")
                .append(Numbers.count(auroc.get().cells()))
                .append(
                        " cells of a state, a bloc and a year. A cell with a decision was held likelier than one without in ")
                .append(Numbers.percent(Estimate.of(auroc.get().value())))
                .append(" of pairs");
        skill.model(near, ScoreReport.ALL, Measure.LOG_SKILL, Skill.BASE)
                .ifPresent(score -> text.append("; the log score is ").append(better(score, "that of a base rate")));
        skill.model(near, ScoreReport.ALL, Measure.LOG_SKILL, Skill.RIVAL)
                .ifPresent(score -> text.append(", and ").append(better(score, "that of the baseline logit-c")));
        return text.append('.').toString();
    }

    /** Which back-test the scores are of, and when it was made; empty if that is not known. */
    public static String made(Skill skill) {
        Skill.Made made = skill.made();
        if (made == null) {
            return "";
        }
        int first = made.first().getYear();
        int last = made.last().getYear();
        return "It was made on " + Numbers.day(made.day()) + " with blocsim " + made.program()
                + (first == last
                        ? ", from the end of " + first + "."
                        : ", from the end of each year from " + first + " to " + last + ".");
    }

    private static String better(Score skill, String than) {
        var value = skill.value();
        if (value.lower() <= 0 && value.upper() >= 0) {
            return "not told from " + than;
        }
        double share = Math.abs(value.value());
        double one = Math.min(Math.abs(value.lower()), Math.abs(value.upper()));
        double other = Math.max(Math.abs(value.lower()), Math.abs(value.upper()));
        return Numbers.percent(new Estimate(share, one, other))
                + (value.value() > 0 ? " better than " : " worse than ")
                + than;
    }

    /** How many what-ifs moved as expected. */
    public static String whatIfs(List<WhatIf> whatIfs) {
        int all = 0;
        int agree = 0;
        int opposite = 0;
        for (WhatIf whatIf : whatIfs) {
            for (WhatIf.Difference difference : whatIf.differences()) {
                all++;
                agree += difference.agreement() == WhatIf.Agreement.AGREES ? 1 : 0;
                opposite += difference.agreement() == WhatIf.Agreement.OPPOSITE ? 1 : 0;
            }
        }
        String counted = "Of " + all + " signs written down beforehand, " + agree + " came out as expected and "
                + opposite + " the other way";
        return agree + opposite == all
                ? counted + "."
                : counted + "; the rest show no clear change or one that nobody expected.";
    }

    private static String article(Rung rung) {
        String word = rung.word();
        boolean vowel = !word.isEmpty() && "aeiou".indexOf(word.charAt(0)) >= 0;
        return rung.level() == 3 ? "a full " + word : (vowel ? "an " : "a ") + word;
    }

    private static String monthInWords(LocalDate date) {
        String day = Numbers.day(date);
        return day.substring(day.indexOf('\u00a0') + 1);
    }

    private static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.get(items.size() - 1);
    }
}
