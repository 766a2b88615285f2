package blocsim.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the report cannot tell.
 *
 * @param heading in a few words
 * @param text in two or three sentences; may cite ids in brackets
 */
public record Limit(String heading, String text) {
    /**
     * What holds for every scenario; one's own limits come before these.
     *
     * @param drawn whether each run drew its own parameters
     * @param origin the day of which the scenario forecasts what comes; null if it looks back
     */
    public static List<Limit> ofEveryScenario(boolean drawn, @Nullable LocalDate origin) {
        return List.of(
                new Limit(
                        "What the intervals leave out",
                        drawn
                                ? "Every interval of a share of runs shows how far it would move if the same model ran again with "
                                        + "other luck and other draws of its parameters from the same fit. The doubt about parameters, as "
                                        + "far as that fit knows it, is in the share itself; the doubt about the model is nowhere. More "
                                        + "runs make the interval narrower without making the model truer."
                                : "Every interval here shows chance alone: how far the figure would move if the same model ran "
                                        + "again with other luck. It does not hold the doubt about parameters, nor the doubt "
                                        + "about the model. More runs make it narrower without making the model truer."),
                new Limit(
                        "Judgement in the numbers",
                        "Many weights are judgements, because the record is too small to fix them all: requests are "
                                + "few and named objections fewer. A different and equally defensible choice may move a "
                                + "probability by more than its interval. Change one and run again before leaning on a "
                                + "figure."),
                new Limit(
                        "One history",
                        "The record is one course of events out of many that were possible. That a recorded date lies in "
                                + "the middle of the simulated ones does not show that the model is right, and that it "
                                + "lies at the edge does not show that it is wrong."),
                origin != null
                        ? forecast(origin)
                        : new Limit(
                                "Hindsight",
                                "The scenario was written by people who know how it ended. Dated facts enter only at their date, but "
                                        + "the choice of motives, rules and objections was made afterwards. Agreement with the "
                                        + "record is therefore weaker evidence than a forecast would be."),
                new Limit(
                        "Motives are not causes",
                        "The parts of the value say what weighs in the model's formula. They are not estimates of what "
                                + "leaders thought, and a what-if changes the model's world, not ours."),
                new Limit(
                        "Requests nobody saw",
                        "A quiet sounding that was turned down leaves no trace. The model cannot tell a state that never "
                                + "asked from one that asked in private and was told to wait."),
                new Limit(
                        "What is not in it",
                        "Single leaders, bargains across organisations, the wording of statutes and the working of offices "
                                + "are not simulated. A rung is a status with a benefit and an obligation; what a state "
                                + "does with it lies outside."));
    }

    private static Limit forecast(LocalDate origin) {
        return new Limit(
                "A forecast, to be scored",
                "Nothing later than " + Numbers.day(origin)
                        + " is used. The table forecasts.csv holds each probability as it stood "
                        + "then, in the columns of a back-test; kept with the digest and the version below, it can be scored when the "
                        + "years have passed. Rules, objections and wars of that day hold to the end unless an end was known, "
                        + "and those that nobody foresees are not in it.");
    }
}
