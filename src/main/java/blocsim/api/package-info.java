/**
 * The small public face that notebooks and users' own classes hold on to. Start at {@link blocsim.api.Scenario} and
 * {@link blocsim.api.Ensemble}; the page {@code api.md} shows each verb at work. States go by their ISO 3166-1 alpha-3 code, blocs and
 * rungs by those of the scenario, days are {@link java.time.LocalDate}.
 *
 * <p>Everything is immutable and may be used by any number of threads. The same scenario, seed and replicate give the same bits as on the
 * command line, on any number of threads. What is wrong in a file or a setting comes as {@link blocsim.input.InputException} with every
 * problem at once; a code, day or number that a scenario cannot have comes as {@link IllegalArgumentException}.
 *
 * <p>Imports {@link blocsim.report} and below.
 */
package blocsim.api;
