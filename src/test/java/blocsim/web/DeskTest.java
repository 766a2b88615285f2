package blocsim.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskTest {
    private static final long LONG = 60_000;

    private final Desk desk = new Desk(10_000);

    @AfterEach
    void close() {
        desk.close();
    }

    /** Has a message of so many letters told, and waits until the desk is free again. */
    private Job done(int letters) throws InterruptedException {
        var job = Objects.requireNonNull(desk.begin(mine -> mine.tell("done", "x".repeat(letters), true)));
        settled();
        return job;
    }

    private void settled() throws InterruptedException {
        var free = new CountDownLatch(1);
        desk.begin(mine -> free.countDown());
        assertTrue(free.await(LONG, TimeUnit.MILLISECONDS));
    }

    @Test
    void whatWasFinishedLongestAgoIsForgottenFirst() throws InterruptedException {
        var ids = new ArrayList<String>();
        for (int n = 0; n < 3; n++) {
            ids.add(done(3000).id());
        }
        assertNull(desk.job(ids.get(0)));
        assertNotNull(desk.job(ids.get(2)));
    }

    @Test
    void whatIsAskedForIsKeptLonger() throws InterruptedException {
        var pinned = done(3000).id();
        var between = done(3000).id();
        desk.job(pinned);
        done(3000);
        assertEquals(List.of(true, false), List.of(desk.job(pinned) != null, desk.job(between) != null));
    }

    @Test
    void theLastOneIsKeptHoweverLargeItIs() throws InterruptedException {
        var large = Objects.requireNonNull(desk.begin(mine -> mine.tell("done", "x".repeat(50_000), true)));
        var next = Objects.requireNonNull(desk.begin(
                mine -> mine.tell(desk.job(large.id()) == null ? "lost" : "kept", "{}", true)));
        assertEquals("kept", Objects.requireNonNull(next.after(0, LONG)).event());
    }

    @Test
    void whatIsWaitingIsNeverForgotten() throws InterruptedException {
        var go = new CountDownLatch(1);
        var at = new CountDownLatch(1);
        desk.begin(mine -> {
            at.countDown();
            wait(go);
            mine.tell("done", "x".repeat(50_000), true);
        });
        assertTrue(at.await(LONG, TimeUnit.MILLISECONDS));
        var waiting = Objects.requireNonNull(desk.begin(mine -> mine.tell("done", "{}", true)));
        go.countDown();
        var message = waiting.after(0, LONG);
        assertTrue(message != null && message.event().equals("done"));
    }

    @Test
    void aFullQueueTakesNoMore() throws InterruptedException {
        var go = new CountDownLatch(1);
        var at = new CountDownLatch(1);
        desk.begin(mine -> {
            at.countDown();
            wait(go);
        });
        assertTrue(at.await(LONG, TimeUnit.MILLISECONDS));
        int taken = 0;
        for (int n = 0; n < 40; n++) {
            taken += desk.begin(mine -> {}) == null ? 0 : 1;
        }
        go.countDown();
        assertEquals(24, taken);
    }

    @Test
    void aCancelledJobIsInterruptedAndTheNextOneIsNot() throws InterruptedException {
        var at = new CountDownLatch(1);
        var job = Objects.requireNonNull(desk.begin(mine -> {
            at.countDown();
            wait(new CountDownLatch(1));
        }));
        assertTrue(at.await(LONG, TimeUnit.MILLISECONDS));
        job.cancel();
        var next = Objects.requireNonNull(
                desk.begin(mine -> mine.tell(Thread.currentThread().isInterrupted() ? "broken" : "done", "{}", true)));
        assertEquals("done", Objects.requireNonNull(next.after(0, LONG)).event());
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
