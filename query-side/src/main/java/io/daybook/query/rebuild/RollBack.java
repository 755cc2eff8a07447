package io.daybook.query.rebuild;

import io.daybook.api.ops.Outcome;
import io.daybook.api.refusal.Refusal;
import io.daybook.query.view.Generation;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts back what was live before a view's last switch, once it has what came since. */
final class RollBack {

    private static final Logger logger = LoggerFactory.getLogger(RollBack.class);
    private static final int PATIENCE_SECONDS = 60;

    private final Sources sources;
    private final Bench bench;

    RollBack(Sources sources, Bench bench) {
        this.sources = sources;
        this.bench = bench;
    }

    /** On a bench that was claimed for it. */
    Outcome<Long> of(Subject subject) {
        CompletableFuture<Outcome<Long>> done = new CompletableFuture<>();
        bench.submit(() -> {
            Outcome<Long> outcome = attempt(subject);
            bench.leave();
            done.complete(outcome);
        });
        return result(subject, done);
    }

    private Outcome<Long> attempt(Subject subject) {
        try {
            return perform(subject);
        } catch (Exception failure) {
            logger.error("the view {} could not be rolled back", subject.name(), failure);
            return Outcome.declined(
                    Refusal.STORE_UNAVAILABLE,
                    "the view " + subject.name() + " could not be rolled back, and is as it was; the server's log says"
                            + " why");
        }
    }

    private Outcome<Long> perform(Subject subject) throws Exception {
        Optional<Generation> previous = sources.generations().previous(subject.view());
        if (previous.isEmpty()) {
            return Outcome.declined(
                    Refusal.NO_SWITCH_BEFORE,
                    "the view " + subject.name() + " was not switched: there is nothing to go back to");
        }
        Course course = new Unwatched();
        try (Filling filling = new Filling(subject, previous.get(), sources, course)) {
            long position = new Switch(filling, sources.generations(), course).perform();
            logger.info("the view {} was rolled back at position {}", subject.name(), position);
            return new Outcome.Done<>(position);
        }
    }

    private static Outcome<Long> result(Subject subject, CompletableFuture<Outcome<Long>> done) {
        try {
            return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            return Outcome.declined(
                    Refusal.PROJECTION_BEHIND,
                    "what the view " + subject.name() + " is rolled back to has much to catch up with; it goes on, and"
                            + " the server's log says when it is done");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Outcome.declined(Refusal.OVERLOADED, "the server stops");
        }
    }

    private record Unwatched() implements Course {

        @Override
        public void check() {
            if (Thread.currentThread().isInterrupted()) throw new Cancelled();
        }

        @Override
        public void reached(long position) {
            // nobody watches
        }
    }
}
