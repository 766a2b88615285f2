package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.model.Attribute;
import blocsim.model.Start;
import blocsim.panel.Panel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Scenarios that take in the states of whole regions, and what holds for many states at once. */
class RegionsTest {
    private static final Path BELARUS = Path.of("scenarios", "belarus-sco.json");
    private static final Path EURASIA = Path.of("scenarios", "eurasia.json");
    private static final Path NORDIC = Path.of("scenarios", "nato-nordic-2022.json");

    private static Scenario read(Path file, String... sets) throws InputException {
        return new ScenarioReader().read(file, List.of(sets));
    }

    private static Start start(Path file, String state, String bloc, String... sets) throws InputException {
        var world = WorldBuilder.build(read(file, sets), Panel.bundled()).world();
        return world.start().stream()
                .filter(start -> start.state() == world.state(state) && start.bloc() == world.bloc(bloc))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> shutInTheUnion(String state) throws InputException {
        return WorldBuilder.shutBy(read(EURASIA), Panel.bundled(), "EU", state, "candidate", LocalDate.of(2010, 1, 1));
    }

    @Test
    void aSubregionAddsItsStates() throws InputException {
        var before = read(BELARUS).states().keySet();
        var added = new ArrayList<>(
                read(BELARUS, "/statesOf=[\"Melanesia\"]").states().keySet());
        added.removeAll(before);
        assertEquals(List.of("FJI", "PNG", "SLB", "VUT"), added);
    }

    @Test
    void whatIsSaidOfAStateStands() throws InputException {
        var belarus = Objects.requireNonNull(
                read(BELARUS, "/statesOf=[\"Europe\"]").states().get("BLR"));
        assertTrue(belarus.figures().containsKey(Attribute.THREAT));
    }

    @Test
    void anUnknownRegionIsAProblem() {
        var problem = assertThrows(InputException.class, () -> read(BELARUS, "/statesOf=[\"Atlantis\"]"))
                .problems()
                .get(0);
        assertTrue(
                problem.toString().contains("Atlantis") && problem.pointer().equals("/statesOf/0"), problem::toString);
    }

    @Test
    void aNumberAmongRegionsIsAProblem() {
        var problem = assertThrows(InputException.class, () -> read(BELARUS, "/statesOf=[\"Melanesia\",5]"))
                .problems()
                .get(0);
        assertEquals("/statesOf/1", problem.pointer());
    }

    @Test
    void aRegionOfNothingIsAProblem() {
        var gate = "/blocs/SCO/gates/region-2010/continents=[]";
        var problem = assertThrows(InputException.class, () -> read(BELARUS, gate))
                .problems()
                .get(0);
        assertTrue(problem.toString().contains("region is empty"), problem::toString);
    }

    @Test
    void aStateThatIsNamedPassesWhereverItLies() throws InputException {
        assertFalse(shutInTheUnion("TUR").contains("region"));
        assertTrue(shutInTheUnion("KAZ").contains("region"));
    }

    @Test
    void aSubregionPassesAndItsContinentDoesNot() throws InputException {
        var scenario = read(EURASIA);
        var day = LocalDate.of(2015, 1, 1);
        assertFalse(WorldBuilder.shutBy(scenario, Panel.bundled(), "ASEAN", "TLS", "member", day)
                .contains("region"));
        assertTrue(WorldBuilder.shutBy(scenario, Panel.bundled(), "ASEAN", "MNG", "member", day)
                .contains("region"));
    }

    @Test
    void nobodyAsksForAProgrammeOnOffer() throws InputException {
        var offered = WorldBuilder.build(read(BELARUS, "/blocs/SCO/ladder/partner/offered=true"), Panel.bundled())
                .world();
        var asked = WorldBuilder.build(read(BELARUS), Panel.bundled()).world();
        int partner = 1 << offered.blocs().get(0).ladder().index("partner");
        int tick = 20;
        int belarus = offered.state("BLR");
        assertEquals(0, offered.figures().get(tick).askable(0, belarus) & partner);
        assertEquals(partner, asked.figures().get(tick).askable(0, belarus) & partner);
    }

    /** Poland applied in 1994, and was a candidate in 1997. */
    @Test
    void aRequestForMembershipIsOneForCandidacyFirst() throws InputException {
        var poland = start(EURASIA, "POL", "EU", "/horizon/end=\"1996-12-31\"");
        assertEquals(2, poland.asked());
    }

    /** Sweden applied on 18 May 2022, and was invited on 29 June. */
    @Test
    void itIsOneForMembershipFromTheDayOfCandidacyOn() throws InputException {
        var sweden = start(NORDIC, "SWE", "NATO", "/horizon/start=\"2022-07-01\"");
        assertEquals(3, sweden.asked());
        assertEquals(LocalDate.of(2022, 6, 29), LocalDate.ofEpochDay(sweden.askedDay()));
    }

    @Test
    void whatAWholeSubregionLacksIsTheMedianOfItsContinent() throws InputException {
        var built = WorldBuilder.build(read(BELARUS, "/states/TUV={}", "/horizon/end=\"2002-12-31\""), Panel.bundled());
        assertTrue(built.standIns().contains("TUV democracy index: the median of its continent"));
    }
}
