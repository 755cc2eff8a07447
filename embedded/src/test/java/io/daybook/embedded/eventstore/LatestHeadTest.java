package io.daybook.embedded.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.SharedEvent;
import io.daybook.api.log.SharedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LatestHeadTest {

    private final Asked origin = new Asked();
    private final LatestHead latest = new LatestHead(origin);

    @Test
    void who_comes_while_a_question_is_under_way_shares_the_next_one() {
        CompletableFuture<Long> first = latest.ask();
        CompletableFuture<Long> second = latest.ask();
        CompletableFuture<Long> third = latest.ask();
        assertThat(origin.questions).hasSize(1);

        origin.questions.get(0).complete(7L);
        assertThat(first).isCompletedWithValue(7L);
        assertThat(second).isNotDone();
        assertThat(origin.questions).hasSize(2);

        origin.questions.get(1).complete(9L);
        assertThat(second).isCompletedWithValue(9L);
        assertThat(third).isCompletedWithValue(9L);
        assertThat(origin.questions).hasSize(2);
    }

    @Test
    void a_question_that_fails_fails_its_own_and_the_next_is_asked() {
        CompletableFuture<Long> first = latest.ask();
        CompletableFuture<Long> second = latest.ask();

        origin.questions.get(0).completeExceptionally(new IllegalStateException("away"));
        assertThat(first).isCompletedExceptionally();
        origin.questions.get(1).complete(1L);
        assertThat(second).isCompletedWithValue(1L);
        assertThat(latest.ask()).isNotDone();
    }

    @Test
    void a_log_that_cannot_even_be_asked_fails_each_of_its_questions() {
        origin.open = false;

        assertThat(latest.ask()).isCompletedExceptionally();
        assertThat(latest.ask()).isCompletedExceptionally();
    }

    /** A shared log whose answers come when a test wants them. */
    private static final class Asked implements SharedLog {

        private final List<CompletableFuture<Long>> questions = new ArrayList<>();
        private boolean open = true;

        @Override
        public CompletableFuture<Long> head() {
            if (!open) throw new IllegalStateException("not open");
            CompletableFuture<Long> question = new CompletableFuture<>();
            questions.add(question);
            return question;
        }

        @Override
        public void open() {}

        @Override
        public boolean append(List<SharedEvent> events) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Coming after(long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
