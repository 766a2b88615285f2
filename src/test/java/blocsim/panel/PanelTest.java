package blocsim.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelTest {
    private static final int ALL = 2025;
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final Panel PANEL = Panel.bundled();

    @ParameterizedTest
    @CsvSource({
        "BLR, RUS, 1996, .53",
        "BLR, RUS, 2000, .57",
        "BLR, RUS, 2005, .46",
        "BLR, RUS, 2010, .45",
        "BLR, RUS, 2020, .48",
        "KAZ, RUS, 2000, .29",
        "KAZ, CHN, 2020, .22",
        "MNG, CHN, 2020, .53"
    })
    void tradeSharesAreThoseOfThePublishedFlows(String state, String partner, int year, double share) {
        assertEquals(share, PANEL.tradeShares(state, List.of(partner), year, ALL)[0], .01);
    }

    @Test
    void tradeSharesWithAllStatesSumToOne() {
        var all = PANEL.countries().stream().map(Country::iso3).toList();
        double sum = 0;
        for (double share : PANEL.tradeShares("KAZ", all, 2019, ALL)) {
            sum += share;
        }
        assertEquals(1, sum, 1e-12);
    }

    @Test
    void tradeIsTheSameFromEitherSide() {
        assertEquals(PANEL.trade("KAZ", "CHN", 2015, ALL), PANEL.trade("CHN", "KAZ", 2015, ALL));
    }

    @Test
    void tradeAfterTheEndOfTheSourceIsHeldAndMarked() {
        Reading last = PANEL.tradeReading("BLR", "RUS", 2020, ALL);
        assertEquals(
                new Reading(last.value(), Origin.CARRIED_FORWARD, 2020), PANEL.tradeReading("BLR", "RUS", 2024, ALL));
    }

    @Test
    void tradeOfAStateThatTheSourceDropsIsHeldFromItsLastYear() {
        assertEquals(2014, PANEL.tradeReading("CHN", "TWN", 2019, ALL).fromYear());
    }

    @Test
    void aPairWithoutAFlowInACoveredYearTradesNothing() {
        assertEquals(new Reading(0, Origin.OBSERVED, 1995), PANEL.tradeReading("ARM", "AZE", 1995, ALL));
    }

    @Test
    void tradeWithAnUnknownStateIsNotKnown() {
        assertEquals(Reading.NONE, PANEL.tradeReading("BLR", "XXX", 2015, ALL));
    }

    @Test
    void concentrationIsTheRootOfTheSquaredShares() {
        var all = PANEL.countries().stream().map(Country::iso3).toList();
        double squares = 0;
        for (double share : PANEL.tradeShares("BLR", all, 2012, ALL)) {
            squares += share * share;
        }
        assertEquals(Math.sqrt(squares), PANEL.tradeConcentration("BLR", 2012, ALL), 1e-12);
    }

    @Test
    void russiaIsTheLargestPartnerOfBelarus() {
        assertEquals(Optional.of("RUS"), PANEL.largestPartner("BLR", 2015, ALL));
    }

    @ParameterizedTest
    @CsvSource({"USA, 2001, 2.69", "TUR, 2022, .62", "RUS, 2022, -1.41", "CHN, 2001, -.85", "IRN, 2022, -1.84"})
    void idealPointsAreThePublishedOnes(String state, int year, double point) {
        assertEquals(point, PANEL.idealPoint(state, year, ALL).value(), .005);
    }

    @ParameterizedTest
    @CsvSource({"USA, 25.7", "CHN, 17.9", "RUS, 2.27"})
    void gdpOf2022IsInDollars(String state, double trillions) {
        assertEquals(trillions, PANEL.gdp(state, 2022, ALL).value() / 1e12, .05);
    }

    @Test
    void theWorldIsLargerThanAnyState() {
        assertEquals(100, PANEL.worldGdp(2022, ALL) / 1e12, 5);
    }

    @Test
    void capabilityAndRegimeAreShares() {
        assertEquals(.234, PANEL.capability("CHN", 2022, ALL).value(), .0005);
        assertTrue(PANEL.polyarchy("NOR", 2020, ALL).value() > .85);
    }

    @Test
    void aFigureOfItsYearIsObserved() {
        assertEquals(Origin.OBSERVED, PANEL.gdp("BLR", 2023, ALL).origin());
    }

    @Test
    void aFigureAfterTheEndOfItsSourceIsCarriedForward() {
        Reading reading = PANEL.gdp("BLR", 2025, ALL);
        assertEquals(Origin.CARRIED_FORWARD, reading.origin());
        assertEquals(2023, reading.fromYear());
    }

    @Test
    void aFigureBeforeTheStartOfItsSourceIsCarriedBack() {
        Reading reading = PANEL.gdp("AFG", 1996, ALL);
        assertEquals(Origin.CARRIED_BACK, reading.origin());
        assertEquals(2000, reading.fromYear());
    }

    @Test
    void nothingDatedAfterTheLastKnownYearIsUsed() {
        assertEquals(2013, PANEL.gdp("CHN", 2020, 2013).fromYear());
        assertEquals(2013, PANEL.tradeReading("BLR", "RUS", 2020, 2013).fromYear());
        assertEquals(Reading.NONE, PANEL.gdp("AFG", 1996, 1999));
    }

    @Test
    void aStateThatNoSourceKnowsIsAbsent() {
        assertEquals(Reading.NONE, PANEL.gdp("TWN", 2010, ALL));
    }

    @Test
    void chinaHasFourteenLandNeighbours() {
        var neighbours = new TreeSet<String>();
        for (Country country : PANEL.countries()) {
            if (PANEL.landBorder("CHN", country.iso3())) {
                neighbours.add(country.iso3());
            }
        }
        assertEquals(
                List.of(
                        "AFG", "BTN", "IND", "KAZ", "KGZ", "LAO", "MMR", "MNG", "NPL", "PAK", "PRK", "RUS", "TJK",
                        "VNM"),
                List.copyOf(neighbours));
    }

    @Test
    void statesWithin300kmIncludeThoseAcrossAThirdState() {
        assertEquals(List.of("EST", "LTU", "LVA", "POL", "RUS", "SVK", "UKR"), PANEL.within300km("BLR"));
    }

    @Test
    void capitalsAreAGreatCircleApart() {
        assertEquals(671.6, PANEL.capitalDistanceKm("BLR", "RUS"), .1);
    }

    @Test
    void sharedOrganisationsOfTheCustomsUnionFoundersAreClose() {
        assertTrue(PANEL.comembership("KAZ", "KGZ", 2014, ALL) > PANEL.comembership("KAZ", "FRA", 2014, ALL));
    }

    @Test
    void aStateOfUniversalBodiesOnlySharesNothing() {
        assertEquals(0, PANEL.comembership("MNG", "RUS", 2010, ALL));
    }

    @Test
    void aDefencePactOpenAtTheEndOfTheSourceHoldsOn() {
        assertTrue(PANEL.ally("ARM", "RUS", LocalDate.of(2024, 6, 1)));
        assertTrue(PANEL.alliances("RUS", "ARM").stream().anyMatch(spell -> spell.carried(2024)));
    }

    @Test
    void aSpellOfObligationsIsReadAsItStands() {
        assertEquals(
                List.of(new Alliance("AFG", "CHN", 1990, 2006, false, false, false, false, true, false)),
                PANEL.alliances("CHN", "AFG").subList(0, 1));
    }

    @Test
    void aPactOfConsultationIsNoAlliance() {
        assertFalse(PANEL.ally("AFG", "USA", LocalDate.of(2014, 6, 1)));
    }

    @Test
    void indiaAndPakistanAreRivals() {
        assertTrue(PANEL.rival("PAK", "IND", LocalDate.of(2022, 1, 1)));
    }

    @Test
    void aRivalryThatEndedDoesNotHoldOn() {
        assertFalse(PANEL.rival("ALB", "GRC", LocalDate.of(1997, 1, 1)));
    }

    @Test
    void publishedSanctionsAreNotCarriedForward() {
        assertTrue(PANEL.sanctioned(Sender.US, "TKM", LocalDate.of(2015, 6, 1), END));
        assertFalse(PANEL.sanctioned(Sender.US, "TKM", LocalDate.of(2016, 6, 1), END));
    }

    @ParameterizedTest
    @CsvSource({
        "EU, BLR, 2015-06-01, true",
        "EU, BLR, 2018-06-01, false",
        "EU, BLR, 2020-10-01, false",
        "EU, BLR, 2020-10-02, true",
        "US, BLR, 2021-06-01, true",
        "EU, RUS, 2016-01-01, true",
        "UN, IRN, 2016-01-15, true",
        "UN, IRN, 2016-01-16, false",
        "UN, IRN, 2025-09-28, true",
        "US, SYR, 2025-06-30, true",
        "US, SYR, 2025-07-01, false",
        "US, MMR, 2018-01-01, false",
        "US, MMR, 2021-02-11, true",
        "UN, AFG, 2019-01-01, false"
    })
    void sanctionsAfterThePublishedRecordAreDatedFacts(Sender sender, String state, LocalDate date, boolean under) {
        assertEquals(under, PANEL.sanctioned(sender, state, date, END));
    }

    @Test
    void sanctionsOfAYearAreNotKnownBeforeItIsOver() {
        LocalDate spring = LocalDate.of(2015, 5, 1);
        assertTrue(PANEL.sanctioned(Sender.EU, "BDI", spring, END));
        assertFalse(PANEL.sanctioned(Sender.EU, "BDI", spring, spring));
    }

    @Test
    void sanctionsOfTheLastKnownDayHoldBeyondIt() {
        assertTrue(PANEL.sanctioned(Sender.UN, "IRN", LocalDate.of(2020, 1, 1), LocalDate.of(2013, 12, 31)));
    }

    @Test
    void everyFlagOfTheLastPublishedYearIsTakenUpByHand() {
        var missing = new ArrayList<String>();
        LocalDate last = LocalDate.of(SanctionYear.LAST_YEAR, 12, 31);
        for (Country country : PANEL.countries()) {
            for (Sender sender : Sender.values()) {
                if (PANEL.sanctioned(sender, country.iso3(), last, END)
                        && PANEL.sanctionSpells(country.iso3()).stream().noneMatch(spell -> spell.sender() == sender)) {
                    missing.add(sender + " " + country.iso3());
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @CsvSource({
        "ARM, PAK, 2025-08-30, false",
        "PAK, ARM, 2025-08-31, true",
        "ARM, AZE, 2015-01-01, false",
        "RUS, UKR, 2022-02-23, true",
        "RUS, UKR, 2022-02-24, false",
        "IRN, SAU, 2018-01-01, false",
        "IND, PAK, 2020-01-01, true",
        "MKD, TWN, 2000-01-01, true",
        "ISR, ARE, 2019-01-01, false",
        "ISR, ARE, 2021-01-01, true"
    })
    void diplomaticRelationsHoldButForListedPairs(String a, String b, LocalDate date, boolean relations) {
        assertEquals(relations, PANEL.diplomaticRelations(a, b, date));
    }

    @Test
    void standingsOfABlocComeByDate() {
        List<Standing> steps = PANEL.standings("SCO");
        assertEquals(38, steps.size());
        var dates = steps.stream().map(Standing::from).toList();
        assertEquals(dates.stream().sorted().toList(), dates);
    }

    @Test
    void belarusBecameAMemberInJuly2024() {
        assertTrue(PANEL.standings("SCO").stream()
                .anyMatch(step -> step.iso3().equals("BLR")
                        && step.status() == Status.MEMBER
                        && step.from().equals(LocalDate.of(2024, 7, 4))));
    }

    @Test
    void requestsThatAreNoDecisionPointsNumberTwoHundred() {
        long own = PANEL.blocs().stream()
                .flatMap(bloc -> PANEL.requests(bloc).stream())
                .filter(request -> !request.gate())
                .count();
        assertEquals(200, own);
    }

    @Test
    void objectorsAreListedOneByOne() {
        assertTrue(PANEL.requests("NATO").stream()
                .anyMatch(request -> request.objectors().equals(List.of("GBR", "USA"))));
    }

    @Test
    void decisionsAndRulesNumberAsInTheRecord() {
        int decisions = 0;
        int rules = 0;
        for (String bloc : PANEL.blocs()) {
            decisions += PANEL.decisions(bloc).size();
            rules += PANEL.rules(bloc).size();
        }
        assertEquals(178, decisions);
        assertEquals(58, rules);
    }

    @Test
    void positionsAreThoseOfTheList() {
        assertEquals("BLR", PANEL.countries().get(PANEL.index("BLR")).iso3());
        assertEquals(-1, PANEL.index("XXX"));
    }

    @Test
    void namibiaIsNotMissing() {
        assertEquals("Namibia", PANEL.country("NAM").orElseThrow().name());
    }

    @Test
    void everyTableSaysOnWhatTermsItStandsHere() {
        var described = new TreeSet<String>();
        for (TableInfo table : PANEL.tables()) {
            if (table.shipped()) {
                described.add(table.table());
                assertFalse(table.citation().isEmpty()
                        || table.licence().isEmpty()
                        || table.derived().isEmpty());
            }
        }
        var shipped = new TreeSet<>(PanelBuilder.DERIVED);
        shipped.addAll(List.of("sanctions_by_hand", "diplomatic_absences"));
        assertEquals(shipped, described);
    }

    @ParameterizedTest
    @CsvSource({"gdp, 2023", "population, 2024", "cinc, 2022", "polyarchy, 2025", "ideal_point, 2023", "trade, 2020"})
    void theYearsOfATableAreThoseItIsSaidToCover(String name, int last) throws Exception {
        TableInfo info = PANEL.tables().stream()
                .filter(table -> table.table().equals(name))
                .findFirst()
                .orElseThrow();
        int codes = name.equals("trade") ? 2 : 1;
        var table = WideCsv.parse(Tables.bundled().open(name).readAllBytes(), codes, 1);
        assertEquals(info.firstYear(), table.firstYear());
        assertEquals(info.lastYear(), table.firstYear() + table.years() - 1);
        assertEquals(last, info.lastYear());
    }
}
