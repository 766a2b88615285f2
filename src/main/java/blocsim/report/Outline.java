package blocsim.report;

import java.util.List;

/** The outline of a country as rings of degrees; a ring inside another one is a hole. */
final class Outline {
    private final int isoNumber;
    private final String name;
    private final List<double[]> rings;

    /**
     * @param isoNumber ISO 3166-1 numeric code; 0 if there is none
     * @param name the name in the source
     * @param rings each of longitudes and latitudes in turn, in degrees, without the first point again at the end; kept as they
     *     are, so not to be changed
     */
    Outline(int isoNumber, String name, List<double[]> rings) {
        this.isoNumber = isoNumber;
        this.name = name;
        this.rings = List.copyOf(rings);
    }

    int isoNumber() {
        return isoNumber;
    }

    String name() {
        return name;
    }

    List<double[]> rings() {
        return rings;
    }
}
