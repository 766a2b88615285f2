package blocsim.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.history.Cells;
import blocsim.input.InputException;
import blocsim.input.Setting;
import blocsim.model.Bloc;
import blocsim.model.Event;
import blocsim.model.Gate;
import blocsim.panel.Panel;
import blocsim.scenario.Scenario;
import blocsim.scenario.ScenarioReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RuleChangesTest {
    private static final LocalDate ORIGIN = Cells.origin(2014);
    private static final int YEARS = 11;

    /** Nothing comes due in a century, or at once. */
    private static final double NEVER = 1e-9;

    private static final double AT_ONCE = 1e9;

    private static Scenario known;
    private static Panel view;

    @BeforeAll
    static void read() throws InputException {
        var scenario = new ScenarioReader().read(Path.of("scenarios/eurasia.json"), List.of());
        known = new Origins(scenario).knownAt(ORIGIN, YEARS);
        view = Panel.bundled().asOf(ORIGIN);
    }

    private static RuleChanges learnt(Scenario scenario) {
        return RuleChanges.learnt(scenario, view, ORIGIN);
    }

    private static Scenario drawn(RuleChanges changes, long seed) {
        return changes.drawn(known, view, ORIGIN, YEARS, new SplittableRandom(seed));
    }

    private static Bloc brics(Scenario scenario) {
        return Objects.requireNonNull(scenario.blocs().get("BRICS"));
    }

    private static Gate pause(Scenario scenario) {
        return brics(scenario).gates().stream()
                .filter(gate -> gate.id().equals("no-opening"))
                .findFirst()
                .orElseThrow();
    }

    /** Of four pauses known at the end of 2014 two of the SCO had ended, after 13.25 and 3.99 years; two had lasted 3.72 and .46. */
    @Test
    void pausesEndAsOftenAsTheyDid() {
        assertEquals((1 + 2) / (10 + 13.25 + 3.99 + 3.72 + .46), learnt(known).reopened(), 1e-4);
    }

    /** The SCO had made a lower rung after 2.86 years, the CSTO after 18.28 of those since 1995; BRICS had none after 5.54. */
    @Test
    void firstRungsAreMadeAsOftenAsTheyWere() {
        assertEquals((1 + 2) / (10 + 2.86 + 18.28 + 5.54), learnt(known).firstRung(), 1e-4);
    }

    @Test
    void aPauseThatEndsLaterTellsNothing() throws InputException {
        var sooner = known.with(List.of(Setting.parse("/blocs/BRICS/gates/no-opening/until=\"2015-01-02\"")));
        assertEquals(learnt(known), learnt(sooner));
    }

    @Test
    void withoutChangesTheRulesStay() {
        var same = drawn(new RuleChanges(NEVER, NEVER, NEVER), 1);
        assertEquals(known.blocs(), same.blocs());
        assertEquals(known.events(), same.events());
    }

    @Test
    void aPauseInForceEnds() {
        assertEquals(
                ORIGIN.plusDays(1),
                pause(drawn(new RuleChanges(AT_ONCE, NEVER, NEVER), 1)).until());
    }

    @Test
    void aBlocWithoutALowerRungMakesOne() {
        var blocs = drawn(new RuleChanges(NEVER, AT_ONCE, NEVER), 1);
        assertEquals(1, brics(blocs).ladder().index("partner"));
        assertEquals(2, brics(blocs).ladder().top());
    }

    @Test
    void aBlocWithALowerRungMakesNone() {
        var drawn = drawn(new RuleChanges(NEVER, AT_ONCE, NEVER), 1);
        assertEquals(known.blocs().get("SCO"), drawn.blocs().get("SCO"));
    }

    @Test
    void sanctionsOfTheSecurityCouncilEnd() {
        var events = drawn(new RuleChanges(NEVER, NEVER, AT_ONCE), 1).events();
        assertTrue(events.stream()
                .anyMatch(event -> event instanceof Event.Sanctions lifted
                        && lifted.target().equals("IRN")
                        && lifted.sender().equals("UN")
                        && !lifted.inForce()));
    }

    /** At .1 a year a pause ends within eleven years with probability 1 - exp(-1.1) = .667; 400 draws, four standard errors. */
    @Test
    void pausesEndAtTheirRate() {
        var changes = new RuleChanges(.1, NEVER, NEVER);
        long ended = IntStream.range(0, 400)
                .filter(seed -> pause(drawn(changes, seed)).until() != null)
                .count();
        assertEquals(.667, ended / 400.0, 4 * .0236);
    }
}
