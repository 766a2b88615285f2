package blocsim.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.engine.Examination;
import blocsim.engine.Examiner;
import blocsim.engine.OneStep;
import blocsim.engine.Recorder;
import blocsim.engine.Simulator;
import blocsim.input.InputException;
import blocsim.input.Setting;
import blocsim.model.Hazard;
import blocsim.model.Parameter;
import blocsim.model.World;
import blocsim.panel.Panel;
import blocsim.rule.Agenda;
import blocsim.rule.Request;
import blocsim.scenario.ScenarioReader;
import blocsim.scenario.WorldBuilder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the likelihood works out is what the engine works out, bit by bit. */
class ChancesTest {
    private static final LocalDate ORIGIN = LocalDate.of(2014, 12, 31);

    private static World world;
    private static OneStep step;
    private static Chances chances;

    @BeforeAll
    static void look() throws InputException {
        var scenario = new ScenarioReader().read(Path.of("scenarios/eurasia.json"), List.of());
        var known = new Origins(scenario).knownAt(ORIGIN, 1).with(List.of(Setting.of("/parameters/blocSpread", 0)));
        world = WorldBuilder.build(known, Panel.bundled().asOf(ORIGIN)).world();
        step = OneStep.of(world);
        chances = new Chances(Point.of(world.parameters(), .75, .7));
    }

    /** What the engine weighed, by bloc, state and rung. */
    private static Map<List<Integer>, double[]> weighed() {
        var byKey = new HashMap<List<Integer>, double[]>();
        new Simulator(world).run(1, 0, new Recorder() {
            @Override
            public boolean wantsReasons() {
                return true;
            }

            @Override
            public void weighed(int tick, int b, int i, int rung, double hope, double utility, double yearly) {
                byKey.put(List.of(b, i, rung), new double[] {hope, utility, yearly});
            }
        });
        return byKey;
    }

    @Test
    void hopeUtilityAndYearlyProbabilityAreTheEngines() {
        var choices = new Chances.Choices();
        double floor = world.parameters().get(Parameter.HOPE_FLOOR);
        var engine = weighed();
        int compared = 0;
        for (List<Integer> group : step.groups()) {
            for (int i = 0; i < world.states().size(); i++) {
                double rate = chances.request(step, group, i, choices);
                double asks = rate / world.parameters().get(Parameter.REQUEST_RATE);
                for (int n = 0; n < choices.count(); n++) {
                    double[] expected = engine.get(List.of(choices.bloc(n), i, choices.rung(n)));
                    if (expected != null) {
                        assertEquals(expected[0], Request.hope(floor, choices.outlook(n)));
                        assertEquals(expected[1], choices.utility(n));
                        assertEquals(
                                expected[2],
                                Hazard.within(rate, 1) * choices.probability(n) / asks,
                                1e-15 * expected[2]);
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > 500, compared + " choices");
    }

    /** Requests that were pending at the origin. */
    private static List<int[]> pending() {
        var pending = new ArrayList<int[]>();
        for (int b = 0; b < world.blocs().size(); b++) {
            for (int i = 0; i < world.states().size(); i++) {
                if (step.stake(b, i).asked() != 0 && step.bloc(b).members() > 0) {
                    pending.add(new int[] {b, i, step.stake(b, i).asked()});
                }
            }
        }
        return pending;
    }

    private static Examination examined(int[] bid) {
        return new Examiner(world).examine(1, 0, 0, bid[0], bid[1], bid[2]);
    }

    @Test
    void theChanceToPassIsTheEngines() {
        for (int[] bid : pending()) {
            assertEquals(examined(bid).passes(), chances.passes(step, bid[0], bid[1], bid[2]));
        }
    }

    @Test
    void theChanceToBeTakenUpIsTheEngines() {
        for (int[] bid : pending()) {
            var examined = examined(bid);
            double fresh = Agenda.takenUp(chances.takenUpLogOdds(step, bid[0], bid[1]));
            double years = (LocalDate.of(2015, 1, 1).toEpochDay()
                            - step.stake(bid[0], bid[1]).askedDay())
                    / 365.25;
            assertEquals(examined.open() ? chances.aged(fresh, years) : 0, examined.takenUp());
        }
    }

    @Test
    void theFirstObjectorIsTheEngines() {
        for (int[] bid : pending()) {
            for (var stance : examined(bid).stances()) {
                chances.passes(step, bid[0], bid[1], bid[2]);
                assertEquals(stance.first(), chances.share(step, bid[0], List.of(stance.member())), 1e-15);
            }
        }
    }

    @Test
    void theValueOfARungIsTheEngines() {
        for (int[] bid : pending()) {
            assertEquals(examined(bid).value(), chances.value(step, bid[0], bid[1], bid[2]));
        }
    }
}
