package io.daybook.http.iteration;

import io.daybook.http.message.Call;
import io.daybook.http.message.Done;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A request that waits for the command before it to end. Then it is sent with others, by itself or by one of them. */
final class Waiter<P> {

    final Call call;
    final P point;

    /** Completes when its turn has come: with the batch that it has to send, or with how its batch ended. */
    final CompletableFuture<Turn<P>> turn = new CompletableFuture<>();

    Waiter(Call call, P point) {
        this.call = call;
        this.point = point;
    }

    sealed interface Turn<P> {
        record Send<P>(List<Waiter<P>> batch) implements Turn<P> {}

        record Ended<P>(Done done) implements Turn<P> {}

        /** Nothing of the batch was logged, since something in it was refused: each goes by itself now. */
        record Alone<P>() implements Turn<P> {}

        record Failed<P>(Throwable failure) implements Turn<P> {}
    }
}
