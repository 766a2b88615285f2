package blocsim.forecast;

import blocsim.stats.Interval;

/**
 * One score of one source of forecasts.
 *
 * @param source whose forecasts
 * @param subset {@code all}, or the code of a bloc
 * @param measure what is measured
 * @param reference the source that a skill compares with; empty for a score that compares with none
 * @param value the score with a 95 % interval over bootstrap draws of states; not numbers where it is not defined
 * @param cells how many forecasts
 * @param events in how many of them it came
 */
public record Score(
        String source, String subset, Measure measure, String reference, Interval value, int cells, int events) {}
