package blocsim.model;

/** A figure of a state that a scenario may set, in place of what the panel says of it. */
public enum Attribute {
    IDEAL_POINT("idealPoint", -4, 4, "position in UN votes, higher is nearer the United States (Bailey et al. 2017)"),
    GDP("gdp", 1e6, 1e15, "gross domestic product, current US dollars a year"),
    POLYARCHY("polyarchy", 0, 1, "r_i, electoral democracy index of V-Dem"),
    ISOLATION("isolation", 0, 1, "iso_i; else half for EU or US sanctions, half for UN sanctions"),
    NEED("need", 0, 1, "need_i, need of investment; else 1 less the percentile of GDP per head"),
    CAPITAL("capital", 0, 1, "cap_j, capacity to invest abroad; else share of the GDP of capital exporters"),
    THREAT("threat", 0, 1, "threat_i, demand for security cooperation; else 0"),
    NEUTRALITY("neutrality", 0, 1, "neutral_i, declared neutrality; else 0");

    private final String key;
    private final double least;
    private final double most;
    private final String meaning;

    Attribute(String key, double least, double most, String meaning) {
        this.key = key;
        this.least = least;
        this.most = most;
        this.meaning = meaning;
    }

    /** The key under {@code /states/BLR} in a scenario. */
    public String key() {
        return key;
    }

    /** The least value allowed. */
    public double least() {
        return least;
    }

    /** The greatest value allowed. */
    public double most() {
        return most;
    }

    /** What it is, with its unit and its default. */
    public String meaning() {
        return meaning;
    }
}
