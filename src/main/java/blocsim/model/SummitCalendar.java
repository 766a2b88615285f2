package blocsim.model;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * When a bloc's heads of state meet.
 *
 * @param held the days of meetings on record, in order
 * @param usual the day assumed in a year without a meeting on record
 */
public record SummitCalendar(List<LocalDate> held, MonthDay usual) {
    /** Copies and sorts the days. */
    public SummitCalendar {
        var sorted = new ArrayList<>(held);
        Collections.sort(sorted);
        held = List.copyOf(sorted);
    }

    /** The days of meetings from {@code from} on and before {@code until}, in order. */
    public List<LocalDate> between(LocalDate from, LocalDate until) {
        var days = new ArrayList<LocalDate>();
        for (int year = from.getYear(); year <= until.getYear(); year++) {
            int calendarYear = year;
            var onRecord =
                    held.stream().filter(day -> day.getYear() == calendarYear).toList();
            for (var day : onRecord.isEmpty() ? List.of(usual.atYear(year)) : onRecord) {
                if (!day.isBefore(from) && day.isBefore(until)) {
                    days.add(day);
                }
            }
        }
        return days;
    }
}
