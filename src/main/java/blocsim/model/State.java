package blocsim.model;

/**
 * A country, or a state of an invented world.
 *
 * @param code ISO 3166-1 alpha-3; of an invented state {@code X} and two to five digits, which no country has
 * @param name the short English name
 */
public record State(String code, String name) {
    /** Whether a code is that of an invented state, of which the data panel knows nothing. */
    public static boolean invented(String code) {
        return code.length() > 2 && code.charAt(0) == 'X' && Character.isDigit(code.charAt(1));
    }
}
