package blocsim.report;

/**
 * A chart among others of its kind, under words that tell it from them.
 *
 * @param chart what is drawn
 * @param name of its files
 * @param subtitle in place of the chart's own
 * @param description in place of the chart's own
 */
record Relabelled(Chart chart, String name, String subtitle, String description) implements Chart {
    /** The chart of one output among several: its files bear the name of the output's column. */
    static Relabelled ofOutput(String output, Chart chart) {
        return new Relabelled(
                chart, output.replace('_', '-') + "-" + chart.name(), chart.subtitle(), chart.description());
    }

    /** The chart of one scenario among several: it says of which, by its title. */
    static Relabelled ofScenario(String title, Chart chart) {
        String of = DifferenceChart.sentence(title) + " ";
        return new Relabelled(chart, chart.name(), of + chart.subtitle(), of + chart.description());
    }

    @Override
    public String title() {
        return chart.title();
    }

    @Override
    public String source() {
        return chart.source();
    }

    @Override
    public Table table() {
        return chart.table();
    }

    @Override
    public Picture draw(Size size) {
        return chart.draw(size);
    }
}
