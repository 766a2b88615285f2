package blocsim.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in: a browser on this machine that was given the address with its token. The token opens once and is then exchanged for a
 * cookie, so that an address left in a history opens nothing.
 */
final class Door {
    private static final int SECRET_BYTES = 24;
    private static final double BURST = 200;
    private static final double PER_SECOND = 50;
    private static final double NANOS = 1e9;

    private final String token = secret();
    private final String session = secret();
    private final LongSupplier clock;
    private boolean used;
    private double left = BURST;
    private long last;

    /** @param clock nanoseconds, such as {@link System#nanoTime} */
    Door(LongSupplier clock) {
        this.clock = clock;
        this.last = clock.getAsLong();
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What the printed address carries. */
    String token() {
        return token;
    }

    /** The value of the cookie for a token, the first time it is shown; null for any other token and any other time. */
    synchronized @Nullable String exchange(@Nullable String shown) {
        if (used || !equal(token, shown)) {
            return null;
        }
        used = true;
        return session;
    }

    /** Whether a cookie's value is the one that was given out. */
    boolean knows(@Nullable String cookie) {
        return equal(session, cookie);
    }

    /** Without telling by the time it takes how much of a guess is right. */
    private static boolean equal(String secret, @Nullable String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether a request is addressed to this server by one of its own names: else a page elsewhere has had a name of its own lead here.
     *
     * @param host the header of that name; null if it was not sent
     */
    static boolean isOwnHost(@Nullable String host, int port) {
        return host != null && List.of("127.0.0.1:" + port, "localhost:" + port).contains(host);
    }

    /**
     * Whether a request comes from this server's own page, or from no page at all.
     *
     * @param origin the header of that name; null if it was not sent
     * @param site the header {@code Sec-Fetch-Site}; null if it was not sent
     * @param host under which name the server was asked
     */
    static boolean isOwnOrigin(@Nullable String origin, @Nullable String site, String host) {
        return (origin == null || origin.equals("http://" + host))
                && (site == null || site.equals("same-origin") || site.equals("none"));
    }

    /** Takes one request off what may still come now; false where too many have come. */
    synchronized boolean hasRoom() {
        long now = clock.getAsLong();
        left = Math.min(BURST, left + PER_SECOND * (now - last) / NANOS);
        last = now;
        if (left < 1) {
            return false;
        }
        left -= 1;
        return true;
    }
}
