package blocsim.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** While it is open, an end of the process that is asked for waits until runs in hand are finished and kept. */
final class Interruption implements AutoCloseable {
    private static final int LONGEST_END_SECONDS = 60;

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "keeping what is finished");

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Set once no more runs are to be begun. */
    AtomicBoolean stopping() {
        return stopping;
    }

    private void await() {
        ending.set(true);
        stopping.set(true);
        try {
            if (!closed.await(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                stopping.set(true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that all is kept. */
    @Override
    public void close() {
        closed.countDown();
        if (!ending.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException meanwhile) {
                // The process began to end just now; the hook has nothing to wait for.
            }
        }
    }
}
