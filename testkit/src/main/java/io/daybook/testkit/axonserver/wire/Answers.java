package io.daybook.testkit.axonserver.wire;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

/** What a call ends with: an answer, or a refusal. */
public final class Answers {

    private Answers() {}

    /** @param answer may be refused */
    public static void asked(StreamObserver<?> client, Runnable answer) {
        try {
            answer.run();
        } catch (StatusRuntimeException refused) {
            failed(client, refused);
        }
    }

    public static <A> void one(StreamObserver<A> client, A answer) {
        unlessGone(() -> {
            client.onNext(answer);
            client.onCompleted();
        });
    }

    public static <A> void one(StreamObserver<A> client, A answer, @Nullable StatusRuntimeException refused) {
        if (refused != null) failed(client, refused);
        else one(client, answer);
    }

    public static void failed(StreamObserver<?> client, StatusRuntimeException refused) {
        unlessGone(() -> client.onError(refused));
    }

    public static void unlessGone(Runnable answer) {
        try {
            answer.run();
        } catch (StatusRuntimeException | IllegalStateException gone) {
            // nobody is there to be told
        }
    }
}
