package blocsim.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.scenario.ColumnType;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {
    private static final List<Column> COLUMNS = List.of(new Column("size", ColumnType.WHOLE, false, "members", ""));

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private RunStore store() throws IOException, InputException {
        return RunStore.create(folder, COLUMNS, Map.of("seed", "1", "rerun", "sweep --run "));
    }

    private static List<RunRow> rows(int count) {
        var rows = new ArrayList<RunRow>();
        for (int n = 0; n < count; n++) {
            rows.add(new RunRow(0, n, null, List.of((long) n), 0, 1));
        }
        return rows;
    }

    @Test
    void aChunkOfWhichARowIsWrongIsNotKeptInPart() throws IOException, InputException {
        try (var store = store()) {
            // More than DuckDB's appender holds before it writes.
            var chunk = rows(5000);
            chunk.add(new RunRow(0, 5000, null, List.of(true), 0, 1));
            assertThrows(IllegalArgumentException.class, () -> store.append(chunk));
            assertEquals(0, store.size());
        }
    }

    @Test
    void aStoreGoesOnAfterAChunkThatWasWrong() throws IOException, InputException {
        try (var store = store()) {
            var wrong = List.of(new RunRow(0, 0, null, List.of(true), 0, 1));
            assertThrows(IllegalArgumentException.class, () -> store.append(wrong));
            store.append(rows(3));
            assertEquals(3, store.size());
        }
    }

    @Test
    void anotherCellGivesAnotherHash() throws IOException, InputException {
        String first;
        try (var store = store()) {
            store.append(rows(2));
            first = store.status().hash();
        }
        try (var store = store()) {
            store.append(rows(1));
            store.append(List.of(new RunRow(0, 1, null, Collections.singletonList(null), 0, 1)));
            assertFalse(first.equals(store.status().hash()));
        }
    }

    @Test
    void aFileThatIsDamagedIsNotSaidToBeAtWork() throws IOException, InputException {
        try (var store = store()) {
            store.append(rows(3));
        }
        var file = folder.resolve(RunStore.FILE);
        var bytes = Files.readAllBytes(file);
        // Behind the headers of the file, in blocks that have check sums.
        for (int n = 3 * 4096; n < bytes.length; n++) {
            bytes[n] ^= 0x5a;
        }
        Files.write(file, bytes);
        var wrong = assertThrows(IOException.class, () -> RunStore.read(folder));
        assertTrue(String.valueOf(wrong.getMessage()).contains("Corrupt"), String.valueOf(wrong.getMessage()));
    }

    private String refused(String sql) throws IOException, InputException {
        try (var store = store()) {
            store.append(rows(5000));
        }
        try (var store = RunStore.read(folder)) {
            var wrong = assertThrows(InputException.class, () -> store.query(sql, Writer.nullWriter()));
            return wrong.problems().get(0).toString();
        }
    }

    @Test
    void anUnknownColumnIsToldWithThoseThereAre() throws IOException, InputException {
        assertEquals(
                "query: Binder Error: Referenced column \"sice\" not found in FROM clause!; ask for columns of runs: size"
                        + " and those of every study.",
                refused("select sice from runs"));
    }

    @Test
    void whatFailsOnARowIsToldWithItsCause() throws IOException, InputException {
        assertEquals(
                "query: Conversion Error: Could not convert string 'ok' to INT32 when casting from source column status",
                refused("select status::int from runs"));
    }

    @Test
    void whatFailsOnALaterRowIsToldWithItsCause() throws IOException, InputException {
        assertEquals(
                "query: Invalid Input Error: too large",
                refused("select case when size < 4999 then size else error('too large') end from runs"));
    }

    @Test
    void aStatementWithoutRowsIsSaidToBeNoQuestion() throws IOException, InputException {
        assertEquals(
                "query: is a statement that returns no rows; ask by SELECT.",
                refused("create temp table mine as select 1"));
    }
}
