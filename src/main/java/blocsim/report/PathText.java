package blocsim.report;

import java.util.List;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/** Paths of SVG written with steps in place of places, which takes half the room. */
final class PathText {
    private static final Pattern LONG = Pattern.compile("(?<=\\sd=\")[MLZ\\d. -]{200,}(?=\")");

    private PathText() {}

    /** Rings as one path; rounded to hundredths. */
    static String of(List<double[]> rings) {
        var text = new StringBuilder();
        for (double[] ring : rings) {
            text.append('M').append(ring[0]).append(' ').append(ring[1]);
            for (int n = 2; n < ring.length; n += 2) {
                text.append('L').append(ring[n]).append(' ').append(ring[n + 1]);
            }
            text.append('Z');
        }
        return steps(text.toString());
    }

    /** A picture with its long paths written shorter; paths with curves stay as they are. */
    static String shortened(String svg) {
        return LONG.matcher(svg).replaceAll(found -> steps(found.group()));
    }

    /** A path of moves, lines and closings with every place but the first one as the steps from the one before, in hundredths. */
    private static String steps(String path) {
        var text = new StringBuilder();
        long x = 0;
        long y = 0;
        long startX = 0;
        long startY = 0;
        char last = ' ';
        var tokens = new StringTokenizer(path, "MLZ ", true);
        char command = ' ';
        while (tokens.hasMoreTokens()) {
            String token = tokens.nextToken();
            char first = token.charAt(0);
            if (first == ' ') {
                continue;
            }
            if (first == 'M' || first == 'L') {
                command = first;
                continue;
            }
            if (first == 'Z') {
                text.append('z');
                x = startX;
                y = startY;
                last = 'z';
                continue;
            }
            long toX = hundredths(token);
            String down = tokens.nextToken();
            while (down.equals(" ")) {
                down = tokens.nextToken();
            }
            long toY = hundredths(down);
            char letter = command == 'M' ? 'm' : 'l';
            if (letter == 'm' || letter != last) {
                text.append(letter);
                last = letter;
                append(text, toX - x, false);
            } else {
                append(text, toX - x, true);
            }
            append(text, toY - y, true);
            x = toX;
            y = toY;
            if (letter == 'm') {
                startX = x;
                startY = y;
            }
        }
        return text.toString();
    }

    private static long hundredths(String number) {
        return Math.round(100 * Double.parseDouble(number));
    }

    private static void append(StringBuilder text, long hundredths, boolean parted) {
        if (hundredths < 0) {
            text.append('-');
        } else if (parted) {
            text.append(' ');
        }
        long size = Math.abs(hundredths);
        long whole = size / 100;
        long rest = size % 100;
        if (whole > 0 || rest == 0) {
            text.append(whole);
        }
        if (rest > 0) {
            text.append('.').append(rest / 10);
            if (rest % 10 > 0) {
                text.append(rest % 10);
            }
        }
    }
}
