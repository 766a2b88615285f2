package blocsim.panel;

import java.time.LocalDate;

/** A row of the record of a bloc. */
interface Dated extends Keyed {
    /** The date by which the rows of a bloc are put in order. */
    LocalDate date();
}
