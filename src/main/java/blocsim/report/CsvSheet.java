package blocsim.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ObjIntConsumer;

/** One table being written, as RFC 4180 CSV in UTF-8. */
final class CsvSheet implements AutoCloseable {
    private final ResultTable table;
    private final CsvWriter csv;
    private final ObjIntConsumer<ResultTable> whenClosed;
    private int count;

    CsvSheet(Path folder, ResultTable table) throws IOException {
        this(folder, table, (closed, rows) -> {});
    }

    /** @param whenClosed hears of the number of rows */
    CsvSheet(Path folder, ResultTable table, ObjIntConsumer<ResultTable> whenClosed) throws IOException {
        this.table = table;
        this.whenClosed = whenClosed;
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(Files.newBufferedWriter(folder.resolve(table.file())));
        csv.writeRecord(table.header());
    }

    void row(String... cells) throws IOException {
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        count++;
    }

    @Override
    public void close() throws IOException {
        whenClosed.accept(table, count);
        try {
            csv.close();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
