package blocsim.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void namesFarApartStandWhereTheirLinesEnd() {
        assertArrayEquals(new double[] {10, 50, 90}, Labels.apart(new double[] {10, 50, 90}, 20, 0, 100));
    }

    @Test
    void namesThatWouldMeetAreMovedApart() {
        assertArrayEquals(new double[] {10, 30, 50}, Labels.apart(new double[] {10, 12, 14}, 20, 0, 100));
    }

    @Test
    void namesAtTheFootStayOnTheChart() {
        assertArrayEquals(new double[] {60, 80, 100}, Labels.apart(new double[] {98, 99, 100}, 20, 0, 100));
    }

    @Test
    void labelsOfDatesThatWouldMeetStandInTwoRows() {
        Mark early = new Mark(LocalDate.of(2022, 9, 16), "Approval 2022", Rung.MEMBER);
        Mark late = new Mark(LocalDate.of(2024, 7, 4), "Member 2024", Rung.MEMBER);
        double one = Labels.lift(List.of(late), 2000, 2030, 900, Size.SLIDE);
        assertEquals(2 * one, Labels.lift(List.of(early, late), 2000, 2030, 900, Size.SLIDE));
    }
}
