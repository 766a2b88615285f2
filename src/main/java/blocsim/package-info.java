/**
 * An agent-based simulation of bloc membership dynamics.
 *
 * <p>Start reading at {@link blocsim.model} for what there is, {@link blocsim.rule} for what may happen and
 * {@link blocsim.engine} for the order in which it does.
 */
package blocsim;
