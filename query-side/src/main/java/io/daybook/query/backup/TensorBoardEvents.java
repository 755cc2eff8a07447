package io.daybook.query.backup;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.daybook.api.iteration.Histogram;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.query.backup.zip.BrokenArchive;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.framework.HistogramProto;
import org.tensorflow.framework.Summary;
import org.tensorflow.util.Event;

/**
 * Points as TensorBoard's protocol buffers. They are written with the generated classes, but read field by field: the
 * generated parsers date from before a fix against hostile input, and build whatever a record holds, pictures included.
 */
final class TensorBoardEvents {

    private static final int WALL_TIME = tag(Event.WALL_TIME_FIELD_NUMBER, WireFormat.WIRETYPE_FIXED64);
    private static final int STEP = tag(Event.STEP_FIELD_NUMBER, WireFormat.WIRETYPE_VARINT);
    private static final int SUMMARY = tag(Event.SUMMARY_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    private static final int VALUE = tag(Summary.VALUE_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED);

    private TensorBoardEvents() {}

    private static int tag(int field, int wireType) {
        return field << 3 | wireType;
    }

    /** The first record of every log; without a clock, so that two backups of the same experiment are the same. */
    static byte[] fileVersion() {
        return Event.newBuilder().setFileVersion("brain.Event:2").build().toByteArray();
    }

    static byte[] scalar(ScalarPoints points, int i) {
        String key = points.keys().get(points.keyAt(i));
        return scalar(key, points.stepAt(i), points.wallTimeAt(i), points.valueAt(i));
    }

    /** TensorBoard keeps 32 bits of a value. */
    static byte[] scalar(String key, long step, double wallTime, double value) {
        Summary.Value.Builder summary = Summary.Value.newBuilder().setTag(key).setSimpleValue((float) value);
        return event(wallTime, step, summary);
    }

    static byte[] histogram(HistogramPoint point) {
        Histogram from = point.histogram();
        HistogramProto.Builder histogram = HistogramProto.newBuilder()
                .setMin(from.min())
                .setMax(from.max())
                .setNum(from.num())
                .setSum(from.sum())
                .setSumSquares(from.sumSquares());
        for (double limit : from.bucketLimits()) histogram.addBucketLimit(limit);
        for (double count : from.buckets()) histogram.addBucket(count);
        Summary.Value.Builder value =
                Summary.Value.newBuilder().setTag(point.key()).setHisto(histogram);
        return event(point.wallTime(), point.step(), value);
    }

    private static byte[] event(double wallTime, long step, Summary.Value.Builder value) {
        return Event.newBuilder()
                .setWallTime(wallTime)
                .setStep(step)
                .setSummary(Summary.newBuilder().addValue(value))
                .build()
                .toByteArray();
    }

    /** Adds the scalars and histograms of one record to {@code points}; anything else in it is passed over. */
    static void read(byte[] record, Batches points) throws IOException {
        double wallTime = 0;
        long step = 0;
        CodedInputStream event = CodedInputStream.newInstance(record);
        for (int tag = event.readTag(); tag != 0; tag = event.readTag()) {
            if (tag == WALL_TIME) wallTime = event.readDouble();
            else if (tag == STEP) step = event.readInt64();
            else event.skipField(tag);
        }
        readSummaries(record, wallTime, step, points);
    }

    /** A second look, since time and step may follow the points that they belong to. */
    private static void readSummaries(byte[] record, double wallTime, long step, Batches points) throws IOException {
        CodedInputStream event = CodedInputStream.newInstance(record);
        for (int tag = event.readTag(); tag != 0; tag = event.readTag()) {
            if (tag == SUMMARY) readSummary(event, wallTime, step, points);
            else event.skipField(tag);
        }
    }

    private static void readSummary(CodedInputStream in, double wallTime, long step, Batches points)
            throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == VALUE) Value.read(in).addTo(points, wallTime, step);
            else in.skipField(tag);
        }
        in.popLimit(outer);
    }

    private static <T> T valid(Supplier<T> point) throws BrokenArchive {
        try {
            return point.get();
        } catch (IllegalArgumentException e) {
            throw new BrokenArchive("holds no proper point: " + e.getMessage());
        }
    }

    /** Of a scalar and a histogram under one tag the later holds, as in every protocol buffer. */
    private static final class Value {

        private static final int TAG = tag(Summary.Value.TAG_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        private static final int SIMPLE = tag(Summary.Value.SIMPLE_VALUE_FIELD_NUMBER, WireFormat.WIRETYPE_FIXED32);
        private static final int HISTOGRAM =
                tag(Summary.Value.HISTO_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED);

        private String key = "";
        private @Nullable Float scalar;
        private @Nullable Histogram histogram;

        static Value read(CodedInputStream in) throws IOException {
            Value value = new Value();
            int outer = in.pushLimit(in.readRawVarint32());
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) value.readField(in, tag);
            in.popLimit(outer);
            return value;
        }

        private void readField(CodedInputStream in, int tag) throws IOException {
            if (tag == TAG) {
                key = in.readStringRequireUtf8();
            } else if (tag == SIMPLE) {
                scalar = in.readFloat();
                histogram = null;
            } else if (tag == HISTOGRAM) {
                histogram = Buckets.read(in);
                scalar = null;
            } else {
                in.skipField(tag);
            }
        }

        void addTo(Batches points, double wallTime, long step) throws BrokenArchive {
            Float number = scalar;
            Histogram buckets = histogram;
            if (number != null) points.add(valid(() -> new ScalarPoint(key, step, wallTime, number)));
            if (buckets != null) points.add(valid(() -> new HistogramPoint(key, step, wallTime, buckets)));
        }
    }

    private static final class Buckets {

        private final double[] numbers = new double[HistogramProto.SUM_SQUARES_FIELD_NUMBER + 1];
        private final DoubleStream.Builder limits = DoubleStream.builder();
        private final DoubleStream.Builder counts = DoubleStream.builder();

        static Histogram read(CodedInputStream in) throws IOException {
            Buckets buckets = new Buckets();
            int outer = in.pushLimit(in.readRawVarint32());
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) buckets.readField(in, tag);
            in.popLimit(outer);
            return buckets.histogram();
        }

        private void readField(CodedInputStream in, int tag) throws IOException {
            int field = WireFormat.getTagFieldNumber(tag);
            boolean number = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_FIXED64;
            if (number && field < numbers.length) numbers[field] = in.readDouble();
            else if (field == HistogramProto.BUCKET_LIMIT_FIELD_NUMBER) readDoubles(in, tag, limits);
            else if (field == HistogramProto.BUCKET_FIELD_NUMBER) readDoubles(in, tag, counts);
            else in.skipField(tag);
        }

        /** Repeated numbers come packed in one field or, from old writers, as a field each. */
        private static void readDoubles(CodedInputStream in, int tag, DoubleStream.Builder into) throws IOException {
            if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_FIXED64) {
                into.add(in.readDouble());
                return;
            }
            int outer = in.pushLimit(in.readRawVarint32());
            while (in.getBytesUntilLimit() > 0) into.add(in.readDouble());
            in.popLimit(outer);
        }

        private Histogram histogram() throws BrokenArchive {
            return valid(() -> new Histogram(
                    numbers[HistogramProto.MIN_FIELD_NUMBER],
                    numbers[HistogramProto.MAX_FIELD_NUMBER],
                    numbers[HistogramProto.NUM_FIELD_NUMBER],
                    numbers[HistogramProto.SUM_FIELD_NUMBER],
                    numbers[HistogramProto.SUM_SQUARES_FIELD_NUMBER],
                    limits.build().toArray(),
                    counts.build().toArray()));
        }
    }
}
