package blocsim.scenario;

/**
 * When a design point has been run often enough.
 *
 * @param output the name of an output that is a number
 * @param halfWidth half the width of the 95 % interval of its mean that is enough
 * @param most how often it is run at most
 */
public record Until(String output, double halfWidth, int most) {}
