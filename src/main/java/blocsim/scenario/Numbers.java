package blocsim.scenario;

import java.math.BigDecimal;

/** Numbers as a person writes them. */
final class Numbers {
    private Numbers() {}

    /** Without a needless point or exponent: 3, 0.15, 1000000000000000. */
    static String plain(double value) {
        var exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.signum() == 0 ? "0" : exact.toPlainString();
    }
}
