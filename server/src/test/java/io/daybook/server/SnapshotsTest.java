package io.daybook.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.iteration.Iteration;
import io.daybook.server.event.StoredTypeSerializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    /** Ended; two points of which one was deleted and one changed, two parameters of which one is left, one tag. */
    private static final String SNAPSHOT = """
            {"experimentId":3,"histograms":{"keys":{},"points":0},"id":"iteration-7","number":7,\
            "outcome":{"ended":true,"environment":"x","errorMessage":"late","notes":"","status":"FAILED"},\
            "parameters":{"live":{"1":{"key":"lr","value":"0.1"}},"logged":2},\
            "points":{"corrections":{"changed":"OjAAAAEAAAAAAAAAEAAAAAAA","deleted":"OjAAAAEAAAAAAAAAEAAAAAEA",\
            "lastChanges":[9]},"landmarks":{"batches":1,"ordinals":[0],"sequences":[1],"stride":256},\
            "series":{"keys":{"loss":{"points":2,"highestStep":9,"ascending":false},"gone":{"points":1,"highestStep":null,"ascending":true}},"points":2}},\
            "projectId":1,"tags":{"4":11}}""";

    private final StoredTypeSerializer serializer = StoredTypeSerializer.forSnapshots();

    @Test
    void an_iteration_comes_back_from_its_snapshot_as_it_was() {
        var type = new SimpleSerializedType("Iteration", "2");
        Iteration read =
                serializer.deserialize(new SimpleSerializedObject<>(SNAPSHOT.getBytes(UTF_8), byte[].class, type));

        var written = serializer.serialize(read, byte[].class);

        assertThat(written.getType()).isEqualTo(type);
        assertThat(new String(written.getData(), UTF_8)).isEqualTo(SNAPSHOT);
    }
}
