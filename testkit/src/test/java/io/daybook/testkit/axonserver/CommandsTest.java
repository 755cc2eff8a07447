package io.daybook.testkit.axonserver;

import static io.daybook.testkit.axonserver.Client.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.connector.Registration;
import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.ProcessingInstruction;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.daybook.testkit.net.FaultyProxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static final int KEYS = 60;

    private AxonServer server;
    private FaultyProxy network;
    private Client a;
    private Client b;
    private Client c;
    private Client asking;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = AxonServer.orReal(AxonServerSettings.in(folder));
        network = FaultyProxy.to(server.address());
        a = new Client(network.address());
        b = new Client(server.address());
        c = new Client(server.address());
        asking = new Client(server.address());
    }

    @AfterEach
    void stop() {
        List.of(a, b, c, asking).forEach(Client::close);
        network.close();
        server.close();
    }

    @Test
    void a_key_goes_to_one_client_and_the_keys_to_all() throws Exception {
        handle("a", a);
        handle("b", b);
        handle("c", c);
        Map<String, String> first = whoHandles();
        assertThat(Set.copyOf(first.values())).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(whoHandles()).isEqualTo(first);
    }

    @Test
    void when_a_client_unsubscribes_only_its_keys_move() throws Exception {
        handle("a", a);
        Registration leaving = handle("b", b);
        handle("c", c);
        Map<String, String> before = whoHandles();
        get(leaving.cancel());
        Map<String, String> after = whoHandles();
        assertThat(Set.copyOf(after.values())).containsExactlyInAnyOrder("a", "c");
        before.forEach((key, name) -> {
            if (!name.equals("b")) assertThat(after).containsEntry(key, name);
        });
    }

    @Test
    void a_command_that_nobody_handles_is_refused() throws Exception {
        CommandResponse response = send("k");
        assertThat(response.getErrorCode()).isEqualTo(ErrorCategory.NO_HANDLER_FOR_COMMAND.errorCode());
        assertThat(response.getErrorMessage().getMessage()).isEqualTo("No Handler for command: Note");
    }

    @Test
    void what_the_handler_refuses_is_told_as_it_told_it() throws Exception {
        on(
                a,
                command -> CompletableFuture.completedFuture(CommandResponse.newBuilder()
                        .setErrorCode(ErrorCategory.COMMAND_EXECUTION_ERROR.errorCode())
                        .setErrorMessage(
                                ErrorMessage.newBuilder().setMessage("closed").addDetails("NOTE_CLOSED"))
                        .putMetaData(
                                "request",
                                MetaDataValue.newBuilder().setTextValue("r1").build())
                        .build()));
        CommandResponse response = send("k");
        assertThat(response.getErrorCode()).isEqualTo("AXONIQ-4002");
        assertThat(response.getErrorMessage().getDetailsList()).containsExactly("NOTE_CLOSED");
        assertThat(response.getMetaDataMap()).containsOnlyKeys("request");
    }

    @Test
    void who_is_lost_amid_a_command_leaves_it_in_doubt_and_gets_no_more() throws Exception {
        CompletableFuture<Command> begun = new CompletableFuture<>();
        on(a, command -> {
            begun.complete(command);
            return new CompletableFuture<>();
        });
        CompletableFuture<CommandResponse> response =
                asking.connection().commandChannel().sendCommand(command("k"));
        assertThat(get(begun).getName()).isEqualTo("Note");
        handle("b", b);
        network.cut();
        assertThat(get(response).getErrorCode()).isEqualTo("AXONIQ-4001");
        assertThat(get(response).getErrorMessage().getMessage())
                .startsWith("Connection lost while executing command on: ");
        for (String name : whoHandles().values()) assertThat(name).isEqualTo("b");
    }

    @Test
    void when_the_last_has_unsubscribed_nobody_handles() throws Exception {
        Registration registration = handle("a", a);
        assertThat(send("k").getErrorCode()).isEmpty();
        get(registration.cancel());
        assertThat(send("k").getErrorCode()).isEqualTo("AXONIQ-4000");
    }

    private static Registration handle(String name, Client client) throws Exception {
        return on(client, command -> named(name));
    }

    private static CompletableFuture<CommandResponse> named(String name) {
        return CompletableFuture.completedFuture(CommandResponse.newBuilder()
                .setPayload(SerializedObject.newBuilder().setType(name))
                .build());
    }

    private static Registration on(Client client, Function<Command, CompletableFuture<CommandResponse>> handler)
            throws Exception {
        return client.connection()
                .commandChannel()
                .registerCommandHandler(handler, 100, "Note")
                .awaitAck(Client.SECONDS, TimeUnit.SECONDS);
    }

    private Map<String, String> whoHandles() throws Exception {
        Map<String, String> handled = new HashMap<>();
        for (int i = 0; i < KEYS; i++)
            handled.put("k" + i, send("k" + i).getPayload().getType());
        return handled;
    }

    private CommandResponse send(String key) throws Exception {
        return get(asking.connection().commandChannel().sendCommand(command(key)));
    }

    private static Command command(String key) {
        return Command.newBuilder()
                .setName("Note")
                .addProcessingInstructions(ProcessingInstruction.newBuilder()
                        .setKey(ProcessingKey.ROUTING_KEY)
                        .setValue(MetaDataValue.newBuilder().setTextValue(key)))
                .build();
    }
}
