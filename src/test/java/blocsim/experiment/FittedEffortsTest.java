package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blocsim.engine.Recorder;
import blocsim.engine.Simulator;
import blocsim.input.InputException;
import blocsim.model.Parameter;
import blocsim.model.World;
import blocsim.panel.Request;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What it takes to ask each bloc but the SCO and the EAEU: the mode of a Poisson number of requests from 1996 to 2013, of which
 * three in four are on record, with a normal prior of mean 0 and standard deviation 1.5.
 */
class FittedEffortsTest {
    private static final Path FILE = Path.of("scenarios", "world.json");
    private static final int FIRST_YEAR = 1996;
    private static final int LAST_YEAR = 2013;
    private static final double SHARE_ON_RECORD = 0.75;
    private static final double PRIOR_SPREAD = 1.5;
    private static final List<String> BLOCS = List.of("BRICS", "CSTO", "CIS", "EU", "NATO", "ASEAN");

    /** An EU candidate's bid for membership is the one it made before it became one. */
    private static final List<String> ONE_REQUEST_FOR_ALL_RUNGS = List.of("EU");

    private static final Map<String, Integer> RECORDED = new TreeMap<>();
    private static final Map<String, List<Double>> ODDS = new TreeMap<>();
    private static final Map<String, Double> SHIPPED = new TreeMap<>();

    /** The odds of asking at an effort of 0, of each state and year from the standings on record. */
    @BeforeAll
    static void weighEveryYear() throws InputException {
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            var sets = new ArrayList<>(
                    List.of("/horizon/start=\"" + year + "-01-01\"", "/horizon/end=\"" + year + "-12-31\""));
            var prepared = Prepared.read(FILE, sets);
            var world = prepared.world();
            var asks = new TreeMap<String, Double>();
            new Simulator(world).run(1, 0, new Odds(world, asks));
            for (String code : BLOCS) {
                var effort = world.blocs().get(world.bloc(code)).effort().at(LocalDate.of(year, 1, 1), 0.0);
                SHIPPED.put(code, effort);
                asks.forEach((key, odds) -> {
                    if (key.startsWith(code + " ")) {
                        ODDS.computeIfAbsent(code, k -> new ArrayList<>()).add(odds * StrictMath.exp(effort));
                    }
                });
                int of = year;
                int recorded = (int) prepared.panel().requests(code).stream()
                        .filter(request -> !request.gate() && request.applied().getYear() == of)
                        .filter(request -> world.state(request.iso3()) != World.NONE)
                        .filter(request -> !isOffered(world, code, request))
                        .count();
                RECORDED.merge(code, recorded, Integer::sum);
            }
        }
    }

    /** Rungs on offer are nothing that a state of the model asks for. */
    private static boolean isOffered(World world, String bloc, Request request) {
        return world.blocs().get(world.bloc(bloc)).ladder().rungs().stream()
                .anyMatch(rung -> rung.offered()
                        && rung.id().equals(request.sought().name().toLowerCase(Locale.ROOT)));
    }

    /** Adds up the odds of each state that does not hold what its first request was for. */
    private record Odds(World world, Map<String, Double> asks) implements Recorder {
        @Override
        public boolean wantsReasons() {
            return true;
        }

        @Override
        public void weighed(int tick, int bloc, int state, int rung, double hope, double utility, double probability) {
            String code = world.blocs().get(bloc).code();
            boolean follows = ONE_REQUEST_FOR_ALL_RUNGS.contains(code)
                    && world.start().stream()
                            .anyMatch(s -> s.bloc() == bloc
                                    && s.state() == state
                                    && world.blocs()
                                                    .get(bloc)
                                                    .ladder()
                                                    .rung(s.rung())
                                                    .height()
                                            >= 2);
            if (!follows) {
                asks.merge(code + " " + state, StrictMath.exp(utility), Double::sum);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BRICS", "CSTO", "CIS", "EU", "NATO", "ASEAN"})
    void theEffortOfABlocIsTheModeOfTheRequestsUpTo2013(String bloc) {
        double mode = new BrentSolver(1e-6).solve(1000, effort -> slope(bloc, effort), -20, 20);
        assertEquals(mode, Objects.requireNonNull(SHIPPED.get(bloc)), 0.051);
    }

    /** The slope of the log posterior by the effort: what more is on record than expected, less what the prior holds back. */
    private static double slope(String bloc, double effort) {
        double rate = Parameter.REQUEST_RATE.standard();
        double expected = 0;
        double lost = 0;
        for (double odds : Objects.requireNonNull(ODDS.get(bloc))) {
            double asks = odds * StrictMath.exp(-effort) / (1 + odds * StrictMath.exp(-effort));
            expected += SHARE_ON_RECORD * -StrictMath.expm1(-rate * asks);
            lost += SHARE_ON_RECORD * StrictMath.exp(-rate * asks) * rate * asks * (1 - asks);
        }
        return lost * (1 - Objects.requireNonNull(RECORDED.get(bloc)) / expected)
                - effort / (PRIOR_SPREAD * PRIOR_SPREAD);
    }
}
