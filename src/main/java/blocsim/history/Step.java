package blocsim.history;

import java.time.LocalDate;

/**
 * One recorded rise of a state in a bloc.
 *
 * @param bloc code of the bloc
 * @param state code of the state
 * @param status the rung's id, such as {@code observer}
 * @param kind whether the rise was decided or came into force
 * @param date when
 */
public record Step(String bloc, String state, String status, Kind kind, LocalDate date) {
    /** What happened on the date. */
    public enum Kind {
        /** The bloc decided it. */
        APPROVED("approved"),
        /** It came into force. */
        ENTERED("in force");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word in reports. */
        public String label() {
            return label;
        }
    }
}
