package blocsim.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.panel.Decision;
import blocsim.panel.Membership;
import blocsim.panel.Panel;
import blocsim.panel.Standing;
import blocsim.panel.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrganisationsTest {
    private final List<Membership> rows = new ArrayList<>();

    private OrganisationsTest full(String organisation, int year, String... states) {
        return with(Membership.Level.FULL, organisation, year, states);
    }

    private OrganisationsTest with(Membership.Level level, String organisation, int year, String... states) {
        for (String state : states) {
            rows.add(new Membership(year, organisation, state, level));
        }
        return this;
    }

    private Panel record() {
        return new Organisations(rows).record(Panel.bundled());
    }

    @Test
    void whoComesLaterJoins() {
        full("NEW", 2000, "POL", "CZE", "SVK").full("NEW", 2001, "POL", "CZE", "SVK", "HUN");
        assertEquals(
                List.of(new Decision("NEW", "HUN", Status.NONE, Status.MEMBER, LocalDate.of(2001, 12, 31))),
                record().decisions("NEW"));
    }

    @Test
    void whoFoundsDoesNotJoin() {
        full("NEW", 2000, "POL", "CZE").full("NEW", 2001, "POL", "CZE", "SVK");
        assertEquals(List.of(), record().decisions("NEW"));
    }

    @Test
    void associatesAndObserversStandOutside() {
        full("NEW", 2000, "POL", "CZE", "SVK")
                .with(Membership.Level.ASSOCIATE, "NEW", 2000, "HUN")
                .with(Membership.Level.OBSERVER, "NEW", 2000, "AUT");
        assertEquals(Set.of("CZE", "POL", "SVK"), new Organisations(rows).members("NEW", 2000));
    }

    @Test
    void aYearThatIsNotKnownIsThatBefore() {
        full("NEW", 2000, "POL", "CZE", "SVK")
                .full("NEW", 2001, "POL", "CZE")
                .with(Membership.Level.UNKNOWN, "NEW", 2001, "SVK", "HUN");
        assertEquals(Set.of("CZE", "POL", "SVK"), new Organisations(rows).members("NEW", 2001));
    }

    @Test
    void theFileDoesNotTellOfAYearThatIsNotKnown() {
        full("NEW", 2000, "POL", "CZE", "SVK").with(Membership.Level.UNKNOWN, "NEW", 2001, "HUN");
        var found = new Organisations(rows);
        assertTrue(found.tells("NEW", "HUN", 2000));
        assertFalse(found.tells("NEW", "HUN", 2001));
    }

    @Test
    void whoLeavesHasWithdrawn() {
        full("NEW", 2000, "POL", "CZE", "SVK", "HUN").full("NEW", 2001, "POL", "CZE", "SVK");
        Standing last = record().standings("NEW").get(4);
        assertEquals("HUN WITHDRAWN", last.iso3() + " " + last.status());
    }

    @Test
    void ofAYearNothingIsKnownBeforeItsEnd() {
        full("NEW", 2000, "POL", "CZE", "SVK").full("NEW", 2001, "POL", "CZE", "SVK", "HUN");
        var before = record().asOf(LocalDate.of(2001, 12, 30));
        assertEquals(List.of(), before.decisions("NEW"));
        assertEquals(3, before.standings("NEW").size());
        assertEquals(
                4, record().asOf(LocalDate.of(2001, 12, 31)).standings("NEW").size());
    }

    @Test
    void theRecordOfThePanelsOwnBlocsIsGone() {
        full("EU", 2000, "POL", "CZE", "SVK");
        assertEquals(List.of("EU"), record().blocs());
        assertEquals(List.of(), record().requests("SCO"));
    }

    @Test
    void anOrganisationOfNeighboursIsRegionalAndOneOfTheWorldIsNot() {
        full("NEAR", 2000, "POL", "CZE", "SVK").full("WIDE", 2000, "BRA", "JPN", "POL", "ZAF");
        assertEquals(List.of("NEAR"), new Organisations(rows).regional(Panel.bundled(), 2000, 2000));
    }

    @Test
    void whatIsRegionalDoesNotHangOnLaterYears() {
        full("NEAR", 2000, "POL", "CZE", "SVK").full("WIDE", 2000, "BRA", "JPN", "POL", "ZAF");
        full("NEAR", 2001, "POL", "CZE", "SVK", "AUS", "BRA", "JPN", "ZAF");
        assertEquals(List.of("NEAR"), new Organisations(rows).regional(Panel.bundled(), 2000, 2000));
    }
}
