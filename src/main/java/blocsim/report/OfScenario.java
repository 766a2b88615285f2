package blocsim.report;

/**
 * A chart of one scenario among several, which says of which.
 *
 * @param scenario its title
 * @param chart what is drawn
 */
record OfScenario(String scenario, Chart chart) implements Chart {
    @Override
    public String name() {
        return chart.name();
    }

    @Override
    public String title() {
        return chart.title();
    }

    @Override
    public String subtitle() {
        return DifferenceChart.sentence(scenario) + " " + chart.subtitle();
    }

    @Override
    public String source() {
        return chart.source();
    }

    @Override
    public String description() {
        return DifferenceChart.sentence(scenario) + " " + chart.description();
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
