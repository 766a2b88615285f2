package blocsim.report;

import java.util.List;

/**
 * A small table as a page shows it; every figure is already text. A bracket with known ids, such as {@code [D2, A1]},
 * becomes a link on the page.
 *
 * @param caption what the table shows, as one line
 * @param head the column headings; the first column names the row
 * @param rows the cells, shape (rows, columns)
 */
public record Table(String caption, List<String> head, List<List<String>> rows) {
    /** @throws IllegalArgumentException if a row has not one cell for each heading */
    public Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(
                        "table \"" + caption + "\" has " + head.size() + " headings and a row of " + row.size());
            }
        }
    }
}
