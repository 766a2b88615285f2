package blocsim.scenario;

/**
 * A column of a study that is read off each run.
 *
 * @param name the name of the column
 * @param measure what is read off
 * @param meaning what it is, in words
 */
public record Output(String name, Measure measure, String meaning) {}
