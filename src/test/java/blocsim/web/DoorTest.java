package blocsim.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {
    private final AtomicLong now = new AtomicLong();
    private final Door door = new Door(now::get);

    @Test
    void theTokenIsExchangedOnce() {
        assertNotNull(door.exchange(door.token()));
        assertNull(door.exchange(door.token()));
    }

    @Test
    void aWrongTokenDoesNotUseUpTheRightOne() {
        assertNull(door.exchange("guess"));
        assertNotNull(door.exchange(door.token()));
    }

    @Test
    void theCookieOpensAndTheTokenDoesNot() {
        var cookie = door.exchange(door.token());
        assertTrue(door.knows(cookie));
        assertFalse(door.knows(door.token()));
        assertFalse(door.knows(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org:8000", "127.0.0.1:8001", "127.0.0.1", "127.0.0.1.example.org:8000", ""})
    void anotherNameIsNotAnswered(String host) {
        assertFalse(Door.isOwnHost(host, 8000));
    }

    @Test
    void localhostIsThisMachine() {
        assertTrue(Door.isOwnHost("localhost:8000", 8000));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8000, same-origin, true",
        "http://127.0.0.1:8000, cross-site, false",
        "http://127.0.0.1:8001, same-site, false",
        "https://127.0.0.1:8000, same-origin, false",
        "null, same-origin, false"
    })
    void onlyItsOwnPageMayAsk(String origin, String site, boolean own) {
        assertEquals(own, Door.isOwnOrigin(origin, site, "127.0.0.1:8000"));
    }

    @Test
    void tooManyRequestsHaveToWait() {
        int let = 0;
        for (int n = 0; n < 1000; n++) {
            let += door.hasRoom() ? 1 : 0;
        }
        assertEquals(200, let);
        now.addAndGet(1_000_000_000);
        assertTrue(door.hasRoom());
    }
}
