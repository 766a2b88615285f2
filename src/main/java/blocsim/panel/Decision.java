package blocsim.panel;

import java.time.LocalDate;

/**
 * A decision of a bloc to raise a state's status.
 *
 * @param bloc code of the bloc
 * @param iso3 code of the state
 * @param from the status before
 * @param to the status granted
 * @param decided the date of the decision, or of the effect where the decision is not dated
 */
public record Decision(String bloc, String iso3, Status from, Status to, LocalDate decided) implements Dated {
    static final String[] COLUMNS = {"bloc", "iso3", "from_status", "to_status", "decided"};

    @Override
    public String key() {
        return bloc;
    }

    @Override
    public LocalDate date() {
        return decided;
    }

    static Decision of(Row row) {
        return new Decision(
                row.code("bloc"),
                row.state("iso3"),
                row.choice("from_status", Status.class, Status.NONE),
                row.choice("to_status", Status.class, Status.NONE),
                row.date("decided"));
    }
}
