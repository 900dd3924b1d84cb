package app.clientele.customers.batch;

import java.util.concurrent.CompletableFuture;

/**
 * The place of some rows among others that are written beside them, each in a transaction of its
 * own. What the next ones have to know of, and what they would wait for until the transaction ends,
 * is done in turn; the bulk of the work is not.
 */
public final class Turn {
    private final CompletableFuture<Void> lookedBefore;
    private final CompletableFuture<Void> doneBefore;
    private final CompletableFuture<Void> looked = new CompletableFuture<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final boolean alone;
    private boolean holding;

    private Turn(
            CompletableFuture<Void> lookedBefore,
            CompletableFuture<Void> doneBefore,
            boolean alone) {
        this.lookedBefore = lookedBefore;
        this.doneBefore = doneBefore;
        this.alone = alone;
    }

    /** Of rows with no others beside them. */
    public static Turn alone() {
        return first(true);
    }

    /** The first of several. */
    public static Turn first() {
        return first(false);
    }

    private static Turn first(boolean alone) {
        CompletableFuture<Void> none = CompletableFuture.completedFuture(null);
        return new Turn(none, none, alone);
    }

    public Turn next() {
        return new Turn(looked, done, false);
    }

    boolean isAlone() {
        return alone;
    }

    /**
     * Waits until those before have looked whom they are about, and hold whatever they wait for.
     */
    void toLook() {
        lookedBefore.join();
    }

    /** What these have just written the next ones have to see: they look once it is committed. */
    void hold() {
        holding = true;
    }

    void looked() {
        if (!holding) {
            looked.complete(null);
        }
    }

    /** Waits until those before are committed. */
    void toFinish() {
        doneBefore.join();
    }

    /** They are committed. */
    public void done() {
        looked.complete(null);
        done.complete(null);
    }

    /** They are not, and so must none be who come later. */
    public void failed(Throwable why) {
        looked.completeExceptionally(why);
        done.completeExceptionally(why);
    }
}
