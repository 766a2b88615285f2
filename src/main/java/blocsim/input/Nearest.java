package blocsim.input;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The known word that a mistyped one was probably meant to be.
 *
 * <p>Distance: insertions, deletions, replacements and swaps of neighbours (Damerau 1964, in its restricted form). Case is
 * ignored.
 */
public final class Nearest {
    private static final int LONGEST = 60;

    private Nearest() {}

    /** The nearest of the known words, the first of equals; null if none is within a third of the word's length, or 1. */
    public static @Nullable String of(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return null;
        }
        @Nullable String nearest = null;
        int least = Math.max(1, word.length() / 3) + 1;
        for (var candidate : known) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** {@code did you mean "…"?} and a space before what follows, or nothing where no known word is near. */
    public static String hint(String word, Collection<String> known) {
        var nearest = of(word, known);
        return nearest == null ? "" : "did you mean " + Quote.of(nearest) + "? ";
    }

    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
