package blocsim.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.panel.Panel;
import blocsim.panel.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final Panel PANEL = Panel.bundled();

    private static List<Outcome> yearly() {
        var cells = new ArrayList<Cell>();
        for (int year = 2014; year <= 2024; year++) {
            cells.addAll(Cells.at(PANEL, Cells.origin(year), Cells.BLOCS));
        }
        return Outcome.of(PANEL, cells, 1);
    }

    private static Cell cell(int year, String bloc, String state) {
        return Cells.at(PANEL, Cells.origin(year), List.of(bloc)).stream()
                .filter(cell -> cell.state().equals(state))
                .findFirst()
                .orElseThrow();
    }

    /** Counted apart from this program, by a script over the tables. */
    @Test
    void theCellsOfElevenYearsAreThoseOfACountByScript() {
        assertEquals(13_606, yearly().size());
    }

    /** All rows of the table of decisions dated 2015 to 2025 that are not of ASEAN. */
    @Test
    void noDecisionOfTheElevenYearsIsLost() {
        long rows = Cells.BLOCS.stream()
                .flatMap(bloc -> PANEL.decisions(bloc).stream())
                .filter(decision -> decision.decided().getYear() >= 2015)
                .count();
        assertEquals(49, rows);
        assertEquals(rows, yearly().stream().filter(Outcome::decided).count());
    }

    @Test
    void aBlocWithoutThreeMembersInForceHasNoCells() {
        assertTrue(Cells.at(PANEL, Cells.origin(2014), List.of("EAEU")).isEmpty());
    }

    @Test
    void aMemberIsNoCell() {
        assertTrue(Cells.at(PANEL, Cells.origin(2014), List.of("SCO")).stream()
                .noneMatch(cell -> cell.state().equals("CHN")));
    }

    @Test
    void theStatusIsThatInForceAtTheOrigin() {
        assertEquals(Status.PARTNER, cell(2014, "SCO", "BLR").from());
        assertEquals(Status.OBSERVER, cell(2015, "SCO", "BLR").from());
    }

    @Test
    void anApprovalThatIsNotInForceIsMarked() {
        assertTrue(cell(2023, "BRICS", "EGY").pendingEntry());
        assertFalse(cell(2022, "BRICS", "EGY").pendingEntry());
    }

    @Test
    void theOutcomeOfManyYearsHoldsEveryDecisionOnTheWay() {
        var far = Outcome.of(PANEL, List.of(cell(2014, "SCO", "BLR")), 11).get(0);
        assertEquals(
                List.of(LocalDate.of(2015, 7, 10), LocalDate.of(2022, 9, 16)),
                far.decisions().stream().map(decision -> decision.decided()).toList());
        assertEquals(Status.MEMBER, far.at());
    }

    @Test
    void partnershipsOfAseanAreOffered() {
        var norway = Outcome.of(PANEL, List.of(cell(2014, "ASEAN", "NOR")), 1).get(0);
        assertTrue(norway.offered() && !norway.answered());
    }

    @Test
    void anOriginWithinAYearIsRefused() {
        var date = LocalDate.of(2014, 6, 30);
        assertThrows(IllegalArgumentException.class, () -> Cells.at(PANEL, date, Cells.BLOCS));
    }

    /** On 24 August 2023 its accession was opened and its membership decided, in force from 2024. */
    @Test
    void ofTwoStatusesDecidedOnOneDayTheHigherIsReached() {
        var egypt = Outcome.of(PANEL, List.of(cell(2022, "BRICS", "EGY")), 1).get(0);
        assertEquals(Status.MEMBER, egypt.at());
    }
}
