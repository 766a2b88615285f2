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

    private final String id;
    private @Nullable Message message;
    private @Nullable Result result;
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

    /** Asks the work to stop, and says that it did. */
    synchronized void cancel() {
        cancelled = true;
        tell("cancelled", "{}", true);
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
