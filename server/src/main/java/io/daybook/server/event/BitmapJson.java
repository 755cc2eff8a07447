package io.daybook.server.event;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Sets of numbers in snapshots: their portable form, in Base64. */
final class BitmapJson {

    private BitmapJson() {}

    static JacksonModule module() {
        return new SimpleModule("bitmaps")
                .addSerializer(RoaringBitmap.class, new Writing())
                .addDeserializer(RoaringBitmap.class, new Reading());
    }

    private static final class Writing extends ValueSerializer<RoaringBitmap> {
        @Override
        public void serialize(RoaringBitmap set, JsonGenerator json, SerializationContext context) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                set.serialize(new DataOutputStream(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            json.writeBinary(bytes.toByteArray());
        }
    }

    private static final class Reading extends ValueDeserializer<RoaringBitmap> {
        @Override
        public RoaringBitmap deserialize(JsonParser json, DeserializationContext context) {
            RoaringBitmap set = new RoaringBitmap();
            try {
                set.deserialize(ByteBuffer.wrap(json.getBinaryValue()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return set;
        }
    }
}
