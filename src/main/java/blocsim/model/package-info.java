/**
 * What is: states, blocs with their ladders and rules, the dated facts a run reads, and the keyed random streams.
 *
 * <p>Plain immutable values; no file, clock, chart or framework. Imports nothing of this project. Start at {@code Bloc}
 * and {@code World}.
 */
package blocsim.model;
