package blocsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.input.InputException;
import blocsim.model.Facts;
import blocsim.model.Figures;
import blocsim.model.Start;
import blocsim.model.World;
import blocsim.panel.Panel;
import blocsim.panel.PanelOverride;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldBuilderTest {
    private static final Path FILE = Path.of("scenarios", "belarus-sco.json");
    private static final String FROM_2010 = "/horizon/start=\"2010-01-01\"";
    private static final String TO_2016 = "/horizon/end=\"2016-12-31\"";

    @TempDir
    private Path folder;

    private static WorldBuilder.Built built(Panel panel, String... sets) throws InputException {
        return WorldBuilder.build(new ScenarioReader().read(FILE, List.of(sets)), panel);
    }

    private static World world(String... sets) throws InputException {
        return built(Panel.bundled(), sets).world();
    }

    private static Figures first(World world) {
        return world.figures().get(0);
    }

    private PanelOverride table(String name, String... lines) throws IOException {
        Path csv = folder.resolve(name + ".csv");
        Files.writeString(csv, String.join("\n", lines) + "\n");
        return new PanelOverride(name, csv);
    }

    /** The panel with other figures and events for Belarus and Russia in 2014 and 2015. */
    private Panel perturbed() throws IOException, InputException {
        return Panel.bundled()
                .with(List.of(
                        table("gdp", "iso3,year,value", "BLR,2014,9e12", "RUS,2015,9e12"),
                        table("population", "iso3,year,value", "BLR,2014,9e8"),
                        table("polyarchy", "iso3,year,value", "BLR,2014,0.99"),
                        table("ideal_point", "iso3,year,value", "BLR,2014,3", "RUS,2015,3"),
                        table("trade", "iso3_a,iso3_b,year,value", "BLR,CHN,2014,9000000"),
                        table("comembership", "iso3_a,iso3_b,year,value", "BLR,CHN,2014,0.99"),
                        table(
                                "sanctions_by_hand",
                                "sender,iso3,from_date,to_date,what,source,check",
                                "UN,BLR,2014-02-01,,all,made up,memory"),
                        table(
                                "standings",
                                "bloc,iso3,status,from_date,event,source,decision_date,date_precision,check",
                                "SCO,BLR,member,2014-03-01,made up,made up,,day,memory"),
                        table(
                                "diplomatic_absences",
                                "iso3_a,iso3_b,from_date,to_date,what,source,check",
                                "BLR,CHN,2014-04-01,,made up,made up,memory")));
    }

    private static List<Object> all(World world, int ticks) {
        var list = new ArrayList<Object>();
        int n = world.states().size();
        for (int k = 0; k < ticks; k++) {
            var f = world.figures().get(k);
            list.add(f.worldGdp());
            for (int i = 0; i < n; i++) {
                list.addAll(
                        List.of(f.idealPoint(i), f.gdp(i), f.polyarchy(i), f.isolation(i), f.need(i), f.capital(i)));
                list.addAll(List.of(f.concentration(i), f.size(i), f.mainReliance(i), f.mainPatron(i)));
                list.addAll(List.of(f.patronPull(0, i), f.recordedBenefit(0, i), f.askable(0, i), f.open(0, i)));
                for (int j = 0; j < n; j++) {
                    list.addAll(List.of(f.tradeShare(i, j), f.sharedBodies(i, j), f.rival(i, j), f.rivalsFriend(i, j)));
                }
            }
        }
        for (int s = 0; s < world.meetings().count(0); s++) {
            for (int i = 0; i < n; i++) {
                list.add(world.meetings().open(0, s, i));
            }
        }
        list.addAll(world.start());
        return list;
    }

    @Test
    void aMembershipOnRecordInABlocOutsideTheScenarioClashes() throws InputException {
        var world = world("/blocs/SCO/exclusiveWith=[\"CSTO\"]", FROM_2010, TO_2016);
        assertTrue(first(world).clash(0, world.state("BLR")));
        assertFalse(first(world).clash(0, world.state("CHN")));
    }

    @Test
    void aMembershipInABlocOfTheScenarioIsLeftToTheRun() throws InputException {
        var crossroads = Path.of("scenarios", "belarus-crossroads.json");
        var sets = List.of("/blocs/SCO/exclusiveWith=[\"CSTO\"]", FROM_2010, TO_2016);
        var world = WorldBuilder.build(new ScenarioReader().read(crossroads, sets), Panel.bundled())
                .world();
        assertFalse(first(world).clash(world.bloc("SCO"), world.state("BLR")));
    }

    @Test
    void nothingAfterDataUntilIsSeen() throws Exception {
        String[] sets = {FROM_2010, TO_2016, "/dataUntil=2013-12-31"};
        var plain = world(sets);
        var perturbed = built(perturbed(), sets).world();
        assertEquals(all(plain, plain.ticks()), all(perturbed, plain.ticks()));
    }

    @Test
    void theAbsenceOfRelationsIsNotSeenBeforeItIsKnown() throws Exception {
        int day = (int) LocalDate.of(2014, 6, 1).toEpochDay();
        var known = built(perturbed(), FROM_2010, TO_2016).world();
        var unknown =
                built(perturbed(), FROM_2010, TO_2016, "/dataUntil=2013-12-31").world();
        int blr = known.state("BLR");
        int chn = known.state("CHN");
        assertTrue(known.facts().estranged(blr, chn, day));
        assertFalse(unknown.facts().estranged(blr, chn, day));
    }

    /** The tick of 2014 reads the figures of 2013, so those of 2014 show from the tick of 2015 on. */
    @Test
    void aTickReadsTheLastFullYear() throws Exception {
        var plain = world(FROM_2010, TO_2016);
        var perturbed = built(perturbed(), FROM_2010, TO_2016).world();
        int blr = plain.state("BLR");
        assertEquals(plain.figures().get(4).gdp(blr), perturbed.figures().get(4).gdp(blr));
        assertEquals(9e12, perturbed.figures().get(5).gdp(blr));
    }

    @Test
    void aFigureOfThePanelIsThatOfTheYearBefore() throws Exception {
        var world = world(FROM_2010, TO_2016);
        assertEquals(
                Panel.bundled().gdp("KAZ", 2009, 2025).value(), first(world).gdp(world.state("KAZ")));
    }

    @Test
    void withoutEvidenceTheLargestPartnerStandsInForThePatron() throws Exception {
        var world = world(FROM_2010, TO_2016);
        int mongolia = world.state("MNG");
        int china = world.state("CHN");
        assertEquals(china, first(world).mainPatron(mongolia));
        assertEquals(first(world).tradeShare(mongolia, china), first(world).mainReliance(mongolia));
    }

    @Test
    void evidenceOnPatronsReplacesTheProxy() throws Exception {
        var world = world(FROM_2010, TO_2016);
        int belarus = world.state("BLR");
        assertEquals(world.state("RUS"), first(world).mainPatron(belarus));
        assertEquals(0.5, first(world).mainReliance(belarus));
        assertEquals(0.1, first(world).reliance(belarus, world.state("CHN")));
    }

    @Test
    void whatPatronsWantIsTheirStanceByReliance() throws Exception {
        var world = world(FROM_2010, TO_2016);
        assertEquals(0.5 * 0.5 + 0.1 * 0.4, first(world).patronPull(0, world.state("BLR")), 1e-12);
    }

    private static double isolation(String... sets) throws InputException {
        var world = world(sets);
        return first(world).isolation(world.state("KAZ"));
    }

    private static String sanctions(String id, String sender) {
        return "/events/" + id + "={\"type\": \"sanctions\", \"sender\": \"" + sender
                + "\", \"target\": \"KAZ\", \"inForce\": true, \"from\": \"2005-01-01\", \"evidence\": \"RECORD: made up\"}";
    }

    @Test
    void isolationIsHalfForTheWestAndHalfForTheUnitedNations() throws InputException {
        assertEquals(0, isolation(FROM_2010, TO_2016));
        assertEquals(0.5, isolation(FROM_2010, TO_2016, sanctions("x", "EU")));
        assertEquals(0.5, isolation(FROM_2010, TO_2016, sanctions("x", "EU"), sanctions("y", "US")));
        assertEquals(1, isolation(FROM_2010, TO_2016, sanctions("x", "EU"), sanctions("y", "UN")));
    }

    @Test
    void whoSanctionsIsAmongTheIsolators() throws InputException {
        var world = world(FROM_2010, TO_2016, sanctions("x", "US"), "/states/USA={}", "/states/POL={}");
        int kazakhstan = world.state("KAZ");
        assertTrue(first(world).isolates(world.state("USA"), kazakhstan, world.unitedStates()));
        assertFalse(first(world).isolates(world.state("POL"), kazakhstan, world.unitedStates()));
        var eu = world(FROM_2010, TO_2016, sanctions("x", "EU"), "/states/USA={}", "/states/POL={}");
        assertTrue(first(eu).isolates(eu.state("POL"), eu.state("KAZ"), eu.unitedStates()));
        assertFalse(first(eu).isolates(eu.state("USA"), eu.state("KAZ"), eu.unitedStates()));
    }

    @Test
    void aTradeShockDoublesOnePairAndLeavesSharesAddingUp() throws InputException {
        String shock = "/events/x={\"type\": \"trade-shock\", \"partners\": [\"BLR\", \"CHN\"], \"factor\": 2,"
                + " \"from\": \"2005-01-01\", \"evidence\": \"RECORD: made up\"}";
        var plain = world(FROM_2010, TO_2016);
        var shocked = world(FROM_2010, TO_2016, shock);
        int blr = plain.state("BLR");
        int chn = plain.state("CHN");
        double before = first(plain).tradeShare(blr, chn);
        assertEquals(2 * before / (1 + before), first(shocked).tradeShare(blr, chn), 1e-12);
        int rus = plain.state("RUS");
        assertEquals(
                first(plain).tradeShare(blr, rus) / (1 + before), first(shocked).tradeShare(blr, rus), 1e-12);
    }

    /** A partner outside the scenario has its share cut by the growth of the whole, too. */
    @Test
    void aTradeShockLeavesTradeWithStatesOutsideTheScenarioItsPlace() throws InputException {
        String shock = "/events/x={\"type\": \"trade-shock\", \"partners\": [\"BLR\", \"CHN\"], \"factor\": 100,"
                + " \"from\": \"2005-01-01\", \"evidence\": \"RECORD: made up\"}";
        var shocked = world(FROM_2010, TO_2016, shock);
        var within = world(FROM_2010, TO_2016, shock, "/states/DEU={}", "/states/NLD={}", "/states/POL={}");
        assertEquals(
                first(within).concentration(within.state("BLR")),
                first(shocked).concentration(shocked.state("BLR")),
                1e-12);
    }

    @Test
    void anAlignmentShiftMovesTheIdealPointWhileItHolds() throws InputException {
        String shift = "/events/x={\"type\": \"alignment-shift\", \"state\": \"BLR\", \"shift\": 0.4,"
                + " \"from\": \"2011-01-01\", \"until\": \"2013-01-01\", \"evidence\": \"RECORD: made up\"}";
        var plain = world(FROM_2010, TO_2016);
        var shifted = world(FROM_2010, TO_2016, shift);
        int blr = plain.state("BLR");
        double[] moved = new double[4];
        for (int k = 0; k < 4; k++) {
            moved[k] = shifted.figures().get(k).idealPoint(blr)
                    - plain.figures().get(k).idealPoint(blr);
        }
        assertEquals(0, moved[0]);
        assertEquals(0.4, moved[1], 1e-12);
        assertEquals(0.4, moved[2], 1e-12);
        assertEquals(0, moved[3]);
    }

    private static boolean open(World world, String state, String rung, int tick) {
        int index = world.blocs().get(0).ladder().index(rung);
        return (world.figures().get(tick).open(0, world.state(state)) >> index & 1) == 1;
    }

    @Test
    void membershipIsForEurasiaFrom2010On() throws InputException {
        var world = world("/horizon/start=\"2009-01-01\"", "/horizon/end=\"2016-12-31\"");
        assertFalse(open(world, "EGY", "member", 6));
        assertTrue(open(world, "BLR", "member", 6));
    }

    @Test
    void sanctionsOfTheUnitedNationsShutMembership() throws InputException {
        var world = world(FROM_2010, TO_2016, "/horizon/end=\"2019-12-31\"");
        assertFalse(open(world, "IRN", "member", 5));
        assertTrue(open(world, "IRN", "member", 7));
    }

    @Test
    void aMoratoriumShutsTheRungsItNamesOnItsDays() throws InputException {
        var world = world("/horizon/start=\"2005-01-01\"", TO_2016);
        assertTrue(open(world, "BLR", "observer", 0));
        assertFalse(open(world, "BLR", "observer", 2));
        assertTrue(open(world, "BLR", "observer", 6));
        assertFalse(open(world, "BLR", "member", 6));
    }

    @Test
    void aRungIsNotOpenBeforeItExists() throws InputException {
        var world = world("/horizon/start=\"2005-01-01\"", TO_2016);
        assertFalse(open(world, "BLR", "partner", 3));
        assertTrue(open(world, "BLR", "partner", 4));
    }

    private static Start start(World world, String state) {
        return world.start().stream()
                .filter(standing -> standing.state() == world.state(state))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void indiaStartsIn2016AsAnObserverApprovedAsAMember() throws InputException {
        var world = world("/horizon/start=\"2016-01-01\"");
        var india = start(world, "IND");
        var ladder = world.blocs().get(0).ladder();
        assertEquals("observer", ladder.id(india.rung()));
        assertEquals("member", ladder.id(india.approved()));
        assertEquals(LocalDate.of(2017, 6, 10).toEpochDay(), india.entryDay());
        assertEquals(LocalDate.of(2005, 7, 5).toEpochDay(), india.since());
    }

    /** Afghanistan asked in May 2011 and was answered in June 2012. */
    @Test
    void anAnswerThatIsNotKnownYetLeavesARequestPending() throws InputException {
        assertEquals(0, askedIn2013("2012-12-31"));
        assertEquals(2, askedIn2013("2012-01-31"));
    }

    private static int askedIn2013(String dataUntil) throws InputException {
        var world = world("/horizon/start=\"2013-01-01\"", TO_2016, "/dataUntil=\"" + dataUntil + "\"");
        return world.start().stream()
                .filter(start -> start.state() == world.state("AFG"))
                .mapToInt(Start::asked)
                .sum();
    }

    @Test
    void outsidersHaveNoStart() throws InputException {
        var world = world("/horizon/start=\"2016-01-01\"");
        assertTrue(world.start().stream().noneMatch(s -> s.state() == world.state("JPN")));
    }

    @Test
    void beforeTheFoundingNobodyStandsAnywhere() throws InputException {
        assertEquals(List.of(), world().start());
    }

    @Test
    void theRecordIsThatOfTheEndOfTheTick() throws InputException {
        var world = world(FROM_2010, TO_2016);
        int blr = world.state("BLR");
        assertEquals(0.5, first(world).recordedBenefit(0, blr));
        assertEquals(0.5, world.figures().get(4).recordedBenefit(0, blr));
        assertEquals(0.6, world.figures().get(5).recordedBenefit(0, blr));
    }

    @Test
    void idealPointsDriftOnceThePanelHasEnded() throws InputException {
        var drifts = world("/dataUntil=2013-12-31", FROM_2010, TO_2016).driftTicks();
        assertEquals(List.of(false, false, false, false, false, true, true), drifts);
    }

    @Test
    void whatStandsInForAMissingFigureIsNoted() throws InputException {
        var standIns = built(Panel.bundled()).standIns();
        assertTrue(standIns.stream().anyMatch(line -> line.startsWith("PRK GDP: ")), standIns.toString());
    }

    @Test
    void anObjectionWithoutAnEndNeverEnds() throws InputException {
        var world = world();
        int member = world.blocs().get(0).ladder().index("member");
        double strength = world.facts().dispute(0, world.state("AZE"), world.state("IND"), member, Facts.NEVER - 1);
        assertEquals(0.7, strength);
    }

    private static final String TO_2032 = "/horizon/end=\"2032-12-31\"";

    @Test
    void aGdpThatTheScenarioGivesIsCarriedOnFromItsOwnDay() throws InputException {
        var world = world("/states/BLR/gdp={\"2010\": 1e11, \"2030\": 2e11}", FROM_2010, TO_2032);
        int blr = world.state("BLR");
        assertEquals(
                List.of(0, 19, 0, 2),
                Stream.of(0, 19, 20, 22)
                        .map(k -> world.figures().get(k).gdpHeld(blr))
                        .toList());
    }

    @Test
    void aGdpThatTheScenarioGivesForAllDaysIsNeverCarriedOn() throws InputException {
        var world = world("/states/BLR/gdp=1e11", FROM_2010, TO_2032);
        assertEquals(0, world.figures().get(22).gdpHeld(world.state("BLR")));
    }

    @Test
    void aGdpOfThePanelIsCarriedOnFromItsLastYear() throws InputException {
        var world = world(FROM_2010, TO_2032);
        int last = Panel.bundled().gdp("BLR", 2031, 2031).fromYear();
        assertEquals(2031 - last, world.figures().get(22).gdpHeld(world.state("BLR")));
    }
}
