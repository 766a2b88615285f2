package blocsim.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import blocsim.model.Ladder;
import blocsim.model.Rung;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTest {
    @ParameterizedTest
    @CsvSource({
        "PARTNER, NONE, true",
        "MEMBER, CANDIDATE, true",
        "OBSERVER, OBSERVER, false",
        "NONE, PARTNER, false",
        "PARTNER, WITHDRAWN, true",
        "NONE, WITHDRAWN, false"
    })
    void aStatusIsAboveThoseBelowItOnTheLadder(Status status, Status from, boolean above) {
        assertEquals(above, status.isAbove(from));
    }

    @ParameterizedTest
    @EnumSource
    void toLeaveIsNoRise(Status from) {
        assertFalse(Status.WITHDRAWN.isAbove(from));
    }

    @Test
    void whoStandsBelowTheFirstRungHasNoStanding() {
        var ladder = new Ladder(List.of(new Rung("member", "Member", 3, 1, 1, 0, null, null, null, null, null)));
        assertEquals(List.of(Status.NONE, Status.MEMBER), List.of(Status.of(ladder, 0), Status.of(ladder, 1)));
    }
}
