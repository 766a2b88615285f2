package blocsim.report;

import blocsim.input.InputException;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.ui.RectangleInsets;

/**
 * How much of each fitted factor's prior error the record leaves, beside the values.
 *
 * @param factors kept with the best told on top, then in the order given
 * @param source where the figures come from
 */
record EstimatesChart(List<Factor> factors, String source) implements Chart {
    /**
     * One factor.
     *
     * @param name as in the table of estimates
     * @param value at the posterior mode, with its 90 % interval
     * @param prior the middle of the prior
     * @param errorShare standard error over the prior's standard deviation, at least 0
     */
    record Factor(String name, Estimate value, double prior, double errorShare) {
        private String figures() {
            return DotRows.text(value) + " / " + Numbers.decimal(prior);
        }
    }

    private static final double ROW = 1.75;
    private static final double ROW_NARROW = 2.8;
    private static final double BAR = .6;

    EstimatesChart {
        factors = factors.stream()
                .sorted(Comparator.comparingDouble(Factor::errorShare))
                .toList();
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("the chart of estimates has no factor; give at least one");
        }
    }

    /**
     * The chart of a folder of a calibration.
     *
     * @throws InputException if its table is missing or cannot be read
     */
    static EstimatesChart read(Path folder, String source) throws InputException, IOException {
        return new EstimatesChart(
                CsvRows.read(
                        folder.resolve(CalibrationResults.ESTIMATES.file()),
                        "run the calibration again",
                        row -> new Factor(
                                row.getField("factor"),
                                new Estimate(
                                        CsvRows.number(row, "value"),
                                        CsvRows.number(row, "lower"),
                                        CsvRows.number(row, "upper")),
                                CsvRows.number(row, "prior"),
                                CsvRows.number(row, "error_share"))),
                source);
    }

    @Override
    public String name() {
        return "estimates";
    }

    @Override
    public String title() {
        return "What the record tells of each factor";
    }

    @Override
    public String subtitle() {
        return "Bar: standard error as a share of the prior's standard deviation; short is well told, and at the dashed line the "
                + "record says nothing. Figures: value, its 90\u00a0% interval, and the middle of the prior.";
    }

    @Override
    public String description() {
        var parts = new ArrayList<String>();
        for (Factor factor : factors) {
            parts.add(factor.name() + " " + DotRows.text(factor.value()) + ", prior " + Numbers.decimal(factor.prior())
                    + ", error " + Numbers.percent(factor.errorShare()) + " of the prior's");
        }
        return "A bar for each factor, the best told on top: " + String.join("; ", parts) + ".";
    }

    @Override
    public Table table() {
        return new Table(
                "Fitted factors",
                List.of("Factor", "Value (90\u00a0%)", "Prior", "Error over prior's"),
                factors.stream()
                        .map(factor -> List.of(
                                factor.name(),
                                DotRows.text(factor.value()),
                                Numbers.decimal(factor.prior()),
                                Numbers.percent(factor.errorShare())))
                        .toList());
    }

    @Override
    public Picture draw(Size size) {
        double most = factors.stream().mapToDouble(Factor::errorShare).max().orElse(1);
        double right = .25 * Math.ceil(Math.max(1, most) / .25 + .1);
        var figures = factors.stream().map(Factor::figures).toList();
        var plot = Rows.plot(
                Rows.beside(factors.stream().map(Factor::name).toList(), size),
                Theme.values(0, right, size.narrow() ? .5 : .25, "0\u00a0%"),
                size);
        double room = size.narrow() ? size.em(1) : Rows.widest(figures, Theme.font(size, .9)) + size.em(1.2);
        plot.setInsets(new RectangleInsets(size.em(.4), 0, 0, room));
        int height = (int) Math.round(size.em(3.4) + factors.size() * size.em(size.narrow() ? ROW_NARROW : ROW));
        return new Picture(Theme.chart(plot, size), size.width(), Math.max(size.height(), height), (g2, area) -> {
            for (int n = 0; n < factors.size(); n++) {
                bar(g2, area, n, right, size);
            }
            double nothing = Labels.x(1, 0, right, area);
            g2.setPaint(Theme.INK);
            g2.setStroke(Theme.dash(1, size.em(.1)));
            g2.draw(new Line2D.Double(nothing, area.getMinY(), nothing, area.getMaxY()));
            for (int n = 0; n < factors.size(); n++) {
                words(g2, area, n, size);
            }
        });
    }

    private void bar(Graphics2D g2, Rectangle2D area, int index, double right, Size size) {
        Factor factor = factors.get(index);
        double from = Labels.x(0, 0, right, area);
        double to = Labels.x(factor.errorShare(), 0, right, area);
        double height = area.getHeight() / factors.size();
        double head = Rows.head(size) * height;
        double thick = BAR * (height - head);
        double top = area.getMinY() + index * height + head + (height - head - thick) / 2;
        g2.setPaint(Theme.series(0));
        g2.fill(new Rectangle2D.Double(from, top, to - from, thick));
    }

    private void words(Graphics2D g2, Rectangle2D area, int index, Size size) {
        Factor factor = factors.get(index);
        if (size.narrow()) {
            Rows.above(g2, area, index, factors.size(), factor.name() + "  " + DotRows.text(factor.value()), size);
        } else {
            Rows.figures(g2, area, index, factors.size(), factor.figures(), size);
        }
    }
}
