package io.daybook.embedded.eventstore;

import io.daybook.api.log.SharedLog;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks where the shared log ends, one question at a time: all who come while one is under way share the next. */
final class LatestHead {

    private final SharedLog origin;

    /** Of the question that is asked next. */
    private @Nullable CompletableFuture<Long> next;

    private boolean underWay;

    LatestHead(SharedLog origin) {
        this.origin = origin;
    }

    /** The answer to a question that is asked after this call. */
    CompletableFuture<Long> ask() {
        CompletableFuture<Long> answer;
        synchronized (this) {
            if (next == null) next = new CompletableFuture<>();
            answer = next;
            if (underWay) return answer;
            underWay = true;
        }
        send();
        return answer;
    }

    private void send() {
        CompletableFuture<Long> asked = taken();
        CompletableFuture<Void> unused = head().handle((head, failure) -> {
            if (failure == null) asked.complete(head);
            else asked.completeExceptionally(failure);
            if (goesOn()) send();
            return null;
        });
    }

    private synchronized CompletableFuture<Long> taken() {
        CompletableFuture<Long> asked = next == null ? new CompletableFuture<>() : next;
        next = null;
        return asked;
    }

    private synchronized boolean goesOn() {
        underWay = next != null;
        return underWay;
    }

    private CompletableFuture<Long> head() {
        try {
            return origin.head();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
