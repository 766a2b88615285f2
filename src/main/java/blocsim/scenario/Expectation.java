package blocsim.scenario;

import java.time.LocalDate;

/**
 * What a what-if should do to a probability, said before the model was run.
 *
 * @param measure the probability in words
 * @param state of which state
 * @param bloc in which bloc
 * @param status the id of a rung, which the state holds or is above
 * @param by on which day
 * @param sign whether the probability should fall (-1), stay (0) or rise (1)
 * @param because why
 */
public record Expectation(
        String measure, String state, String bloc, String status, LocalDate by, int sign, String because) {}
