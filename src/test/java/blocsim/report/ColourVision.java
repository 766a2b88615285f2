package blocsim.report;

import java.awt.Color;

/**
 * How colours look and how far apart they are.
 *
 * <p>Source: Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", severity 1.0; Sharma, Wu and Dalal (2005), "The CIEDE2000 Color-Difference Formula"; WCAG 2.2 for contrast.
 */
enum ColourVision {
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(.152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998),
    DEUTERANOPIA(.367322, .860646, -.227968, .280085, .672501, .047413, -.011820, .042940, .968881),
    TRITANOPIA(1.255528, -.076749, -.178779, -.078411, .930809, .147602, .004733, .691367, .303900);

    @SuppressWarnings("ImmutableEnumChecker") // nothing writes to it
    private final double[] matrix;

    ColourVision(double... matrix) {
        this.matrix = matrix;
    }

    /** CIEDE2000 between two colours as this eye sees them. */
    double difference(Color a, Color b) {
        return ciede2000(lab(seen(a)), lab(seen(b)));
    }

    /** Contrast between two colours, 1 to 21. */
    static double contrast(Color a, Color b) {
        double ya = luminance(a) + .05;
        double yb = luminance(b) + .05;
        return Math.max(ya, yb) / Math.min(ya, yb);
    }

    static double ciede2000(double[] first, double[] second) {
        double meanC = (Math.hypot(first[1], first[2]) + Math.hypot(second[1], second[2])) / 2;
        double g = .5 * (1 - Math.sqrt(Math.pow(meanC, 7) / (Math.pow(meanC, 7) + Math.pow(25, 7))));
        double a1 = first[1] * (1 + g);
        double a2 = second[1] * (1 + g);
        double c1 = Math.hypot(a1, first[2]);
        double c2 = Math.hypot(a2, second[2]);
        double h1 = hue(a1, first[2]);
        double h2 = hue(a2, second[2]);
        double dh = 0;
        double sum = h1 + h2;
        double h = sum;
        if (c1 * c2 != 0) {
            dh = h2 - h1;
            dh = dh > 180 ? dh - 360 : dh < -180 ? dh + 360 : dh;
            h = Math.abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
        }
        double dH = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(dh / 2));
        double l = (first[0] + second[0]) / 2 - 50;
        double c = (c1 + c2) / 2;
        double t = 1 - .17 * cos(h - 30) + .24 * cos(2 * h) + .32 * cos(3 * h + 6) - .2 * cos(4 * h - 63);
        double sl = 1 + .015 * l * l / Math.sqrt(20 + l * l);
        double sc = 1 + .045 * c;
        double sh = 1 + .015 * c * t;
        double turn = 30 * Math.exp(-Math.pow((h - 275) / 25, 2));
        double r = -2
                * Math.sqrt(Math.pow(c, 7) / (Math.pow(c, 7) + Math.pow(25, 7)))
                * Math.sin(Math.toRadians(2 * turn));
        double x = (second[0] - first[0]) / sl;
        double y = (c2 - c1) / sc;
        double z = dH / sh;
        return Math.sqrt(x * x + y * y + z * z + r * y * z);
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private double[] seen(Color colour) {
        double[] rgb = linear(colour);
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = matrix[3 * i] * rgb[0] + matrix[3 * i + 1] * rgb[1] + matrix[3 * i + 2] * rgb[2];
            seen[i] = Math.max(0, Math.min(1, sum));
        }
        return seen;
    }

    private static double luminance(Color colour) {
        double[] rgb = linear(colour);
        return .2126 * rgb[0] + .7152 * rgb[1] + .0722 * rgb[2];
    }

    private static double[] linear(Color colour) {
        return new double[] {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= .04045 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4);
    }

    private static double[] lab(double[] rgb) {
        double x = f((.4124564 * rgb[0] + .3575761 * rgb[1] + .1804375 * rgb[2]) / .95047);
        double y = f(.2126729 * rgb[0] + .7151522 * rgb[1] + .0721750 * rgb[2]);
        double z = f((.0193339 * rgb[0] + .1191920 * rgb[1] + .9503041 * rgb[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
}
