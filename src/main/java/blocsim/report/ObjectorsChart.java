package blocsim.report;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Who stands in the way of one state: how often each incumbent is the first to object, with intervals.
 *
 * @param state the name of the state that bids
 * @param bloc the bloc's name with its article
 * @param stopped the share of runs in which a request of it is stopped at least once, with its 95 % interval
 * @param objectors the most frequent first
 * @param hidden how many more there are
 * @param source where the figures come from
 */
public record ObjectorsChart(
        String state, String bloc, Estimate stopped, List<Reasons.Objector> objectors, int hidden, String source)
        implements Chart {
    /** More objectors than this make no chart. */
    static final int MOST = 12;

    private static final double ROW = 1.9;
    private static final double BAR = .56;
    private static final Color BARS = Theme.series(5);

    /** @throws IllegalArgumentException if there is no objector */
    public ObjectorsChart {
        objectors = List.copyOf(objectors);
        if (objectors.isEmpty()) {
            throw new IllegalArgumentException("the chart of objectors has none; give at least one");
        }
    }

    @Override
    public String name() {
        return "objectors";
    }

    @Override
    public String title() {
        return "Who stands in the way of " + state + " in " + bloc;
    }

    @Override
    public String subtitle() {
        return "A request is stopped at least once in " + Numbers.percent(stopped)
                + " of runs. Bar: the share of these in which the incumbent is the first to object at the first stop, with its "
                + "95\u00a0% interval."
                + (hidden == 0
                        ? ""
                        : " Not shown: " + hidden + (hidden == 1 ? " incumbent" : " incumbents")
                                + " named less often.");
    }

    @Override
    public String description() {
        return objectors.stream()
                .map(objector -> objector.state() + " "
                        + Numbers.percent(objector.share().value()))
                .collect(Collectors.joining(
                        ", ",
                        "A request is stopped in " + Numbers.percent(stopped.value())
                                + " of runs. One bar for each incumbent, the share of these in which it objects first: ",
                        "."));
    }

    @Override
    public Table table() {
        return new Table(
                "Share of stopped runs in which an incumbent is the first to object at the first stop",
                List.of("Incumbent", "Share of runs with a stop", "95\u00a0% interval"),
                objectors.stream()
                        .map(objector -> List.of(
                                objector.state(),
                                Numbers.percent(objector.share().value()),
                                Numbers.percentRange(objector.share())))
                        .toList());
    }

    @Override
    public Picture draw(Size size) {
        double most = objectors.stream()
                .mapToDouble(objector -> objector.share().upper())
                .max()
                .orElse(1);
        double step = Theme.step(most, size.narrow() ? 3 : 6);
        double right = Math.min(1, step * Math.ceil(most / step));
        var names = objectors.stream().map(Reasons.Objector::state).toList();
        var plot = Rows.plot(names, Theme.values(0, right, step, "0.#\u00a0%"), size);
        plot.setInsets(new RectangleInsets(0, 0, 0, size.em(4)));
        int height = (int) Math.round(size.em(3) + names.size() * size.em(ROW));
        return new Picture(
                Theme.chart(plot, size),
                size.width(),
                size.narrow() ? Math.max(height, (int) size.em(12)) : Math.max(size.height(), height),
                (g2, area) -> {
                    for (int n = 0; n < names.size(); n++) {
                        Estimate share = objectors.get(n).share();
                        double from = Labels.x(0, 0, right, area);
                        Rectangle2D bar =
                                Rows.bar(area, n, names.size(), from, Labels.x(share.value(), 0, right, area), BAR);
                        g2.setPaint(BARS);
                        g2.fill(bar);
                        Rows.interval(
                                g2,
                                Labels.x(share.lower(), 0, right, area),
                                Labels.x(share.upper(), 0, right, area),
                                bar.getCenterY(),
                                bar.getHeight(),
                                size);
                        g2.setPaint(Theme.INK);
                        g2.setFont(Theme.font(size, .9));
                        g2.drawString(Numbers.percent(share.value()), (float) (area.getMaxX() + size.em(.6)), (float)
                                (bar.getCenterY() + size.em(.32)));
                    }
                    Rows.zero(g2, area, Labels.x(0, 0, right, area), size);
                });
    }
}
