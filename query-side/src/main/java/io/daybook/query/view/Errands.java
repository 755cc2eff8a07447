package io.daybook.query.view;

import io.daybook.api.ops.DeadLetter;
import io.daybook.api.ops.Outcome;
import io.daybook.api.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What operators want done about the dead letters of one view, by the thread that fills it. */
final class Errands {

    private static final int MOST = 64;
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private final BlockingQueue<Errand> queue = new ArrayBlockingQueue<>(MOST);
    private final Letters letters;
    private final Retry retry;

    Errands(Letters letters, Retry retry) {
        this.letters = letters;
        this.retry = retry;
    }

    enum Wish {
        RETRY,
        DROP
    }

    private record Errand(Wish wish, String id, CompletableFuture<Optional<DeadLetter>> done) {}

    /** Waits until it is done; what is not done by then is not begun any more. */
    Outcome<DeadLetter> ask(Wish wish, String id, Duration patience) throws InterruptedException {
        if (letters.called(id).isEmpty()) return unknown(id);
        Errand errand = new Errand(wish, id, new CompletableFuture<>());
        if (!queue.offer(errand))
            return Outcome.declined(Refusal.OVERLOADED, "too much is asked of the dead letters at once");
        try {
            Optional<DeadLetter> letter = errand.done().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return letter.<Outcome<DeadLetter>>map(Outcome.Done::new).orElseGet(() -> unknown(id));
        } catch (TimeoutException late) {
            return Outcome.declined(
                    Refusal.PROJECTION_BEHIND, "the view has not come to it in time; what is left can be asked again");
        } catch (ExecutionException unreachable) {
            return Outcome.declined(Refusal.STORE_UNAVAILABLE, "the documents of the view are out of reach now");
        } finally {
            queue.remove(errand);
        }
    }

    static Outcome<DeadLetter> unknown(String id) {
        return Outcome.declined(Refusal.OWNER_NOT_FOUND, "no dead letter is called " + id);
    }

    /** Between two batches: some of it, so that readers of the view need not wait for long. */
    void work() {
        long enough = System.nanoTime() + AT_ONCE.toNanos();
        for (Errand next = queue.peek(); next != null && System.nanoTime() < enough; next = queue.peek()) work(next);
    }

    private void work(Errand errand) {
        try {
            Optional<Letter> letter = letters.called(errand.id());
            DeadLetter settled = letter.isEmpty() ? null : settled(errand.wish(), letter.get());
            if (letter.isPresent() && settled == null) return;
            errand.done().complete(Optional.ofNullable(settled));
        } catch (RuntimeException failure) {
            errand.done().completeExceptionally(failure);
            throw failure;
        } finally {
            if (errand.done().isDone()) queue.remove(errand);
        }
    }

    private @Nullable DeadLetter settled(Wish wish, Letter letter) {
        return switch (wish) {
            case RETRY -> retry.some(letter);
            case DROP -> retry.drop(letter).told();
        };
    }
}
