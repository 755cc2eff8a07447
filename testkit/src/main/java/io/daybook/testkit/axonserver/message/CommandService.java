package io.daybook.testkit.axonserver.message;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.axoniq.axonserver.grpc.command.CommandSubscription;
import io.daybook.testkit.axonserver.wire.Instructions;
import io.grpc.stub.StreamObserver;

/** Commands, which go to the same client as long as their routing keys are the same. */
public final class CommandService extends CommandServiceGrpc.CommandServiceImplBase {

    private final Router<Command, CommandResponse> router = new Router<>(new CommandLanguage());

    @Override
    public void dispatch(Command command, StreamObserver<CommandResponse> client) {
        router.dispatch(command, client);
    }

    @Override
    public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> client) {
        return new Provider(client);
    }

    private static CommandProviderInbound acknowledgement(InstructionAck ack) {
        return CommandProviderInbound.newBuilder().setAck(ack).build();
    }

    private final class Provider extends Instructions<CommandProviderOutbound, CommandProviderInbound> {

        private final Handler<Command> handler = new Handler<>(command ->
                send(CommandProviderInbound.newBuilder().setCommand(command).build()));

        Provider(StreamObserver<CommandProviderInbound> client) {
            super(client, CommandProviderOutbound::getInstructionId, CommandService::acknowledgement);
            router.join(handler);
        }

        @Override
        protected boolean take(CommandProviderOutbound instruction) {
            switch (instruction.getRequestCase()) {
                case SUBSCRIBE -> subscribe(instruction.getSubscribe());
                case UNSUBSCRIBE ->
                    handler.unsubscribe(instruction.getUnsubscribe().getCommand());
                case FLOW_CONTROL -> handler.permit(instruction.getFlowControl().getPermits());
                case COMMAND_RESPONSE -> answered(instruction.getCommandResponse());
                case ACK -> {}
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void subscribe(CommandSubscription wish) {
            handler.subscribe(wish.getClientId(), wish.getCommand());
        }

        private void answered(CommandResponse response) {
            router.answer(response.getRequestIdentifier(), response);
            router.complete(response.getRequestIdentifier());
        }

        @Override
        protected void gone() {
            router.leave(handler);
        }
    }
}
