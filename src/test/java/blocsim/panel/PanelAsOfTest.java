package blocsim.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelAsOfTest {
    private static final LocalDate ORIGIN = LocalDate.of(2014, 12, 31);
    private static final Panel KNOWN = Panel.bundled().asOf(ORIGIN);

    @Test
    void aFigureOfTheYearIsKnownOnItsLastDay() {
        assertEquals(2014, KNOWN.gdp("BLR", 2024, 2025).fromYear());
    }

    @Test
    void aFigureOfTheYearIsNotKnownTheDayBefore() {
        assertEquals(
                2013,
                Panel.bundled().asOf(ORIGIN.minusDays(1)).gdp("BLR", 2024, 2025).fromYear());
    }

    @Test
    void aPairsFigureEndsWithTheView() {
        assertEquals(2014, KNOWN.tradeReading("BLR", "RUS", 2020, 2025).fromYear());
    }

    @Test
    void tradeSharesEndWithTheView() {
        assertEquals(
                KNOWN.tradeShares("BLR", List.of("CHN"), 2014, 2014)[0],
                KNOWN.tradeShares("BLR", List.of("CHN"), 2020, 2025)[0]);
    }

    @Test
    void anAllianceThatEndsLaterIsOpen() {
        var spell = new Alliance("AAA", "BBB", 2000, 2016, false, true, false, false, false, false);
        assertEquals(
                Optional.of(new Alliance("AAA", "BBB", 2000, 2014, true, true, false, false, false, false)),
                spell.asOf(2014));
    }

    @Test
    void anAllianceInItsLastYearIsNotKnownToEnd() {
        var spell = new Alliance("AAA", "BBB", 2000, 2014, false, true, false, false, false, false);
        assertTrue(spell.asOf(2014).orElseThrow().open());
    }

    @Test
    void anAllianceThatIsOverStaysOver() {
        var spell = new Alliance("AAA", "BBB", 2000, 2010, false, true, false, false, false, false);
        assertEquals(Optional.of(spell), spell.asOf(2014));
    }

    @Test
    void aRivalryThatBeginsLaterIsNotThere() {
        assertEquals(
                Optional.empty(), new Rivalry("AAA", "BBB", 2015, 2020, true, true, false, false, false).asOf(2014));
    }

    @Test
    void sanctionsThatEndLaterHaveNoEnd() {
        var spell = new SanctionSpell(
                Sender.EU, "AAA", LocalDate.of(2014, 3, 1), LocalDate.of(2016, 3, 1), "", "", Check.PAGE);
        assertEquals(null, spell.asOf(ORIGIN).orElseThrow().to());
    }

    @Test
    void sanctionsAfterTheViewAreThoseOfItsLastDay() {
        var date = LocalDate.of(2022, 6, 1);
        for (Country country : KNOWN.countries()) {
            String code = country.iso3();
            assertEquals(
                    KNOWN.sanctioned(Sender.EU, code, ORIGIN, ORIGIN), KNOWN.sanctioned(Sender.EU, code, date, date));
        }
    }

    @Test
    void sanctionsThatCameLaterAreNotThere() {
        assertTrue(KNOWN.sanctionSpells("AFG").stream()
                .noneMatch(spell -> spell.from().isAfter(ORIGIN)));
        assertFalse(Panel.bundled().sanctionSpells("AFG").stream()
                .noneMatch(spell -> spell.from().isAfter(ORIGIN)));
    }

    /** The treaty of the Eurasian Economic Union was signed on 29 May 2014 and came into force on 1 January 2015. */
    @Test
    void anApprovalIsKnownButNotTheDayOfItsEffect() {
        var belarus = KNOWN.standings("EAEU").stream()
                .filter(standing -> standing.iso3().equals("BLR"))
                .findFirst()
                .orElseThrow();
        assertFalse(belarus.inForce());
        assertEquals(LocalDate.of(2014, 5, 29), belarus.decided());
    }

    @Test
    void aBlocWithoutAStandingYetIsNotThere() {
        assertFalse(Panel.bundled().asOf(LocalDate.of(2013, 12, 31)).blocs().contains("EAEU"));
    }

    @Test
    void anOutcomeThatCameLaterIsNotKnown() {
        // Whoever had asked by 2014 and was answered in 2015 was waiting.
        var waiting = KNOWN.requests("SCO").stream()
                .filter(request -> request.iso3().equals("IND"))
                .filter(request -> request.sought() == Status.MEMBER)
                .reduce((first, last) -> last)
                .orElseThrow();
        assertEquals(Request.Outcome.PENDING, waiting.outcome());
    }

    @Test
    void remarksTellNothingBeyondTheirMarks() {
        for (Request request : KNOWN.requests("EU")) {
            assertTrue(
                    List.of("", "gate: ", "first report", "gate: first report").contains(request.note()));
        }
    }

    @Test
    void aDateOfAYearIsKnownAtItsEnd() {
        var year = LocalDate.of(2014, 1, 1);
        assertEquals(LocalDate.of(2014, 12, 31), Precision.YEAR.last(year));
    }

    @Test
    void decisionsAndRulesEndWithTheView() {
        assertTrue(
                KNOWN.decisions("SCO").stream().noneMatch(one -> one.decided().isAfter(ORIGIN)));
        assertTrue(KNOWN.rules("SCO").stream().noneMatch(one -> one.from().isAfter(ORIGIN)));
    }

    @Test
    void aViewOfALaterDayShowsNoMore() {
        assertSame(KNOWN, KNOWN.asOf(LocalDate.of(2020, 12, 31)));
    }

    @Test
    void aViewOfAViewIsThatOfThePanel() {
        var earlier = LocalDate.of(2010, 12, 31);
        assertSame(Panel.bundled().asOf(earlier), KNOWN.asOf(earlier));
    }

    /** Every record and figure, so that a table added later is held to it. */
    @ParameterizedTest
    @ValueSource(ints = {2004, 2014, 2021})
    void nothingAfterTheOriginIsInAView(int year) {
        var origin = LocalDate.of(year, 12, 31);
        assertEquals(
                everything(Panel.bundled().asOf(origin)),
                everything(PerturbedPanel.after(year).asOf(origin)));
    }

    @Test
    void thePanelItselfShowsThePerturbation() {
        assertNotEquals(everything(Panel.bundled()), everything(PerturbedPanel.after(2014)));
    }

    private static String everything(Panel panel) {
        var text = new StringBuilder();
        var codes = panel.countries().stream().map(Country::iso3).toList();
        var some = codes.stream().filter(code -> code.charAt(1) < 'F').toList();
        var late = LocalDate.of(2025, 12, 31);
        for (String bloc : panel.blocs()) {
            text.append(panel.standings(bloc))
                    .append(panel.requests(bloc))
                    .append(panel.decisions(bloc))
                    .append(panel.rules(bloc));
        }
        for (String code : codes) {
            text.append(panel.gdp(code, 2025, 2025))
                    .append(panel.population(code, 2025, 2025))
                    .append(panel.capability(code, 2025, 2025))
                    .append(panel.polyarchy(code, 2025, 2025))
                    .append(panel.idealPoint(code, 2025, 2025))
                    .append(panel.tradeConcentration(code, 2025, 2025))
                    .append(panel.sanctionSpells(code));
            for (Sender sender : Sender.values()) {
                text.append(panel.sanctioned(sender, code, late, late));
            }
        }
        for (String a : some) {
            for (String b : some) {
                text.append(panel.comembershipReading(a, b, 2025, 2025))
                        .append(panel.tradeReading(a, b, 2025, 2025))
                        .append(panel.alliances(a, b))
                        .append(panel.rivalries(a, b))
                        .append(panel.diplomaticAbsences(a, b));
            }
        }
        return text.toString();
    }
}
