package blocsim.panel;

/**
 * A state or territory that some table of the panel names.
 *
 * @param iso3 ISO 3166-1 alpha-3 code; Kosovo is {@code XKX}, Taiwan {@code TWN}
 * @param name short English name
 * @param continent continent, one of five; empty where the source has none
 * @param subregion United Nations subregion; empty where the source has none
 * @param isoNumber ISO 3166-1 numeric code, the identifier of the map outlines; 0 if there is none
 * @param latitude latitude of the capital in degrees north; not a number where the source has none
 * @param longitude longitude of the capital in degrees east; not a number where the source has none
 */
public record Country(
        String iso3, String name, String continent, String subregion, int isoNumber, double latitude, double longitude)
        implements Keyed {
    static final String[] COLUMNS = {"iso3", "name", "continent", "subregion", "iso_num", "capital_lat", "capital_lon"};

    @Override
    public String key() {
        return iso3;
    }

    static Country of(Row row) {
        String iso3 = row.code("iso3");
        if (!iso3.isEmpty() && !iso3.matches("[A-Z]{3}")) {
            row.problem("iso3", "\"" + iso3 + "\" is not a code", "write three capital letters, as ISO 3166-1 does.");
        }
        return new Country(
                iso3,
                row.code("name"),
                row.text("continent"),
                row.text("subregion"),
                row.numberIfAny("iso_num"),
                row.numberIfAny("capital_lat", -90, 90),
                row.numberIfAny("capital_lon", -180, 180));
    }
}
