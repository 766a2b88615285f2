/**
 * Many runs: ensembles of replicates, paired what-ifs, and what they say of the recorded dates.
 *
 * <p>Imports {@link blocsim.engine}, {@link blocsim.scenario}, {@link blocsim.history}, {@link blocsim.forecast} and what lies below.
 */
package blocsim.experiment;
