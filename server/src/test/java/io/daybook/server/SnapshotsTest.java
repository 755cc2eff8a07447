package io.daybook.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.iteration.Iteration;
import io.daybook.server.event.StoredTypeSerializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private static final String SNAPSHOT = """
            {"experimentId":3,"finalised":true,"histograms":{"keys":{},"points":0},"id":"iteration-7","number":7,\
            "projectId":1,"scalars":{"keys":{"loss":{"points":2,"highestStep":9}},"points":2}}""";

    private final StoredTypeSerializer serializer = StoredTypeSerializer.forSnapshots();

    @Test
    void an_iteration_comes_back_from_its_snapshot_as_it_was() {
        var type = new SimpleSerializedType("Iteration", "1");
        Iteration read =
                serializer.deserialize(new SimpleSerializedObject<>(SNAPSHOT.getBytes(UTF_8), byte[].class, type));

        var written = serializer.serialize(read, byte[].class);

        assertThat(written.getType().getName()).isEqualTo("Iteration");
        assertThat(new String(written.getData(), UTF_8)).isEqualTo(SNAPSHOT);
    }
}
