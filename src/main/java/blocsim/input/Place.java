package blocsim.input;

/**
 * Where a value stands.
 *
 * @param file the file as the user named it, or another name of the place such as {@code --set}
 * @param line the line, from 1; 0 where a line means nothing
 * @param column the column, from 1; 0 where a column means nothing
 * @param pointer the JSON pointer (RFC 6901) of the value; empty for the whole document
 */
public record Place(String file, int line, int column, String pointer) {
    /** The start of a document that has no lines, such as the command line. */
    public static Place of(String file) {
        return new Place(file, 0, 0, "");
    }

    /** The pointer one step below another, with {@code ~} and {@code /} of the key escaped. */
    public static String below(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** A problem with what stands here. */
    public InputProblem problem(String what, String remedy) {
        return new InputProblem(file, line, Quote.shorten(pointer, 200), what, remedy);
    }
}
