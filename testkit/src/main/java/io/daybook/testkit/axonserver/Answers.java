package io.daybook.testkit.axonserver;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a call ends with: an answer, or a refusal. */
final class Answers {

    private Answers() {}

    static <A> void asked(StreamObserver<A> client, Supplier<A> answer) {
        A made;
        try {
            made = answer.get();
        } catch (StatusRuntimeException refused) {
            failed(client, refused);
            return;
        }
        one(client, made);
    }

    static <A> void one(StreamObserver<A> client, A answer) {
        unlessGone(() -> {
            client.onNext(answer);
            client.onCompleted();
        });
    }

    static <A> void one(StreamObserver<A> client, A answer, @Nullable StatusRuntimeException refused) {
        if (refused != null) failed(client, refused);
        else one(client, answer);
    }

    static void failed(StreamObserver<?> client, StatusRuntimeException refused) {
        unlessGone(() -> client.onError(refused));
    }

    private static void unlessGone(Runnable answer) {
        try {
            answer.run();
        } catch (StatusRuntimeException | IllegalStateException gone) {
            // nobody is there to be told
        }
    }

    /** @param answers are sent by whoever is run */
    static <A> void many(StreamObserver<A> client, Runnable answers) {
        try {
            answers.run();
        } catch (StatusRuntimeException refused) {
            failed(client, refused);
            return;
        }
        client.onCompleted();
    }
}
