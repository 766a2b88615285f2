package blocsim.report;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** The rows of a table that the program wrote, read for its charts. */
final class CsvRows {
    private CsvRows() {}

    /** What a row says. */
    interface Reading<T> {
        /**
         * Reads a row.
         *
         * @throws IllegalArgumentException if a cell is not what it should be
         * @throws NoSuchElementException if a column is missing
         */
        T of(NamedCsvRecord row);
    }

    /**
     * All rows of a table.
     *
     * @param remedy what makes the table anew
     * @throws InputException if the table is missing or cannot be read
     */
    static <T> List<T> read(Path file, String remedy, Reading<T> reading) throws InputException, IOException {
        if (!Files.exists(file)) {
            throw problem(file, 0, "is not there", "charts are drawn from it: " + remedy);
        }
        var rows = new ArrayList<T>();
        long line = 1;
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                line = row.getStartingLineNumber();
                rows.add(reading.of(row));
            }
        } catch (CsvParseException | IllegalArgumentException | NoSuchElementException unreadable) {
            throw problem(file, (int) line, "is no row of the table of this name", remedy);
        }
        return rows;
    }

    /** A number in a cell; not a number where the cell is empty. */
    static double number(NamedCsvRecord row, String column) {
        String cell = row.getField(column);
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static InputException problem(Path file, int line, String what, String remedy) {
        return new InputException(List.of(new InputProblem(file.toString(), line, "", what, remedy)));
    }
}
