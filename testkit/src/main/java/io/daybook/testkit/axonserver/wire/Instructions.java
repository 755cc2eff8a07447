package io.daybook.testkit.axonserver.wire;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.function.Function;

/** A stream of a client's instructions, each of which is acknowledged when it bears an id; whoever sends to the client takes turns. */
public abstract class Instructions<I, O> implements StreamObserver<I> {

    private final StreamObserver<O> client;
    private final Function<I, String> id;
    private final Function<InstructionAck, O> acknowledgement;
    private boolean ended;

    protected Instructions(
            StreamObserver<O> client, Function<I, String> id, Function<InstructionAck, O> acknowledgement) {
        this.client = client;
        this.id = id;
        this.acknowledgement = acknowledgement;
    }

    /** Whether it was understood. */
    protected abstract boolean take(I instruction);

    /** The client is gone. */
    protected void gone() {}

    protected final synchronized void send(O message) {
        if (ended) return;
        try {
            client.onNext(message);
        } catch (StatusRuntimeException | IllegalStateException cut) {
            ended = true;
        }
    }

    @Override
    public final void onNext(I instruction) {
        boolean understood = take(instruction);
        if (id.apply(instruction).isEmpty()) return;
        var ack = InstructionAck.newBuilder()
                .setInstructionId(id.apply(instruction))
                .setSuccess(understood);
        if (!understood) ack.setError(Refusal.INSTRUCTION_UNSUPPORTED.message("Unsupported instruction"));
        send(acknowledgement.apply(ack.build()));
    }

    @Override
    public final void onError(Throwable cut) {
        end();
        gone();
    }

    @Override
    public final void onCompleted() {
        if (end()) client.onCompleted();
        gone();
    }

    private synchronized boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }
}
