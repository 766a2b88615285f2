package blocsim.report;

import java.util.List;

/** Charts of sensitivity with made-up figures of a likely size, for tests and for looking at. No figure in them comes from a run. */
final class SensitivitySample {
    private static final String SOURCE = "10,240 simulated runs of the study belarus-sobol.";
    private static final String OUTPUT = "when Belarus joins the SCO";

    private SensitivitySample() {}

    private static Estimate about(double value, double half) {
        return new Estimate(value, value - half, value + half);
    }

    static SobolChart sobol() {
        return new SobolChart(
                OUTPUT,
                true,
                List.of(
                        new SobolChart.Factor("Effort of asking", about(.41, .06), about(.55, .08)),
                        new SobolChart.Factor("Weight of patrons", about(.02, .05), about(.12, .03)),
                        new SobolChart.Factor("Weight of networks", about(.22, .05), about(.31, .06)),
                        new SobolChart.Factor("Share of requests on record", about(-.01, .02), about(.004, .01))),
                SOURCE);
    }

    static MorrisChart morris() {
        return new MorrisChart(
                OUTPUT,
                "years",
                true,
                List.of(
                        new MorrisChart.Factor("Effort of asking", about(6.3, 1.1), 3.1, true),
                        new MorrisChart.Factor("Weight of networks", about(3.2, .8), 3.6, true),
                        new MorrisChart.Factor("Weight of alignment", about(3.1, .8), 3.4, true),
                        new MorrisChart.Factor("Weight of patrons", about(1.1, .4), .9, true),
                        new MorrisChart.Factor("Sanctions of 2020", about(.4, .3), .3, false),
                        new MorrisChart.Factor("Share of requests on record", about(.3, .2), .1, false)),
                SOURCE);
    }

    static TornadoChart tornado() {
        return new TornadoChart(
                "the day on which Belarus joins the SCO",
                "years after 2001",
                19.2,
                List.of(
                        new TornadoChart.Factor("Weight of networks", about(21.1, .5), about(17.6, .5)),
                        new TornadoChart.Factor("Effort of asking", about(15.4, .6), about(22.9, .5)),
                        new TornadoChart.Factor("Weight of patrons", about(18.8, .4), about(18.4, .4)),
                        new TornadoChart.Factor("Share of requests on record", about(19.3, .4), about(19.1, .4))),
                SOURCE);
    }
}
