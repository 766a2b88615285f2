/**
 * Forecasts of decisions to raise a status, the baselines that any model must beat, and their scores.
 *
 * <p>Start at {@link blocsim.forecast.Forecaster}, which a model implements, and {@link blocsim.forecast.ScoreReport}. A forecaster is given a
 * panel that ends at the origin ({@link blocsim.panel.Panel#asOf}) and nothing else. Imports {@link blocsim.history} and what lies below.
 */
package blocsim.forecast;
