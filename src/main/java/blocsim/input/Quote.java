package blocsim.input;

/** Words of the user's, made fit for a message or a command: short, on one line, without control characters. */
public final class Quote {
    private static final int LONGEST = 60;

    private Quote() {}

    /** The text in double quotes, shortened to 60 characters. */
    public static String of(String text) {
        return '"' + shorten(text, LONGEST) + '"';
    }

    /** A word as a shell reads it back: in single quotes if it has more than letters, digits and {@code _./-}. */
    public static String forShell(String word) {
        return word.matches("[\\w./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** The text without control characters, shortened to a number of characters. */
    public static String shorten(String text, int longest) {
        var clean = new StringBuilder();
        for (int i = 0; i < text.length() && clean.length() < longest; i++) {
            char c = text.charAt(i);
            boolean unfit = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == '\u2028';
            clean.append(unfit ? '\uFFFD' : c);
        }
        if (clean.length() > 0 && Character.isHighSurrogate(clean.charAt(clean.length() - 1))) {
            clean.setLength(clean.length() - 1);
        }
        return text.length() > longest ? clean + "…" : clean.toString();
    }
}
