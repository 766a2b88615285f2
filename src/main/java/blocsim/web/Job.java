package blocsim.web;

import blocsim.experiment.Ensemble;
import blocsim.experiment.Findings;
import blocsim.experiment.Prepared;
import org.jspecify.annotations.Nullable;

/** Work that a page asked for, and how far it has come. Pages wait for what is new; what came between is skipped, since each message says all. */
final class Job {
    /** Something to tell a page. */
    record Message(int number, String event, String json, boolean last) {}

    /** What a run has come to, for later questions. */
    record Result(Shelf.Opened opened, Changes changes, Prepared prepared, Ensemble ensemble, Findings findings) {}

    private static final long OWN_BYTES = 500;

    private final String id;
    private @Nullable Message message;
    private @Nullable Result result;
    private @Nullable Thread worker;
    private boolean cancelled;

    Job(String id) {
        this.id = id;
    }

    /** By which requests name it. */
    String id() {
        return id;
    }

    /** Puts a message in place of the last one, unless the work is over. */
    synchronized void tell(String event, String json, boolean last) {
        if (message == null || !message.last()) {
            message = new Message(message == null ? 1 : message.number() + 1, event, json, last);
            notifyAll();
        }
    }

    /** Stops the work, and says that it did. */
    synchronized void cancel() {
        cancelled = true;
        tell("cancelled", "{}", true);
        if (worker != null) {
            worker.interrupt();
        }
    }

    /** The calling thread works on this from now on. */
    synchronized void taken() {
        worker = Thread.currentThread();
    }

    /** The calling thread is done with this, and free for other work. */
    synchronized void left() {
        worker = null;
        Thread.interrupted();
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized void keep(Result kept) {
        result = kept;
    }

    /** What it has come to; null before its end, and where it failed or was cancelled. */
    synchronized @Nullable Result result() {
        return result;
    }

    /** Whether its last message was told. */
    synchronized boolean isOver() {
        return message != null && message.last();
    }

    /** About how much memory it takes, in bytes. */
    synchronized long bytes() {
        return OWN_BYTES
                + (message == null ? 0 : message.json().length())
                + (result == null ? 0 : result.ensemble().bytes());
    }

    /** The first message after a number; null if none comes within a time. */
    synchronized @Nullable Message after(int number, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (message == null || message.number() <= number) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return null;
            }
            wait(left);
        }
        return message;
    }
}
