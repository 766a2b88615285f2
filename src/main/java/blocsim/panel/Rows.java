package blocsim.panel;

import blocsim.input.InputProblem;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads tables with named columns, row by row, and notes every problem in them. */
final class Rows {
    private Rows() {}

    /**
     * Reads a whole table.
     *
     * @param file the file as it is named to the user
     * @param in the table; closed when done
     * @param columns the columns it must have, in any order; others are ignored when {@code others}, else a problem
     * @param others whether further columns are welcome
     * @param isState whether a code is that of a known state
     * @param problems where problems are noted
     * @param each takes the rows in their order
     * @throws IOException if the file cannot be read
     */
    static void read(
            String file,
            InputStream in,
            List<String> columns,
            boolean others,
            Predicate<String> isState,
            List<InputProblem> problems,
            Consumer<Row> each)
            throws IOException {
        // A decoder, not a charset: bytes that are not UTF-8 are an error instead of question marks.
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(reader);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            if (!records.hasNext()) {
                problems.add(new InputProblem(file, 1, "", "the file is empty", needs(columns)));
                return;
            }
            List<String> header = withoutMark(records.next().getFields());
            if (!headerFits(file, header, columns, others, problems)) {
                return;
            }
            while (records.hasNext()) {
                CsvRecord next = records.next();
                each.accept(new Row(
                        file,
                        Math.toIntExact(next.getStartingLineNumber()),
                        header,
                        next.getFields(),
                        isState,
                        problems));
            }
        } catch (CsvParseException broken) {
            problems.add(new InputProblem(file, 0, "", reason(broken), "write RFC 4180 CSV in UTF-8."));
        } catch (UncheckedIOException wrapped) {
            noteUnlessDecoding(file, Objects.requireNonNull(wrapped.getCause()), problems);
        } catch (CharacterCodingException notUtf8) {
            noteUnlessDecoding(file, notUtf8, problems);
        }
    }

    /**
     * Reads a table of the project: plain RFC 4180 with {@code \n} after each row, as {@link PanelBuilder} writes it.
     *
     * <p>By hand, since the first use of the library in a cold virtual machine takes longer than reading all of them.
     *
     * @throws IOException if the table cannot be read
     */
    static void shipped(
            String name, InputStream table, List<String> columns, List<InputProblem> problems, Consumer<Row> each)
            throws IOException {
        String text;
        try (InputStream in = table) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> header = null;
        int line = 1;
        for (int at = 0; at < text.length(); line++) {
            var fields = new ArrayList<String>(columns.size());
            at = row(text, at, fields);
            if (header != null && fields.size() == header.size()) {
                each.accept(new Row(name, line, header, fields, code -> true, problems));
            } else if (header == null && fields.equals(columns)) {
                header = columns;
            } else {
                problems.add(new InputProblem(name, line, "", "the row does not fit", needs(columns)));
                return;
            }
        }
    }

    /** Reads the fields of a row that starts at {@code at}; returns where the next one starts. */
    private static int row(String text, int start, List<String> fields) {
        int end = text.indexOf('\n', start);
        int at = start;
        while (true) {
            if (text.charAt(at) == '"') {
                int close = text.indexOf('"', at + 1);
                while (text.charAt(close + 1) == '"') {
                    close = text.indexOf('"', close + 2);
                }
                fields.add(text.substring(at + 1, close).replace("\"\"", "\""));
                at = close + 1;
                end = text.indexOf('\n', at);
            } else {
                int comma = text.indexOf(',', at);
                int stop = comma < 0 || comma > end ? end : comma;
                fields.add(text.substring(at, stop));
                at = stop;
            }
            if (at == end) {
                return end + 1;
            }
            at++;
        }
    }

    private static void noteUnlessDecoding(String file, IOException cause, List<InputProblem> problems)
            throws IOException {
        if (!(cause instanceof CharacterCodingException)) {
            throw cause;
        }
        problems.add(new InputProblem(file, 0, "", "the file is not UTF-8", "save it as CSV in UTF-8."));
    }

    private static boolean headerFits(
            String file, List<String> header, List<String> columns, boolean others, List<InputProblem> problems) {
        boolean fits = true;
        for (String column : columns) {
            if (!header.contains(column)) {
                problems.add(new InputProblem(file, 1, column, "the column is missing", needs(columns)));
                fits = false;
            }
        }
        var seen = new ArrayList<String>();
        for (String column : header) {
            if (seen.contains(column)) {
                problems.add(new InputProblem(file, 1, column, "the column stands twice", "keep one of the two."));
                fits = false;
            }
            seen.add(column);
            if (!others && !columns.contains(column)) {
                problems.add(new InputProblem(file, 1, column, "no such column is known", needs(columns)));
                fits = false;
            }
        }
        return fits;
    }

    private static String needs(List<String> columns) {
        return "the header is " + String.join(",", columns) + ".";
    }

    private static String reason(CsvParseException broken) {
        Throwable deepest = broken;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null ? "the file is not CSV" : "the file is not CSV: " + message;
    }

    private static List<String> withoutMark(List<String> header) {
        var clean = new ArrayList<String>();
        for (String column : header) {
            clean.add((column.startsWith("\uFEFF") ? column.substring(1) : column).strip());
        }
        return List.copyOf(clean);
    }
}
