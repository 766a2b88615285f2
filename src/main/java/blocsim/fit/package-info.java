/**
 * What the record says about the model's parameters: the likelihood of an observed history in closed form, posterior modes under stated
 * priors, and forecasts from them.
 *
 * <p>Start at {@link blocsim.fit.Likelihood}. Imports {@link blocsim.forecast}, {@link blocsim.engine}, {@link blocsim.scenario}, {@link
 * blocsim.history} and what lies below.
 */
package blocsim.fit;
