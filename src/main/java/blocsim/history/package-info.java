/**
 * What was observed: decisions, entries and exits by date, against which runs are compared.
 *
 * <p>Imports {@link blocsim.panel} and what lies below.
 */
package blocsim.history;
