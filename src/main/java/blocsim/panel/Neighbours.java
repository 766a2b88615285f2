package blocsim.panel;

/** Two states that share a land border, or whose borders come within 300 km of each other. */
record Neighbours(String a, String b, boolean landBorder, boolean within300km) implements Keyed {
    static final String[] COLUMNS = {"iso3_a", "iso3_b", "land_border", "within_300km"};

    @Override
    public String key() {
        return Keyed.pair(a, b);
    }

    static Neighbours of(Row row) {
        return new Neighbours(row.first(), row.second(), row.flag("land_border"), row.flag("within_300km"));
    }
}
