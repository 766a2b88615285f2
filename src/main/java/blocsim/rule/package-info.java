/**
 * What may happen: the equations by which states weigh, ask and leave, and incumbents take up or object.
 *
 * <p>Pure functions of numbers and of {@link blocsim.model} values; nothing here changes anything. Imports
 * {@link blocsim.model} and {@link blocsim.stats}.
 */
package blocsim.rule;
