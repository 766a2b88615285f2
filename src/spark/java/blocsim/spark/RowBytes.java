package blocsim.spark;

import blocsim.store.RunRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finished runs as bytes, some 60 a run, as they travel from a worker to the one who writes. */
final class RowBytes {
    private static final int NOTHING = 0;
    private static final int NUMBER = 1;
    private static final int WHOLE = 2;
    private static final int TEXT = 3;
    private static final int DATE = 4;

    private RowBytes() {}

    static byte[] of(List<RunRow> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(rows.size());
            for (var row : rows) {
                out.writeLong(row.designPoint());
                out.writeInt(row.replicate());
                cell(row.cause(), out);
                out.writeShort(row.cells().size());
                for (var cell : row.cells()) {
                    cell(cell, out);
                }
                out.writeLong(row.started());
                out.writeLong(row.finished());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void cell(@Nullable Object cell, DataOutputStream out) throws IOException {
        if (cell instanceof Double number) {
            out.writeByte(NUMBER);
            out.writeDouble(number);
        } else if (cell instanceof Long whole) {
            out.writeByte(WHOLE);
            out.writeLong(whole);
        } else if (cell instanceof String text) {
            out.writeByte(TEXT);
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        } else if (cell instanceof LocalDate day) {
            out.writeByte(DATE);
            out.writeInt(Math.toIntExact(day.toEpochDay()));
        } else if (cell == null) {
            out.writeByte(NOTHING);
        } else {
            throw new IllegalArgumentException("no column holds " + cell.getClass());
        }
    }

    static List<RunRow> rows(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            var rows = new ArrayList<RunRow>(count);
            for (int n = 0; n < count; n++) {
                long point = in.readLong();
                int replicate = in.readInt();
                var cause = (String) cell(in);
                int width = in.readUnsignedShort();
                var cells = new ArrayList<@Nullable Object>(width);
                for (int c = 0; c < width; c++) {
                    cells.add(cell(in));
                }
                rows.add(new RunRow(point, replicate, cause, cells, in.readLong(), in.readLong()));
            }
            return rows;
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
    }

    private static @Nullable Object cell(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case NOTHING -> null;
            case NUMBER -> in.readDouble();
            case WHOLE -> in.readLong();
            case TEXT -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            case DATE -> LocalDate.ofEpochDay(in.readInt());
            default -> throw new IOException("there is no kind " + kind + " of cell");
        };
    }
}
