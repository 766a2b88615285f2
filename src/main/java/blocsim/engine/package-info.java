/**
 * One run: the phases of a tick on the MASON schedule, over arrays by index. Reads no file.
 *
 * <p>The only package besides the console's that imports MASON. Imports {@link blocsim.rule} and what lies below.
 */
package blocsim.engine;
