package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.model.Attribute;
import blocsim.model.Event;
import blocsim.model.Parameter;
import blocsim.model.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled scenario of Belarus and the SCO says what it should, and its what-ifs change one thing each. */
class BelarusScenarioTest {
    private static final Path FILE = Path.of("scenarios", "belarus-sco.json");

    private static Scenario read(String file) throws InputException {
        return new ScenarioReader().read(Path.of("scenarios").resolve(file), List.of());
    }

    @Test
    void atLeastSixtyStatesTakePart() throws InputException {
        assertTrue(read("belarus-sco.json").states().size() >= 60);
    }

    @Test
    void noParameterIsSet() throws InputException {
        var parameters = read("belarus-sco.json").parameters();
        for (var parameter : Parameter.values()) {
            assertEquals(parameter.standard(), parameters.get(parameter), parameter.key());
        }
    }

    @Test
    void theRecordBehindItsDefaultsEndsBeforeUfa() throws InputException {
        assertEquals(LocalDate.of(2014, 12, 31), read("belarus-sco.json").calibratedUntil());
    }

    @Test
    void theForecastKeepsTheDayOfItsOwnFit() throws InputException {
        assertEquals(LocalDate.of(2025, 12, 31), read("forecast-2035.json").calibratedUntil());
    }

    @Test
    void everyFactIsCitedOrListedAsNotUsed() throws InputException {
        var scenario = read("belarus-sco.json");
        var accounted = new TreeSet<>(scenario.notUsed().keySet());
        scenario.cited().forEach(cited -> accounted.add(cited.source()));
        for (var work : Bibliography.bundled().values()) {
            if (work.kind().equals("fact")) {
                assertTrue(accounted.contains(work.id()), work.id());
            }
        }
    }

    @Test
    void noFactIsBothCitedAndListedAsNotUsed() throws InputException {
        var scenario = read("belarus-sco.json");
        var both = new TreeSet<>(scenario.notUsed().keySet());
        both.retainAll(scenario.cited().stream().map(Cited::source).toList());
        assertEquals(new TreeSet<>(), both);
    }

    @Test
    void uzbekistanObjectsUntilDaysBeforeUfa() throws InputException {
        var objection = event(read("belarus-sco.json"), "uzbekistan-objects");
        assertEquals(LocalDate.of(2015, 7, 3), objection.until());
    }

    @Test
    void theNeverLiftedObjectionHasNoEnd() throws InputException {
        assertNull(event(read("belarus-sco/objection-never-lifted.json"), "uzbekistan-objects")
                .until());
    }

    @Test
    void withoutTheGuaranteeThereIsNoEventOfBeijings() throws InputException {
        var ids = read("belarus-sco/no-guarantee.json").events().stream()
                .map(Event::id)
                .toList();
        assertTrue(ids.contains("russia-backs-iran") && !ids.contains("china-guarantees-belarus"));
    }

    @Test
    void theOpenWestEndsIsolationOnlyAfterTheElection() throws InputException {
        var isolation = given(
                belarus(read("belarus-sco/west-stays-open.json")).figures().get(Attribute.ISOLATION));
        assertNull(isolation.at(LocalDate.of(2020, 8, 8)));
        assertEquals(0.0, isolation.at(LocalDate.of(2020, 8, 9)));
    }

    @Test
    void relianceIsHalvedThroughout() throws InputException {
        var before = given(belarus(read("belarus-sco.json")).patrons().get("RUS"));
        var after = given(belarus(read("belarus-sco/kremlin-reliance-halved.json"))
                .patrons()
                .get("RUS"));
        before.changes().forEach((day, value) -> assertEquals(value / 2, given(after.at(day)), 1e-12));
        assertEquals(before.changes().keySet(), after.changes().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"objection-never-lifted", "no-guarantee", "west-stays-open", "kremlin-reliance-halved"})
    void aWhatIfIsAboutTenLines(String name) throws IOException {
        var lines = Files.readAllLines(Path.of("scenarios", "belarus-sco", name + ".json"));
        assertTrue(lines.size() <= 12, lines.size() + " lines");
    }

    @Test
    void everyWhatIfIsReadAndDiffersFromTheScenario() throws InputException {
        var scenario = read("belarus-sco.json");
        assertEquals(4, scenario.whatIfs().size());
        for (var whatIf : scenario.whatIfs()) {
            var other = new ScenarioReader().read(whatIf.file(), List.of());
            assertNotEquals(scenario.hash(), other.hash());
            assertEquals(scenario.states().keySet(), other.states().keySet());
        }
    }

    @Test
    void everyWhatIfHasExpectationsOnBothMilestones() throws InputException {
        for (var whatIf : read("belarus-sco.json").whatIfs()) {
            var days = new ArrayList<LocalDate>();
            whatIf.expected().forEach(expectation -> days.add(expectation.by()));
            assertEquals(List.of(LocalDate.of(2015, 12, 31), LocalDate.of(2024, 12, 31)), days, whatIf.file() + "");
        }
    }

    @Test
    void theMergerOf2025PutsObserversAmongPartners() throws InputException {
        var ladder = given(read("belarus-sco.json").blocs().get("SCO")).ladder();
        var observer = ladder.rung(ladder.index("observer"));
        assertEquals("partner", observer.mergesInto());
        assertEquals(LocalDate.of(2025, 9, 1), observer.until());
    }

    @Test
    void nothingOfLaterYearsIsLeftWhenDataEndIn2013() throws InputException {
        var scenario = new ScenarioReader().read(FILE, List.of("/dataUntil=2013-12-31"));
        var limit = LocalDate.of(2013, 12, 31);
        scenario.events().forEach(event -> assertTrue(!event.from().isAfter(limit), event.id()));
        scenario.cited().forEach(cited -> {
            var known = cited.knownFrom();
            assertTrue(known == null || !known.isAfter(limit), cited.toString());
        });
        given(scenario.blocs().get("SCO")).gates().forEach(gate -> {
            var from = gate.from();
            assertTrue(from == null || !from.isAfter(limit), gate.id());
        });
    }

    private static Profile belarus(Scenario scenario) {
        return given(scenario.states().get("BLR"));
    }

    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static Event event(Scenario scenario, String id) {
        return scenario.events().stream()
                .filter(event -> event.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
