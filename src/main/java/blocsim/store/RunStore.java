package blocsim.store;

import blocsim.input.InputException;
import blocsim.input.InputProblem;
import blocsim.scenario.ColumnType;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one study in a folder: a DuckDB file with the view {@code runs}, one row a run.
 *
 * <p>Rows are appended in chunks, each a transaction: what was committed survives a kill, what was not is as if it had never been
 * run. One process at a time may write to a study.
 */
public final class RunStore implements AutoCloseable {
    /** The name of the file within the folder of a study. */
    public static final String FILE = "study.duckdb";

    /** Tells what is under way, at the level DEBUG, so that one can see where a study was when it was killed. */
    private static final System.Logger LOG = System.getLogger(RunStore.class.getName());

    private static final String LOCK = "study.lock";
    private static final String MEMORY = "600MB";

    /** What the driver says of a question that fails on a row, in place of the cause. */
    private static final String FORGOTTEN = "Invalid result set";

    private static final String OK = "ok";
    private static final String FAILED = "failed";

    private final Path folder;
    private final DuckDBConnection connection;
    private final List<Column> columns;
    private final Map<String, String> facts;
    private final @Nullable FileChannel lock;

    private RunStore(Path folder, DuckDBConnection connection, @Nullable FileChannel lock) throws SQLException {
        this.folder = folder;
        this.connection = connection;
        this.lock = lock;
        this.facts = Collections.unmodifiableMap(facts(connection));
        this.columns = List.copyOf(columns(connection));
    }

    /** Whether a folder holds a study. */
    public static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /**
     * Begins a study in a folder, which is made if need be; another study there is replaced, and what was made of its runs goes.
     *
     * @param facts what the study is and how it is run, by key; {@code seed} and {@code rerun} are told in every row
     * @throws InputException if another process works on the study of that folder
     */
    public static RunStore create(Path folder, List<Column> columns, Map<String, String> facts)
            throws IOException, InputException {
        Files.createDirectories(folder);
        var lock = lock(folder);
        tell("begins", 0);
        var draft = folder.resolve(FILE + ".new");
        try {
            discard(draft);
            try (var connection = connect(draft, false)) {
                begin(connection, columns, facts);
                settle(connection);
            }
            Derived.discard(folder);
            Files.deleteIfExists(folder.resolve(FILE + ".wal"));
            move(draft, folder.resolve(FILE));
            return new RunStore(folder, connect(folder.resolve(FILE), false), lock);
        } catch (SQLException e) {
            discard(draft);
            lock.close();
            throw failure(folder, e);
        }
    }

    /**
     * Opens a study to go on with it.
     *
     * @throws InputException if there is none, or another process works on it
     */
    public static RunStore open(Path folder) throws IOException, InputException {
        check(folder);
        var lock = lock(folder);
        tell("opens", 0);
        try {
            return new RunStore(folder, connect(folder.resolve(FILE), false), lock);
        } catch (SQLException e) {
            lock.close();
            throw failure(folder, e);
        }
    }

    /**
     * Opens a study to read it.
     *
     * @throws InputException if there is none, or a process works on it
     */
    public static RunStore read(Path folder) throws IOException, InputException {
        check(folder);
        try {
            return new RunStore(folder, connect(folder.resolve(FILE), true), null);
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains("Could not set lock on file")) {
                throw busy(folder);
            }
            throw failure(folder, e);
        }
    }

    private static void tell(String what, long runs) {
        LOG.log(System.Logger.Level.DEBUG, "{0} {1,number,#}", what, runs);
    }

    private static void check(Path folder) throws InputException {
        if (!exists(folder)) {
            throw problem(
                    folder, "holds no study", "Name the folder of a study's results, such as results/belarus-sweep.");
        }
    }

    private static InputException problem(Path folder, String what, String remedy) {
        return new InputException(List.of(new InputProblem(folder.toString(), 0, "", what, remedy)));
    }

    private static InputException busy(Path folder) {
        String by = "";
        try {
            by = Files.readString(folder.resolve(LOCK)).strip();
        } catch (IOException unknown) {
            // Told without.
        }
        return problem(
                folder,
                "another process" + (by.isEmpty() ? "" : " (" + by + ")") + " works on this study",
                "Wait until it is done, or end it first: what it has finished is kept.");
    }

    /** Whether a process works on the study of a folder. */
    public static boolean isBusy(Path folder) throws IOException {
        try {
            lock(folder).close();
            return false;
        } catch (InputException held) {
            return true;
        }
    }

    private static FileChannel lock(Path folder) throws IOException, InputException {
        var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                channel.truncate(0);
                channel.write(
                        ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
                return channel;
            }
        } catch (OverlappingFileLockException ours) {
            // This very process holds it.
        }
        channel.close();
        throw busy(folder);
    }

    private static IOException failure(Path folder, SQLException e) {
        String said = String.valueOf(e.getMessage());
        if (said.contains("No space left") || said.contains("not enough space")) {
            return new IOException(
                    folder
                            + ": the disk is full; runs that were committed are kept: make room, then give the command again"
                            + " (a sweep with --resume)",
                    e);
        }
        return new IOException(folder.resolve(FILE) + ": " + e.getMessage(), e);
    }

    private static DuckDBConnection connect(Path file, boolean reading) throws SQLException {
        var settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", reading ? "2" : "1");
        settings.setProperty("jdbc_stream_results", "true");
        if (reading) {
            settings.setProperty("duckdb.read_only", "true");
        }
        var connection = DriverManager.getConnection("jdbc:duckdb:" + file, settings);
        NativeLibrary.forgetFile();
        return connection.unwrap(DuckDBConnection.class);
    }

    private static void begin(Connection connection, List<Column> columns, Map<String, String> facts)
            throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE study (key VARCHAR, value VARCHAR)");
            statement.execute("CREATE TABLE columns (position INTEGER, name VARCHAR, type VARCHAR, factor BOOLEAN,"
                    + " meaning VARCHAR, unit VARCHAR)");
            var own = columns.stream()
                    .map(column -> ", " + column.quoted() + ' ' + column.sql())
                    .collect(Collectors.joining());
            statement.execute("CREATE TABLE run_rows (design_point BIGINT, replicate INTEGER" + own
                    + ", cause VARCHAR, started TIMESTAMP, finished TIMESTAMP)");
            var names = columns.stream().map(column -> ", " + column.quoted()).collect(Collectors.joining());
            statement.execute("CREATE VIEW runs AS SELECT design_point, replicate, "
                    + Long.parseLong(Objects.requireNonNull(facts.get("seed")))
                    + "::BIGINT AS seed, CASE WHEN cause IS NULL THEN '" + OK + "' ELSE '" + FAILED + "' END AS status"
                    + names
                    + ", cause, " + literal(Objects.requireNonNull(facts.get("rerun")))
                    + " || design_point || ':' || replicate AS rerun, started, finished,"
                    + " (epoch_us(finished) - epoch_us(started)) / 1000.0 AS duration_ms FROM run_rows");
        }
        try (var insert = connection.prepareStatement("INSERT INTO study VALUES (?, ?)")) {
            for (var fact : new TreeMap<>(facts).entrySet()) {
                insert.setString(1, fact.getKey());
                insert.setString(2, fact.getValue());
                insert.execute();
            }
        }
        try (var insert = connection.prepareStatement("INSERT INTO columns VALUES (?, ?, ?, ?, ?, ?)")) {
            for (int n = 0; n < columns.size(); n++) {
                var column = columns.get(n);
                insert.setInt(1, n);
                insert.setString(2, column.name());
                insert.setString(3, column.type().name());
                insert.setBoolean(4, column.factor());
                insert.setString(5, column.meaning());
                insert.setString(6, column.unit());
                insert.execute();
            }
        }
        connection.commit();
    }

    /** Brings all into the file itself. To close a connection does so too, but says nothing if it fails. */
    private static void settle(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static Map<String, String> facts(Connection connection) throws SQLException {
        var facts = new TreeMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT key, value FROM study")) {
            while (rows.next()) {
                facts.put(rows.getString(1), rows.getString(2));
            }
        }
        return facts;
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT name, type, factor, meaning, unit FROM columns ORDER BY position")) {
            while (rows.next()) {
                columns.add(new Column(
                        rows.getString(1),
                        ColumnType.valueOf(rows.getString(2)),
                        rows.getBoolean(3),
                        rows.getString(4),
                        rows.getString(5)));
            }
        }
        return columns;
    }

    /** What the study is and how it is run, by key. */
    public Map<String, String> facts() {
        return facts;
    }

    /** The study's own columns: its factors, then its outputs. */
    public List<Column> columns() {
        return columns;
    }

    /**
     * Keeps finished runs, all or none of them.
     *
     * @throws IOException if the disk is full or the file cannot be written; what was kept before is not lost
     */
    public void append(List<RunRow> rows) throws IOException {
        tell("writes", rows.size());
        try (var statement = connection.createStatement()) {
            // Said outright, since an appender without it commits by itself every 2,048 rows.
            statement.execute("BEGIN TRANSACTION");
            try {
                try (var appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "run_rows")) {
                    for (var row : rows) {
                        append(appender, row);
                    }
                }
                tell("commits", rows.size());
                statement.execute("COMMIT");
            } catch (SQLException | RuntimeException e) {
                rollBack(statement, e);
                throw e;
            }
            tell("kept", rows.size());
        } catch (SQLException e) {
            throw failure(folder, e);
        }
    }

    private static void rollBack(Statement statement, Exception why) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException over) {
            // It has been rolled back already.
            why.addSuppressed(over);
        }
    }

    private static void append(DuckDBAppender appender, RunRow row) throws SQLException {
        appender.beginRow().append(row.designPoint()).append(row.replicate());
        for (var cell : row.cells()) {
            if (cell instanceof Double number) {
                appender.append(number.doubleValue());
            } else if (cell instanceof Long whole) {
                appender.append(whole.longValue());
            } else if (cell instanceof String text) {
                appender.append(text);
            } else if (cell instanceof LocalDate day) {
                appender.append(day);
            } else if (cell == null) {
                appender.appendNull();
            } else {
                throw new IllegalArgumentException("no column holds " + cell.getClass());
            }
        }
        if (row.cause() == null) {
            appender.appendNull();
        } else {
            appender.append(row.cause());
        }
        appender.appendEpochMicros(row.started())
                .appendEpochMicros(row.finished())
                .endRow();
    }

    /** Hears of each run that is kept. */
    @FunctionalInterface
    public interface Kept {
        /** A run; the value is NaN if it failed, or no output was asked for. */
        void run(long designPoint, int replicate, double value);
    }

    /**
     * Tells every run that is kept, by design point and replicate.
     *
     * @param output an output that is a number, whose value is told; null for none
     */
    public void kept(@Nullable String output, Kept listener) throws IOException {
        String value = output == null ? "NULL" : '"' + output + '"';
        long count = 0;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT design_point, replicate, " + value
                        + "::DOUBLE FROM run_rows ORDER BY design_point, replicate")) {
            while (rows.next()) {
                count++;
                double number = rows.getDouble(3);
                listener.run(rows.getLong(1), rows.getInt(2), rows.wasNull() ? Double.NaN : number);
            }
        } catch (SQLException e) {
            throw failure(folder, e);
        }
        tell("found", count);
    }

    /** Hears of each run, with some of its values. */
    @FunctionalInterface
    public interface Values {
        /**
         * A run.
         *
         * @param ok whether it finished; else its outputs are missing
         * @param cells its values in the order asked for, as in {@link RunRow#cells}; not kept by the caller
         */
        void run(long designPoint, int replicate, boolean ok, List<@Nullable Object> cells);
    }

    /**
     * Tells every run that is kept, by design point and replicate, with the values of some columns.
     *
     * @param wanted some of {@link #columns}
     */
    public void values(List<Column> wanted, Values listener) throws IOException {
        var names = wanted.stream().map(column -> ", " + column.quoted()).collect(Collectors.joining());
        var cells = new ArrayList<@Nullable Object>(Collections.nCopies(wanted.size(), null));
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT design_point, replicate, cause IS NULL" + names
                        + " FROM run_rows ORDER BY design_point, replicate")) {
            while (rows.next()) {
                for (int n = 0; n < wanted.size(); n++) {
                    cells.set(n, cell(rows, 4 + n, wanted.get(n).type()));
                }
                listener.run(rows.getLong(1), rows.getInt(2), rows.getBoolean(3), cells);
            }
        } catch (SQLException e) {
            throw failure(folder, e);
        }
    }

    private static @Nullable Object cell(ResultSet rows, int column, ColumnType type) throws SQLException {
        Object value = switch (type) {
            case WHOLE -> rows.getLong(column);
            case NUMBER -> rows.getDouble(column);
            case TEXT -> rows.getString(column);
            case DATE -> rows.getObject(column, LocalDate.class);
        };
        return rows.wasNull() ? null : value;
    }

    /** The number of runs that are kept. */
    public long size() throws IOException {
        return number("SELECT count(*) FROM run_rows");
    }

    /** Whether every run of the study is kept. */
    public boolean complete() throws IOException {
        return number("SELECT count(*) FROM study WHERE key = 'complete'") > 0;
    }

    /** Notes that every run of the study is kept. */
    public void markComplete() throws IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("INSERT INTO study VALUES ('complete', 'yes')");
        } catch (SQLException e) {
            throw failure(folder, e);
        }
    }

    private long number(String sql) throws IOException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw failure(folder, e);
        }
    }

    /**
     * How far a study is.
     *
     * @param runs how many are kept
     * @param failed how many of them failed
     * @param repeated how many keys there are more than once; 0 in a sound study
     * @param hash SHA-256 of keys, states, factors and outputs of all runs by their keys: equal for equal results, however they came about
     */
    public record Status(long runs, long failed, long repeated, String hash) {}

    /** Reads the whole table once. */
    public Status status() throws IOException {
        var names = columns.stream().map(column -> ", " + column.quoted()).collect(Collectors.joining());
        long runs = 0;
        long failed = 0;
        long repeated = 0;
        long lastPoint = -1;
        int lastReplicate = -1;
        var digest = sha256();
        var text = new StringBuilder();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT design_point, replicate, status" + names
                        + " FROM runs ORDER BY design_point, replicate")) {
            while (rows.next()) {
                long point = rows.getLong(1);
                int replicate = rows.getInt(2);
                runs++;
                failed += FAILED.equals(rows.getString(3)) ? 1 : 0;
                repeated += point == lastPoint && replicate == lastReplicate ? 1 : 0;
                lastPoint = point;
                lastReplicate = replicate;
                text.setLength(0);
                text.append(point).append(' ').append(replicate).append(' ').append(rows.getString(3));
                for (int n = 0; n < columns.size(); n++) {
                    text.append('\t').append(exact(rows, 4 + n, columns.get(n).type()));
                }
                digest.update(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            }
        } catch (SQLException e) {
            throw failure(folder, e);
        }
        return new Status(runs, failed, repeated, HexFormat.of().formatHex(digest.digest()));
    }

    /** A value as a text from which its bits can be told. */
    private static String exact(ResultSet rows, int column, ColumnType type) throws SQLException {
        if (type == ColumnType.NUMBER) {
            double number = rows.getDouble(column);
            return rows.wasNull() ? "" : Long.toHexString(Double.doubleToLongBits(number));
        }
        String text = rows.getString(column);
        return text == null ? "" : '=' + text;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    /** Why runs failed, with how many of each, most first; at most ten. */
    public Map<String, Long> causes() throws IOException {
        var causes = new LinkedHashMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT cause, count(*) FROM run_rows WHERE cause IS NOT NULL"
                        + " GROUP BY cause ORDER BY count(*) DESC, cause LIMIT 10")) {
            while (rows.next()) {
                causes.put(rows.getString(1), rows.getLong(2));
            }
        } catch (SQLException e) {
            throw failure(folder, e);
        }
        return causes;
    }

    /**
     * Writes the answer to a question in SQL as CSV, with a header; missing values are empty. Nothing outside the study can be
     * read or written by it.
     *
     * @throws InputException with DuckDB's own sentence if the question is no valid SQL, fails on a row, or asks for no rows
     */
    public void query(String sql, Writer out) throws InputException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
            try {
                if (!statement.execute(sql)) {
                    throw unanswered("is a statement that returns no rows", "Ask by SELECT.");
                }
                try (var rows = statement.getResultSet()) {
                    print(rows, out);
                }
            } catch (SQLException e) {
                throw refused(cause(sql, e));
            }
        } catch (SQLException e) {
            throw failure(folder, e);
        }
    }

    /** Why a question failed. Of one that fails on a row the driver has forgotten the cause, so it is answered again, to nobody. */
    private SQLException cause(String sql, SQLException told) {
        if (!String.valueOf(told.getMessage()).endsWith(FORGOTTEN)) {
            return told;
        }
        try (var again = connection.createStatement()) {
            again.execute("EXPLAIN ANALYZE " + sql);
            return told;
        } catch (SQLException cause) {
            return cause;
        }
    }

    private InputException refused(SQLException e) {
        String said =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
        return unanswered(
                said.isEmpty() ? "cannot be answered" : said,
                said.startsWith("Binder Error")
                        ? "Ask for columns of runs: "
                                + columns.stream().map(Column::name).collect(Collectors.joining(", "))
                                + " and those of every study."
                        : "");
    }

    private static InputException unanswered(String what, String remedy) {
        return new InputException(List.of(new InputProblem("query", 0, "", what, remedy)));
    }

    private static void print(ResultSet rows, Writer out) throws SQLException, IOException {
        int count = rows.getMetaData().getColumnCount();
        // Not closed, since the writer is the caller's.
        var csv = CsvWriter.builder().build(out);
        var cells = new ArrayList<String>();
        for (int n = 1; n <= count; n++) {
            cells.add(rows.getMetaData().getColumnLabel(n));
        }
        csv.writeRecord(cells);
        while (rows.next()) {
            cells.clear();
            for (int n = 1; n <= count; n++) {
                String text = rows.getString(n);
                cells.add(text == null ? "" : text);
            }
            csv.writeRecord(cells);
        }
        csv.flush();
    }

    /**
     * Writes the table of runs, by key, to a file that is replaced. Points in time are told with their zone, UTC.
     *
     * @param parquet whether as Parquet, else as CSV
     */
    public void export(Path file, boolean parquet) throws IOException {
        var draft = file.resolveSibling("." + file.getFileName() + ".new");
        String zoned = parquet
                ? " REPLACE (make_timestamptz(epoch_us(started)) AS started, make_timestamptz(epoch_us(finished)) AS finished)"
                : "";
        try (var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT *" + zoned + " FROM runs ORDER BY design_point, replicate) TO "
                    + literal(draft.toString())
                    + (parquet
                            ? " (FORMAT parquet, COMPRESSION zstd)"
                            : " (FORMAT csv, HEADER, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S.%fZ')"));
        } catch (SQLException e) {
            Files.deleteIfExists(draft);
            throw failure(folder, e);
        }
        move(draft, file);
    }

    /**
     * Unites finished parts of one study into a new one in a folder, all or nothing; what was made of the runs of a study that stood there
     * goes with it.
     *
     * @param parts folders of studies with equal columns, which share no run
     * @param facts what the united study is
     */
    public static void merge(Path folder, List<Path> parts, List<Column> columns, Map<String, String> facts)
            throws IOException, InputException {
        Files.createDirectories(folder);
        var held = lock(folder);
        var draft = folder.resolve(FILE + ".new");
        try {
            discard(draft);
            try (var connection = connect(draft, false)) {
                var whole = new TreeMap<>(facts);
                whole.put("complete", "yes");
                begin(connection, columns, whole);
                connection.setAutoCommit(true);
                try (var statement = connection.createStatement()) {
                    for (Path part : parts) {
                        tell("unites", 0);
                        unite(statement, part.resolve(FILE));
                    }
                }
                settle(connection);
            }
            tell("puts in place", 0);
            Derived.discard(folder);
            Files.deleteIfExists(folder.resolve(FILE + ".wal"));
            move(draft, folder.resolve(FILE));
            tell("united", 0);
        } catch (SQLException e) {
            discard(draft);
            throw failure(folder, e);
        } finally {
            held.close();
        }
    }

    /** Removes a file of DuckDB's that is not finished. */
    private static void discard(Path draft) throws IOException {
        Files.deleteIfExists(draft);
        Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".wal"));
    }

    private static void unite(Statement statement, Path part) throws SQLException {
        statement.execute("ATTACH " + literal(part.toString()) + " AS part (READ_ONLY)");
        statement.execute("INSERT INTO run_rows SELECT * FROM part.run_rows");
        statement.execute("DETACH part");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            tell("closes", 0);
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(folder, e);
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }
}
