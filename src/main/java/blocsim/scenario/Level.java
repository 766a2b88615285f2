package blocsim.scenario;

import blocsim.input.JsonSource;

/**
 * One value of a factor.
 *
 * @param cell what stands in its column: a {@link Double}, {@link Long} or {@link String}
 * @param value what is set in the scenario; null takes the key away
 */
public record Level(Object cell, JsonSource value) {}
