/**
 * Scenario files: what they may hold, every problem in them, and the values they describe. Runs nothing.
 *
 * <p>Start reading at {@link blocsim.scenario.Keys}, the table of all keys, and {@link blocsim.scenario.ScenarioReader}.
 * Imports {@link blocsim.panel} and what lies below.
 */
package blocsim.scenario;
