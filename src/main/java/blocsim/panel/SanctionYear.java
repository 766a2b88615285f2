package blocsim.panel;

/** Whether a state was under sanctions in a year, as published; the record ends in {@value #LAST_YEAR}. */
record SanctionYear(int year, String iso3, boolean eu, boolean us, boolean un) implements Keyed {
    /** Last year of the published record; later years are spells entered by hand. */
    static final int LAST_YEAR = 2015;

    static final String[] COLUMNS = {"year", "iso3", "eu", "us", "un"};

    boolean by(Sender sender) {
        return switch (sender) {
            case EU -> eu;
            case US -> us;
            case UN -> un;
        };
    }

    @Override
    public String key() {
        return iso3;
    }

    static SanctionYear of(Row row) {
        return new SanctionYear(row.year("year"), row.state("iso3"), row.flag("eu"), row.flag("us"), row.flag("un"));
    }
}
