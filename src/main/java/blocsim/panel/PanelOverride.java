package blocsim.panel;

import java.nio.file.Path;

/**
 * A user's own table that adds to a table of the panel or replaces figures of it.
 *
 * <p>A figure is given in the unit that {@link Panel} answers in: {@code comembership} as a cosine in [0, 1],
 * {@code trade} in millions of US dollars both ways. It says nothing of other states, pairs or years.
 *
 * @param table name of the panel's table, such as {@code gdp}
 * @param csv the file: for figures the columns {@code iso3,year,value} or {@code iso3_a,iso3_b,year,value}, for every
 *     other table the columns of the shipped one
 */
public record PanelOverride(String table, Path csv) {}
