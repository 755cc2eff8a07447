package io.daybook.testkit.axonserver;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.NodeInfo;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.daybook.testkit.axonserver.wire.Answers;
import io.daybook.testkit.axonserver.wire.Instructions;
import io.grpc.stub.StreamObserver;
import java.util.function.IntSupplier;

/** Tells clients that they have come to the right node, and answers their heartbeats. It has no instructions for them. */
final class PlatformService extends PlatformServiceGrpc.PlatformServiceImplBase {

    static final String NODE = "stand-in";

    private final IntSupplier port;

    PlatformService(IntSupplier port) {
        this.port = port;
    }

    @Override
    public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> answer) {
        NodeInfo node = NodeInfo.newBuilder()
                .setNodeName(NODE)
                .setHostName("127.0.0.1")
                .setGrpcPort(port.getAsInt())
                .build();
        Answers.one(
                answer,
                PlatformInfo.newBuilder()
                        .setPrimary(node)
                        .setSameConnection(true)
                        .build());
    }

    @Override
    public StreamObserver<PlatformInboundInstruction> openStream(StreamObserver<PlatformOutboundInstruction> client) {
        return new Instructions<>(
                client, PlatformInboundInstruction::getInstructionId, PlatformService::acknowledgement) {
            @Override
            protected boolean take(PlatformInboundInstruction instruction) {
                return switch (instruction.getRequestCase()) {
                    case REGISTER, HEARTBEAT, EVENT_PROCESSOR_INFO, ACK, RESULT -> true;
                    default -> false;
                };
            }
        };
    }

    private static PlatformOutboundInstruction acknowledgement(InstructionAck ack) {
        return PlatformOutboundInstruction.newBuilder().setAck(ack).build();
    }
}
