package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.model.Figures;
import blocsim.model.World;
import blocsim.panel.Country;
import blocsim.panel.Panel;
import blocsim.stats.Quantiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invented worlds beside the panel's states of 2019. */
class WorldGeneratorTest {
    private static final int YEAR = 2019;
    private static final int STATES = 300;
    private static final Panel PANEL = Panel.bundled();
    private static final List<String> COUNTRIES = PANEL.countries().stream()
            .map(Country::iso3)
            .filter(code -> PANEL.gdp(code, YEAR, YEAR).known()
                    && PANEL.population(code, YEAR, YEAR).known()
                    && PANEL.polyarchy(code, YEAR, YEAR).known()
                    && PANEL.idealPoint(code, YEAR, YEAR).known())
            .toList();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private static String json(int states, long seed) {
        return WorldGenerator.json(PANEL, new WorldGenerator.Order(states, 8, seed, 2));
    }

    private Scenario scenario(int states) throws IOException, InputException {
        return new ScenarioReader().read(SmallScenario.write(folder, "world.json", json(states, 5)), List.of());
    }

    private World world() throws IOException, InputException {
        return WorldBuilder.build(scenario(STATES), PANEL).world();
    }

    /** The quartiles of a figure of the panel's states. */
    private static double[] ofPanel(ToDoubleFunction<String> figure) {
        return quartiles(COUNTRIES.stream().mapToDouble(figure).toArray());
    }

    /** The quartiles of a figure of the invented states. */
    private static double[] ofWorld(IntToDoubleFunction figure) {
        return quartiles(IntStream.range(0, STATES).mapToDouble(figure).toArray());
    }

    private static double[] quartiles(double[] values) {
        java.util.Arrays.sort(values);
        return new double[] {Quantiles.of(values, 0.25), Quantiles.of(values, 0.5), Quantiles.of(values, 0.75)};
    }

    private static void near(double[] expected, double[] actual, double tolerance) {
        for (int q = 0; q < expected.length; q++) {
            assertEquals(expected[q], actual[q], tolerance, "quartile " + (q + 1));
        }
    }

    private static int partners(Figures figures, int i) {
        return (int) IntStream.range(0, STATES)
                .filter(j -> figures.tradeShare(i, j) >= 0.01)
                .count();
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertEquals(json(40, 3), json(40, 3));
    }

    @Test
    void anotherSeedGivesAnotherWorld() {
        assertNotEquals(json(40, 3), json(40, 4));
    }

    @Test
    void aWorldOfThreeStatesIsAValidScenario() throws IOException, InputException {
        assertEquals(
                3,
                new ScenarioReader()
                        .read(
                                SmallScenario.write(
                                        folder,
                                        "three.json",
                                        WorldGenerator.json(PANEL, new WorldGenerator.Order(3, 1, 1, 2))),
                                List.of())
                        .states()
                        .size());
    }

    @Test
    void noBlocHasMoreFoundersThanItMay() throws IOException, InputException {
        assertTrue(scenario(STATES).blocs().values().stream()
                .allMatch(bloc -> bloc.founders().size() <= WorldGenerator.MOST_FOUNDERS));
    }

    @Test
    void partnersInTradeAreAsManyAsInThePanel() throws IOException, InputException {
        var figures = world().figures().get(0);
        near(
                ofPanel(code -> java.util.Arrays.stream(PANEL.tradeShares(code, COUNTRIES, YEAR, YEAR))
                        .filter(share -> share >= 0.01)
                        .count()),
                ofWorld(i -> partners(figures, i)),
                1);
    }

    @Test
    void statesAreAsLargeAsInThePanel() throws IOException, InputException {
        var figures = world().figures().get(0);
        near(
                ofPanel(code -> StrictMath.log(PANEL.gdp(code, YEAR, YEAR).value())),
                ofWorld(i -> StrictMath.log(figures.gdp(i))),
                0.1);
    }

    @Test
    void statesVoteAsInThePanel() throws IOException, InputException {
        var figures = world().figures().get(0);
        near(ofPanel(code -> PANEL.idealPoint(code, YEAR, YEAR).value()), ofWorld(figures::idealPoint), 0.05);
    }

    @Test
    void statesAreAsDemocraticAsInThePanel() throws IOException, InputException {
        var figures = world().figures().get(0);
        near(ofPanel(code -> PANEL.polyarchy(code, YEAR, YEAR).value()), ofWorld(figures::polyarchy), 0.02);
    }

    @Test
    void tradeIsAsConcentratedAsInThePanel() throws IOException, InputException {
        var figures = world().figures().get(0);
        near(ofPanel(code -> PANEL.tradeConcentration(code, YEAR, YEAR)), ofWorld(figures::concentration), 0.03);
    }

    @Test
    void neighboursAreAsManyAsInThePanel() throws IOException, InputException {
        var geography = world().geography();
        near(
                ofPanel(code -> PANEL.within300km(code).stream()
                        .filter(COUNTRIES::contains)
                        .count()),
                ofWorld(geography::nearInAll),
                2);
    }

    @Test
    void neighboursVoteAlike() throws IOException, InputException {
        var world = world();
        var figures = world.figures().get(0);
        double near = 0;
        double all = 0;
        int pairs = 0;
        for (int i = 0; i < STATES; i++) {
            for (int n = 0; n < world.geography().nearCount(i); n++) {
                near += StrictMath.abs(figures.idealPoint(i)
                        - figures.idealPoint(world.geography().near(i, n)));
                all += StrictMath.abs(figures.idealPoint(i) - figures.idealPoint((i + 1 + n) % STATES));
                pairs++;
            }
        }
        assertTrue(near < 0.8 * all, near / pairs + " against " + all / pairs);
    }

    @Test
    void mostPairsShareNoBody() throws IOException, InputException {
        var figures = world().figures().get(0);
        double none = 0;
        for (int i = 0; i < STATES; i++) {
            for (int j = 0; j < STATES; j++) {
                none += i != j && figures.sharedBodies(i, j) == 0 ? 1 : 0;
            }
        }
        assertEquals(0.75, none / (STATES * (STATES - 1.0)), 0.15);
    }
}
