/**
 * The runs of a study on disk: a DuckDB file to which finished runs are committed in chunks. Start at {@link blocsim.store.RunStore}.
 *
 * <p>Imports {@link blocsim.scenario} for what a column holds, and {@link blocsim.input} for problems; alone imports DuckDB.
 */
@org.jspecify.annotations.NullMarked
package blocsim.store;
