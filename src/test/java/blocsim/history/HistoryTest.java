package blocsim.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import blocsim.panel.Panel;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final LocalDate FOUNDED = LocalDate.of(2001, 6, 15);
    private static final History SCO = new History(Panel.bundled(), "SCO");

    private static List<Step> steps(String state) {
        return SCO.steps(FOUNDED).stream()
                .filter(step -> step.state().equals(state))
                .toList();
    }

    private static Step step(String state, String status, Step.Kind kind, String date) {
        return new Step("SCO", state, status, kind, LocalDate.parse(date));
    }

    @Test
    void indiaWasApprovedInJuly2015AndInForceInJune2017() {
        assertEquals(
                List.of(
                        step("IND", "observer", Step.Kind.APPROVED, "2005-07-05"),
                        step("IND", "observer", Step.Kind.ENTERED, "2005-07-05"),
                        step("IND", "member", Step.Kind.APPROVED, "2015-07-10"),
                        step("IND", "member", Step.Kind.ENTERED, "2017-06-09")),
                steps("IND"));
    }

    @Test
    void belarusRoseThreeTimes() {
        assertEquals(
                List.of(
                        step("BLR", "partner", Step.Kind.APPROVED, "2009-06-16"),
                        step("BLR", "partner", Step.Kind.ENTERED, "2010-04-28"),
                        step("BLR", "observer", Step.Kind.APPROVED, "2015-07-10"),
                        step("BLR", "observer", Step.Kind.ENTERED, "2015-07-10"),
                        step("BLR", "member", Step.Kind.APPROVED, "2022-09-16"),
                        step("BLR", "member", Step.Kind.ENTERED, "2024-07-04")),
                steps("BLR"));
    }

    @Test
    void aCandidateOfTheUnionHasRisen() {
        var history = new History(Panel.bundled(), "EU", true);
        assertEquals("candidate", history.on(LocalDate.of(2020, 1, 1)).get("MKD"));
        assertTrue(history.steps(LocalDate.of(1958, 1, 1))
                .contains(new Step("EU", "MKD", "candidate", Step.Kind.ENTERED, LocalDate.of(2005, 12, 17))));
    }

    @Test
    void noDecisionOnTheDayOfEntryIsMadeUp() {
        var history = new History(Panel.bundled(), "EU", true);
        assertTrue(history.steps(LocalDate.of(1958, 1, 1)).stream()
                .noneMatch(step -> step.status().equals("member") && step.kind() == Step.Kind.APPROVED));
    }

    @Test
    void foundersDidNotRise() {
        for (String founder : List.of("CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB")) {
            assertEquals(List.of(), steps(founder));
        }
    }

    @Test
    void theMergerOf2025IsNoRise() {
        for (String observer : List.of("AFG", "MNG")) {
            assertTrue(steps(observer).stream().noneMatch(step -> step.date().getYear() == 2025), observer);
        }
    }

    @Test
    void aNewPartnerOnTheDayOfTheMergerDoesRise() {
        assertEquals(LocalDate.of(2025, 9, 1), steps("LAO").get(0).date());
    }

    @Test
    void stepsAreInTheOrderOfDates() {
        var dates = SCO.steps(FOUNDED).stream().map(Step::date).toList();
        assertEquals(dates.stream().sorted().toList(), dates);
    }

    @Test
    void anApprovedMemberIsStillAnObserver() {
        assertEquals("observer", SCO.on(LocalDate.of(2016, 1, 1)).get("IND"));
    }

    @Test
    void aStatusHoldsFromItsDayOn() {
        assertFalse(SCO.on(LocalDate.of(2010, 4, 27)).containsKey("BLR"));
        assertEquals("partner", SCO.on(LocalDate.of(2010, 4, 28)).get("BLR"));
    }

    @Test
    void anApprovalIsNoChangeOfTheStatusInForce() {
        assertEquals(
                List.of("partner", "observer", "member"),
                SCO.changes("BLR").stream().map(History.Change::status).toList());
    }
}
