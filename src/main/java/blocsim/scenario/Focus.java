package blocsim.scenario;

/**
 * The pair that reports speak of first.
 *
 * @param state a state's code
 * @param bloc a bloc's code
 */
public record Focus(String state, String bloc) {}
