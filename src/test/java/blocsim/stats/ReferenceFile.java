package blocsim.stats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A file of {@code /reference/}: comments with the figures of another program, a header, rows of numbers. */
final class ReferenceFile {
    private final List<String> lines;

    ReferenceFile(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/reference/" + name))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** The numbers that a comment gives under a key, as {@code key=1 2 3}. */
    double[] figures(String key) {
        String words = lines.stream()
                .filter(line -> line.startsWith("# " + key + "="))
                .findFirst()
                .orElseThrow()
                .substring(key.length() + 3);
        return Arrays.stream(words.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    /** The rows: shape (rows, columns). */
    double[][] rows() {
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** The rows without the name that each begins with. */
    double[][] named() {
        return named(1);
    }

    /** The rows without the names that each begins with. */
    double[][] named(int names) {
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .skip(names)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }
}
