/**
 * Scenario files: reading them, every problem in them, and the {@code World} they describe. Runs nothing.
 *
 * <p>Imports {@link blocsim.panel} and what lies below.
 */
package blocsim.scenario;
