package blocsim.model;

/**
 * A country.
 *
 * @param code ISO 3166-1 alpha-3, or three capital letters of a made-up world
 * @param name the short English name
 */
public record State(String code, String name) {}
