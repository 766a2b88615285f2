package blocsim.report;

import blocsim.input.InputException;
import blocsim.input.JsonSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outlines of the world's countries that the program carries with it, read when first asked for; Antarctica is left out.
 *
 * <p>Source: Natural Earth 4.1.0 at 1:110 million, by way of world-atlas 2.0.2; terms beside the resource.
 */
final class Outlines {
    /** What a map says of them. */
    static final String SOURCE = "Outlines: Natural Earth, de facto boundaries";

    private static final String RESOURCE = "map/countries-110m.json";
    private static final int ANTARCTICA = 10;

    private Outlines() {}

    /** Holds them once they are read. */
    private static final class Holder {
        static final List<Outline> WORLD = read();
    }

    /** All of them, in the order of the source. */
    static List<Outline> world() {
        return Holder.WORLD;
    }

    /**
     * The outline of a country; null if it is too small to have one at this scale.
     *
     * @param isoNumber its numeric code; 0 if it has none, and is then known by its name
     */
    static @Nullable Outline of(int isoNumber, String name) {
        for (Outline outline : world()) {
            if (isoNumber > 0
                    ? outline.isoNumber() == isoNumber
                    : outline.name().equals(name)) {
                return outline;
            }
        }
        return null;
    }

    private static List<Outline> read() {
        try (var stream = Outlines.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its resource blocsim/report/" + RESOURCE);
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Topology.outlines(JsonSource.parse(text, RESOURCE), "countries").stream()
                    .filter(outline -> outline.isoNumber() != ANTARCTICA)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's resource " + RESOURCE, e);
        } catch (InputException e) {
            throw new IllegalStateException("the program's resource " + RESOURCE + " is no topology", e);
        }
    }
}
