/**
 * The data panel: figures of states and pairs of states by year, and the dated record of statuses, requests and rules.
 *
 * <p>Imports {@link blocsim.model}, {@link blocsim.stats} and {@link blocsim.input}.
 */
package blocsim.panel;
