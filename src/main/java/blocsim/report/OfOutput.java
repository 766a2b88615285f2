package blocsim.report;

/**
 * A chart of one output among several: its files bear the output's name.
 *
 * @param output the name of the output's column
 * @param chart what is drawn
 */
record OfOutput(String output, Chart chart) implements Chart {
    @Override
    public String name() {
        return output.replace('_', '-') + "-" + chart.name();
    }

    @Override
    public String title() {
        return chart.title();
    }

    @Override
    public String subtitle() {
        return chart.subtitle();
    }

    @Override
    public String source() {
        return chart.source();
    }

    @Override
    public String description() {
        return chart.description();
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
