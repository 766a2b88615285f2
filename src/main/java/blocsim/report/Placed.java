package blocsim.report;

/**
 * A chart and where its files stand among those of its results.
 *
 * @param folder within the folder of charts; empty for that itself
 * @param chart what is drawn
 */
record Placed(String folder, Chart chart) {
    /** A chart that stands in the folder of charts itself. */
    static Placed here(Chart chart) {
        return new Placed("", chart);
    }
}
