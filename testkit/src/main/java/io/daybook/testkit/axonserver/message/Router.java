package io.daybook.testkit.axonserver.message;

import io.daybook.testkit.axonserver.wire.Answers;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes each message to one of the clients that handle its kind, and the answers back. */
final class Router<M, R> {

    /** What is asked of a message, and said when it cannot be answered. */
    interface Language<M, R> {
        String id(M message);

        String name(M message);

        /** Messages with the same one go to the same client, as long as it is there. */
        String key(M message);

        R withoutHandler(M message);

        R lost(M message, String client);
    }

    private record UnderWay<M, R>(M message, StreamObserver<R> asking, Handler<M> handler) {}

    private final Set<Handler<M>> handlers = ConcurrentHashMap.newKeySet();
    private final Map<String, UnderWay<M, R>> underWay = new ConcurrentHashMap<>();
    private final Language<M, R> language;

    Router(Language<M, R> language) {
        this.language = language;
    }

    void join(Handler<M> handler) {
        handlers.add(handler);
    }

    void dispatch(M message, StreamObserver<R> asking) {
        ((ServerCallStreamObserver<R>) asking).setOnCancelHandler(() -> underWay.remove(language.id(message)));
        route(message, asking);
    }

    private void route(M message, StreamObserver<R> asking) {
        Optional<Handler<M>> chosen = handlers.stream()
                .filter(handler -> handler.handles(language.name(message)))
                .max(Comparator.comparing(handler -> handler.weight(language.key(message))));
        if (chosen.isEmpty()) {
            Answers.one(asking, language.withoutHandler(message));
            return;
        }
        underWay.put(language.id(message), new UnderWay<>(message, asking, chosen.get()));
        if (!chosen.get().offer(message)) again(message);
    }

    /** Unless it has been answered meanwhile. */
    private void again(M message) {
        UnderWay<M, R> one = underWay.remove(language.id(message));
        if (one != null) route(message, one.asking);
    }

    /** One of its answers. */
    void answer(String id, R answer) {
        UnderWay<M, R> one = underWay.get(id);
        if (one != null) Answers.unlessGone(() -> one.asking.onNext(answer));
    }

    /** There are no more. */
    void complete(String id) {
        UnderWay<M, R> one = underWay.remove(id);
        if (one != null) Answers.unlessGone(one.asking::onCompleted);
    }

    /** What has not been sent to it goes to others. Of the rest nobody knows whether it was handled. */
    void leave(Handler<M> handler) {
        handlers.remove(handler);
        handler.end().forEach(this::again);
        underWay.forEach((id, one) -> {
            if (one.handler == handler && underWay.remove(id, one))
                Answers.one(one.asking, language.lost(one.message, handler.client()));
        });
    }
}
