package io.daybook.http.message;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import io.daybook.http.refusal.Refused;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.messaging.HandlerExecutionException;

/** Waits for what a bus delivers, and tells refusals from failures. */
public final class Failures {

    private Failures() {}

    static <T> T await(CompletableFuture<T> answer, Duration deadline) {
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new Refused(Refusal.OVERLOADED, "there was no answer in time; what was asked may still be done");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Refused(Refusal.OVERLOADED, "the server is stopping");
        } catch (ExecutionException failed) {
            throw of(failed);
        }
    }

    public static RuntimeException of(Throwable failure) {
        Object details = HandlerExecutionException.resolveDetails(failure).orElse(null);
        return details instanceof RefusalDetails refusal
                ? new Refused(refusal)
                : new IllegalStateException("a message was not handled", failure);
    }
}
