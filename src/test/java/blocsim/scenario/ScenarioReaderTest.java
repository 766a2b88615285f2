package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.input.Setting;
import blocsim.model.Attribute;
import blocsim.model.Bloc;
import blocsim.model.Condition;
import blocsim.model.Dated;
import blocsim.model.Event;
import blocsim.model.Gate;
import blocsim.model.Parameter;
import blocsim.model.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario file becomes the model's values. */
class ScenarioReaderTest {
    private static final LocalDate NEW_YEAR_2005 = LocalDate.of(2005, 1, 1);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Scenario read(String... sets) throws IOException, InputException {
        return SmallScenario.read(folder, sets);
    }

    private static Profile belarus(Scenario scenario) {
        return Objects.requireNonNull(scenario.states().get("BLR"));
    }

    private static Bloc sco(Scenario scenario) {
        return Objects.requireNonNull(scenario.blocs().get("SCO"));
    }

    @Test
    void whatIsNotGivenIsAtItsDefault() throws IOException, InputException {
        var scenario = read();
        assertEquals("small", scenario.name());
        assertEquals(500, scenario.replicates());
        assertEquals(Period.ofYears(1), scenario.horizon().step());
        assertEquals(MonthDay.of(7, 1), sco(scenario).summits().usual());
        assertEquals(Dated.always(.2), sco(scenario).depth());
        assertEquals(.05, sco(scenario).ladder().rung(1).obligation());
    }

    @Test
    void aBareNumberHoldsThroughout() throws IOException, InputException {
        assertEquals(
                Dated.always(.5), belarus(read("/states/BLR/need=.5")).figures().get(Attribute.NEED));
    }

    @Test
    void aYearMeansItsFirstOfJanuary() throws IOException, InputException {
        var need = belarus(read("/states/BLR/need={\"2005\":0.5}")).figures().get(Attribute.NEED);
        assertEquals(Dated.from(Map.of(NEW_YEAR_2005, .5)), need);
    }

    @Test
    void aJudgementIsCitedWithItsWords() throws IOException, InputException {
        var scenario =
                read("/states/BLR/need={\"value\":0.5,\"evidence\":\"A3: wants: money\",\"knownFrom\":\"2015-07-31\"}");
        assertEquals(
                List.of(new Cited("/states/BLR/need", "A3", "wants: money", LocalDate.of(2015, 7, 31))),
                scenario.cited());
    }

    @Test
    void securityCooperationIsTheMeanOfItsFiveDimensionsByDate() throws IOException, InputException {
        var scenario = read("/blocs/SCO/security={\"rats\":{\"2004\":0.5},\"exercises\":{\"2004\":0.5,\"2005\":1}}");
        assertEquals(
                Dated.from(Map.of(LocalDate.of(2004, 1, 1), .2, NEW_YEAR_2005, .3)),
                sco(scenario).security());
    }

    @Test
    void aDimensionOfSecurityKnownLaterIsLeftOut() throws IOException, InputException {
        var scenario = read(
                "/blocs/SCO/security={\"rats\":0.5,\"exercises\":{\"value\":1,\"knownFrom\":\"2006-01-01\"}}",
                "/dataUntil=2005-12-31");
        assertEquals(Dated.always(.1), sco(scenario).security());
    }

    @Test
    void aRungOpensTheShareOfItsBenefitsUnlessItSaysOtherwise() throws IOException, InputException {
        var ladder = sco(read("/blocs/SCO/ladder/partner/security=0.2")).ladder();
        assertEquals(.2, ladder.rung(1).security());
        assertNull(ladder.rung(2).security());
    }

    @Test
    void aParameterIsSet() throws IOException, InputException {
        assertEquals(3, read("/parameters/weightNetwork=3").parameters().get(Parameter.NETWORK));
    }

    @Test
    void aGateIsRead() throws IOException, InputException {
        var gate = "/blocs/SCO/gates/near={\"type\":\"region\",\"rungs\":[\"member\"],\"continents\":[\"Asia\"],"
                + "\"from\":\"2005-01-01\"}";
        assertEquals(
                List.of(new Gate(
                        "near",
                        new Condition.Region(List.of("Asia"), List.of(), List.of()),
                        List.of("member"),
                        NEW_YEAR_2005,
                        null)),
                sco(read(gate)).gates());
    }

    @Test
    void eventsComeByDateThenId() throws IOException, InputException {
        var scenario = read(
                "/events/b={\"type\":\"leadership-change\",\"state\":\"UZB\",\"from\":\"2005-01-01\"}",
                "/events/a={\"type\":\"leadership-change\",\"state\":\"UZB\",\"from\":\"2005-01-01\"}",
                "/events/c={\"type\":\"leadership-change\",\"state\":\"UZB\",\"from\":\"2004-01-01\"}");
        assertEquals(
                List.of("c", "a", "b"),
                scenario.events().stream().map(Event::id).toList());
    }

    @Test
    void everyTypeOfEventIsRead() throws IOException, InputException {
        var scenario = read(
                "/events/a={\"type\":\"objection\",\"bloc\":\"SCO\",\"objector\":\"UZB\",\"candidate\":\"BLR\",\"rungs\":[\"member\"],\"strength\":0.5,\"from\":\"2005-01-01\",\"until\":\"2006-01-01\"}",
                "/events/b={\"type\":\"guarantee\",\"bloc\":\"SCO\",\"sponsor\":\"CHN\",\"candidate\":\"BLR\",\"resolve\":0.5,\"from\":\"2005-01-01\"}",
                "/events/c={\"type\":\"war\",\"states\":[\"CHN\",\"UZB\"],\"from\":\"2005-01-01\"}",
                "/events/d={\"type\":\"sanctions\",\"sender\":\"EU\",\"target\":\"BLR\",\"inForce\":false,\"from\":\"2005-01-01\"}",
                "/events/e={\"type\":\"leadership-change\",\"state\":\"UZB\",\"from\":\"2005-01-01\"}",
                "/events/f={\"type\":\"trade-shock\",\"partners\":[\"BLR\",\"CHN\"],\"factor\":2,\"from\":\"2005-01-01\"}",
                "/events/g={\"type\":\"alignment-shift\",\"state\":\"BLR\",\"shift\":-0.5,\"from\":\"2005-01-01\"}",
                "/events/h={\"type\":\"expulsion\",\"bloc\":\"SCO\",\"state\":\"UZB\",\"from\":\"2005-01-01\"}");
        assertEquals(
                List.of(
                        new Event.Objection(
                                "a",
                                "SCO",
                                "UZB",
                                "BLR",
                                List.of("member"),
                                .5,
                                NEW_YEAR_2005,
                                LocalDate.of(2006, 1, 1)),
                        new Event.Guarantee("b", "SCO", "CHN", "BLR", .5, NEW_YEAR_2005, null),
                        new Event.War("c", List.of("CHN", "UZB"), NEW_YEAR_2005, null),
                        new Event.Sanctions("d", "EU", "BLR", false, NEW_YEAR_2005, null),
                        new Event.LeadershipChange("e", "UZB", NEW_YEAR_2005),
                        new Event.TradeShock("f", "BLR", "CHN", 2, NEW_YEAR_2005, null),
                        new Event.AlignmentShift("g", "BLR", -.5, NEW_YEAR_2005, null),
                        new Event.Expulsion("h", "SCO", "UZB", NEW_YEAR_2005)),
                scenario.events());
    }

    @Test
    void theSameInYamlIsTheSameScenario() throws IOException, InputException {
        var yaml = SmallScenario.write(folder, "small.yaml", """
                # the same
                focus: {state: BLR, bloc: SCO}
                horizon:
                  start: 2001-01-01
                  end: 2010-12-31
                states: {UZB: {}, CHN: {}, BLR: {}}
                blocs:
                  SCO:
                    founders: [CHN, UZB]
                    ladder:
                      partner: {height: 1}
                      member: {height: 3.0}
                    gates: {}
                events: {}
                """);
        assertEquals(read().hash(), new ScenarioReader().read(yaml, List.of()).hash());
    }

    @Test
    void anotherValueIsAnotherHash() throws IOException, InputException {
        assertNotEquals(read().hash(), read("/seed=2").hash());
    }

    @Test
    void aScenarioThatExtendsTakesOverAllButItsName() throws IOException, InputException {
        SmallScenario.write(
                folder, "base.json", SmallScenario.JSON.replace("{\n  \"focus", "{\"title\": \"Base\", \"focus"));
        var file = SmallScenario.write(folder, "What if.json", "{\"extends\": \"base\", \"seed\": 7}");
        var scenario = new ScenarioReader().read(file, List.of());
        assertEquals(7, scenario.seed());
        assertEquals("what-if", scenario.name());
        assertEquals("what-if", scenario.title());
        assertEquals(3, scenario.states().size());
    }

    @Test
    void aValueCanBePutInPlaceAfterReading() throws IOException, InputException {
        var scenario = read().with(List.of(Setting.of("/states/BLR/patrons/CHN", .25)));
        assertEquals(Dated.always(.25), belarus(scenario).patrons().get("CHN"));
    }

    @Test
    void aWrongValuePutInPlaceIsRefused() throws IOException, InputException {
        var scenario = read();
        assertThrows(InputException.class, () -> scenario.with(List.of(Setting.of("/states/BLR/patrons/CHN", 1.25))));
    }

    @Test
    void aJudgementKnownLaterIsLeftOut() throws IOException, InputException {
        var need = "/states/BLR/need={\"value\":0.5,\"evidence\":\"A3: money\",\"knownFrom\":\"2015-07-31\"}";
        assertNull(belarus(read(need, "/dataUntil=2015-07-30")).figures().get(Attribute.NEED));
        assertEquals(
                Dated.always(.5),
                belarus(read(need, "/dataUntil=2015-07-31")).figures().get(Attribute.NEED));
    }

    @Test
    void aValueLeftOutIsNotCited() throws IOException, InputException {
        var need = "/states/BLR/need={\"value\":0.5,\"evidence\":\"A3: money\",\"knownFrom\":\"2015-07-31\"}";
        assertEquals(List.of(), read(need, "/dataUntil=2010-01-01").cited());
    }

    @Test
    void valuesOfLaterDatesAreLeftOut() throws IOException, InputException {
        var scenario = read("/states/BLR/need={\"2004\":0.4,\"2005\":0.5}", "/dataUntil=2004-12-31");
        assertEquals(
                Dated.from(Map.of(LocalDate.of(2004, 1, 1), .4)),
                belarus(scenario).figures().get(Attribute.NEED));
    }

    @Test
    void aRuleThatBeginsLaterIsLeftOut() throws IOException, InputException {
        var gate = "/blocs/SCO/gates/pause={\"type\":\"closed\",\"rungs\":[\"member\"],\"from\":\"2006-06-15\"}";
        assertEquals(List.of(), sco(read(gate, "/dataUntil=2006-06-14")).gates());
    }

    @Test
    void theEndOfARuleThatComesLaterIsNotKnown() throws IOException, InputException {
        var gate = "/blocs/SCO/gates/pause={\"type\":\"closed\",\"rungs\":[\"member\"],\"from\":\"2006-06-15\","
                + "\"until\":\"2010-06-11\"}";
        assertNull(sco(read(gate, "/dataUntil=2008-12-31")).gates().get(0).until());
    }

    @Test
    void aRungMadeLaterIsLeftOut() throws IOException, InputException {
        var scenario = read("/blocs/SCO/ladder/partner/from=2008-08-28", "/dataUntil=2008-01-01");
        assertEquals(1, sco(scenario).ladder().top());
    }

    @Test
    void anEventKnownLaterIsLeftOut() throws IOException, InputException {
        var event = "/events/a={\"type\":\"leadership-change\",\"state\":\"UZB\",\"from\":\"2005-01-01\","
                + "\"knownFrom\":\"2006-01-01\"}";
        assertEquals(List.of(), read(event, "/dataUntil=2005-12-31").events());
    }

    @Test
    void summitsHeldLaterAreLeftOut() throws IOException, InputException {
        var scenario = read("/blocs/SCO/summits={\"held\":[\"2004-06-17\",\"2005-07-05\"]}", "/dataUntil=2004-12-31");
        assertEquals(List.of(LocalDate.of(2004, 6, 17)), sco(scenario).summits().held());
    }

    @Test
    void nothingIsKnownBeforeThePanelsFirstFigures() {
        var problem = assertThrows(InputException.class, () -> read("/dataUntil=1995-12-30"))
                .problems()
                .get(0);
        assertEquals("/dataUntil", problem.pointer());
    }

    @Test
    void aFocusOnABlocFoundedLaterIsAProblem() {
        var wrong = assertThrows(
                InputException.class, () -> read("/blocs/SCO/founded=2001-06-15", "/dataUntil=2000-12-31"));
        var problem = wrong.problems().get(0).toString();
        assertTrue(problem.contains("could not be known on 2000-12-31"), problem);
    }
}
