package blocsim.scenario;

import java.util.Locale;

/** The scale on which a fitted number is normal. */
public enum Scale {
    /** The number itself. */
    LINEAR,
    /** Its logarithm. */
    LOG,
    /** The logarithm of its odds; of a number between 0 and 1. */
    LOGIT;

    /** The word for it in a scenario. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A number moved along the scale. */
    double moved(double number, double by) {
        return switch (this) {
            case LINEAR -> number + by;
            case LOG -> number * StrictMath.exp(by);
            case LOGIT -> 1 / (1 + (1 - number) / number * StrictMath.exp(-by));
        };
    }
}
