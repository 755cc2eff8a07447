package io.daybook.command.iteration;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** State as it comes back from a snapshot: its fields as JSON, and nothing else. */
final class Snapshots {

    private static final JsonMapper FIELDS = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .addModule(new SimpleModule()
                    .addSerializer(RoaringBitmap.class, new Writing())
                    .addDeserializer(RoaringBitmap.class, new Reading()))
            .build();

    private Snapshots() {}

    static String json(Object state) {
        return FIELDS.writeValueAsString(state);
    }

    static <S> S restored(S state, Class<S> type) {
        return FIELDS.readValue(json(state), type);
    }

    private static final class Writing extends ValueSerializer<RoaringBitmap> {
        @Override
        public void serialize(RoaringBitmap value, JsonGenerator json, SerializationContext context) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                value.serialize(new DataOutputStream(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            json.writeBinary(bytes.toByteArray());
        }
    }

    private static final class Reading extends ValueDeserializer<RoaringBitmap> {
        @Override
        public RoaringBitmap deserialize(JsonParser json, DeserializationContext context) {
            RoaringBitmap bitmap = new RoaringBitmap();
            try {
                bitmap.deserialize(ByteBuffer.wrap(json.getBinaryValue()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bitmap;
        }
    }
}
