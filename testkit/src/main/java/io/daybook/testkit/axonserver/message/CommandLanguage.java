package io.daybook.testkit.axonserver.message;

import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.daybook.testkit.axonserver.wire.Refusal;
import java.util.UUID;

/** Commands as the router sees them. */
final class CommandLanguage implements Router.Language<Command, CommandResponse> {

    @Override
    public String id(Command command) {
        return command.getMessageIdentifier();
    }

    @Override
    public String name(Command command) {
        return command.getName();
    }

    @Override
    public String key(Command command) {
        return command.getProcessingInstructionsList().stream()
                .filter(instruction -> instruction.getKey() == ProcessingKey.ROUTING_KEY)
                .map(instruction -> instruction.getValue().getTextValue())
                .findFirst()
                .orElse(command.getMessageIdentifier());
    }

    @Override
    public CommandResponse withoutHandler(Command command) {
        return refusal(command, Refusal.COMMAND_WITHOUT_HANDLER, "No Handler for command: " + command.getName());
    }

    @Override
    public CommandResponse lost(Command command, String client) {
        return refusal(command, Refusal.HANDLER_LOST, "Connection lost while executing command on: " + client);
    }

    private static CommandResponse refusal(Command command, Refusal why, String sentence) {
        return CommandResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setRequestIdentifier(command.getMessageIdentifier())
                .setErrorCode(why.code())
                .setErrorMessage(why.message(sentence))
                .build();
    }
}
