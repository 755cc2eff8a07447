package io.daybook.testkit.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.Heartbeat;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.axoniq.axonserver.grpc.control.SubscribeTopologyChanges;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstructionsTest {

    private final BlockingQueue<InstructionAck> acknowledged = new LinkedBlockingQueue<>();
    private AxonServer server;
    private ManagedChannel channel;
    private StreamObserver<PlatformInboundInstruction> instructions;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = AxonServer.start(AxonServerSettings.in(folder));
        channel = NettyChannelBuilder.forTarget(server.address()).usePlaintext().build();
        instructions = PlatformServiceGrpc.newStub(channel).openStream(new Answered());
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.close();
    }

    @Test
    void a_heartbeat_is_answered() throws InterruptedException {
        instructions.onNext(PlatformInboundInstruction.newBuilder()
                .setInstructionId("1")
                .setRegister(ClientIdentification.newBuilder().setClientId("c"))
                .build());
        instructions.onNext(PlatformInboundInstruction.newBuilder()
                .setInstructionId("2")
                .setHeartbeat(Heartbeat.getDefaultInstance())
                .build());
        assertThat(next()).isEqualTo(ack("1"));
        assertThat(next()).isEqualTo(ack("2"));
    }

    @Test
    void what_is_not_understood_is_told_so() throws InterruptedException {
        instructions.onNext(PlatformInboundInstruction.newBuilder()
                .setInstructionId("3")
                .setSubscribeTopologyChanges(SubscribeTopologyChanges.getDefaultInstance())
                .build());
        InstructionAck ack = next();
        assertThat(ack.getSuccess()).isFalse();
        assertThat(ack.getError().getErrorCode()).isEqualTo("AXONIQ-1002");
    }

    private static InstructionAck ack(String id) {
        return InstructionAck.newBuilder().setInstructionId(id).setSuccess(true).build();
    }

    private InstructionAck next() throws InterruptedException {
        InstructionAck ack = acknowledged.poll(Client.SECONDS, TimeUnit.SECONDS);
        if (ack == null) throw new AssertionError("not acknowledged in time");
        return ack;
    }

    private final class Answered implements StreamObserver<PlatformOutboundInstruction> {
        @Override
        public void onNext(PlatformOutboundInstruction instruction) {
            acknowledged.add(instruction.getAck());
        }

        @Override
        public void onError(Throwable cut) {
            // the test waits in vain, and says so
        }

        @Override
        public void onCompleted() {
            // as above
        }
    }
}
