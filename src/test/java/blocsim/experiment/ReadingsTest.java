package blocsim.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import blocsim.TestWorlds;
import blocsim.model.Cause;
import blocsim.model.World;
import blocsim.scenario.Measure;
import blocsim.scenario.Output;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private final World world =
            TestWorlds.of("BLR", "CHN", "UZB").members("CHN", "UZB").build();
    private final int sco = world.bloc("SCO");
    private final int belarus = world.state("BLR");

    /** What is read off a run in which Belarus asks twice, is stopped by Uzbekistan, is a partner for two years and then a member. */
    private @Nullable Object read(Measure measure) {
        var readings = new Readings(world, List.of(new Output("one", measure, "")));
        for (int run = 0; run < 2; run++) {
            // The second run must not know of the first.
            readings.begin();
            readings.happened(day("2002-01-01"), sco, belarus, 0, 1, Cause.ASKED);
            readings.objected(day("2002-07-01"), sco, belarus, 1, world.state("CHN"), false);
            readings.objected(day("2002-07-01"), sco, belarus, 1, world.state("UZB"), true);
            readings.happened(day("2002-07-01"), sco, belarus, 0, 1, Cause.STOPPED);
            readings.happened(day("2003-07-01"), sco, belarus, 0, 1, Cause.APPROVED);
            readings.happened(day("2004-01-01"), sco, belarus, 0, 1, Cause.ENTERED);
            readings.happened(day("2005-01-01"), sco, belarus, 1, 3, Cause.ASKED);
            readings.happened(day("2006-01-01"), sco, belarus, 1, 3, Cause.ENTERED);
        }
        return readings.cells().get(0);
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    @Test
    void theFirstDayAtAStatusOrHigher() {
        assertEquals(LocalDate.of(2006, 1, 1), read(new Measure.FirstDate("SCO", "BLR", "observer")));
    }

    @Test
    void aFounderHoldsItsStatusFromTheFirstDay() {
        assertEquals(LocalDate.of(2001, 1, 1), read(new Measure.FirstDate("SCO", "CHN", "member")));
    }

    @Test
    void reachedOnTheVeryDayCounts() {
        assertEquals(1L, read(new Measure.Reached("SCO", "BLR", "member", LocalDate.of(2006, 1, 1))));
    }

    @Test
    void reachedTheDayAfterDoesNotCount() {
        assertEquals(0L, read(new Measure.Reached("SCO", "BLR", "member", LocalDate.of(2005, 12, 31))));
    }

    @Test
    void theStatusOnADateIsThatOfItsEnd() {
        assertEquals("partner", read(new Measure.StatusOn("SCO", "BLR", LocalDate.of(2005, 12, 31))));
    }

    @Test
    void theSizeCountsFounders() {
        assertEquals(3L, read(new Measure.Size("SCO", "partner", LocalDate.of(2005, 1, 1))));
    }

    @Test
    void theFirstObjectorIsTheOneThatWasFirst() {
        assertEquals("UZB", read(new Measure.FirstObjector("SCO", "BLR")));
    }

    @Test
    void yearsAtAStatusEndWithIt() {
        assertEquals(731 / 365.25, read(new Measure.YearsAt("SCO", "BLR", "partner")));
    }

    @Test
    void requestsAreCounted() {
        assertEquals(2L, read(new Measure.Count(Measure.Count.Kind.REQUESTS, "SCO", "BLR")));
    }

    @Test
    void stopsOfAllStatesAreCounted() {
        assertEquals(1L, read(new Measure.Count(Measure.Count.Kind.STOPS, "SCO", null)));
    }
}
