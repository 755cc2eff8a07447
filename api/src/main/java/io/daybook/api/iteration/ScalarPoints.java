package io.daybook.api.iteration;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Points of one iteration as columns, in the order logged. Columns are packed little-endian, so that a thousand points
 * cost about as much as a thousand numbers wherever they go; JSON shows them in Base64.
 *
 * @param keys the keys in order of first appearance here
 * @param key per point the index of its key in {@code keys}, 4 bytes each; null when there is one key
 * @param step 8 bytes each
 * @param wallTime seconds since the epoch, IEEE 754 doubles
 * @param value IEEE 754 doubles, bit for bit as sent
 */
public record ScalarPoints(List<String> keys, byte @Nullable [] key, byte[] step, byte[] wallTime, byte[] value) {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLES =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    public ScalarPoints {
        keys = List.copyOf(keys);
        int size = step.length / Long.BYTES;
        if (size == 0
                || step.length != size * Long.BYTES
                || wallTime.length != step.length
                || value.length != step.length
                || (key == null ? keys.size() != 1 : key.length != size * Integer.BYTES)) {
            throw new IllegalArgumentException("the columns of a batch have one length, and there is a point");
        }
        for (int i = 0; key != null && i < size; i++) {
            int index = (int) INTS.get(key, i * Integer.BYTES);
            if (index < 0 || index >= keys.size()) throw new IllegalArgumentException("point " + i + " has no key");
        }
    }

    public static ScalarPoints of(ScalarPoint... points) {
        return of(List.of(points));
    }

    public static ScalarPoints of(List<ScalarPoint> points) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        byte[] key = new byte[points.size() * Integer.BYTES];
        byte[] step = new byte[points.size() * Long.BYTES];
        byte[] wallTime = new byte[points.size() * Double.BYTES];
        byte[] value = new byte[points.size() * Double.BYTES];
        int i = 0;
        for (ScalarPoint point : points) {
            INTS.set(key, i * Integer.BYTES, (int) keys.computeIfAbsent(point.key(), fresh -> keys.size()));
            LONGS.set(step, i * Long.BYTES, point.step());
            DOUBLES.set(wallTime, i * Double.BYTES, point.wallTime());
            LONGS.set(value, i * Double.BYTES, Double.doubleToRawLongBits(point.value()));
            i++;
        }
        return new ScalarPoints(List.copyOf(keys.keySet()), keys.size() == 1 ? null : key, step, wallTime, value);
    }

    /**
     * Points that share their step and their wall time.
     *
     * @param key per point the index of its key in {@code keys}
     */
    public static ScalarPoints at(long step, double wallTime, List<String> keys, int[] key, double[] value) {
        long[] steps = new long[key.length];
        double[] times = new double[key.length];
        Arrays.fill(steps, step);
        Arrays.fill(times, wallTime);
        return of(keys, key, steps, times, value);
    }

    /** @param key per point the index of its key in {@code keys} */
    public static ScalarPoints of(List<String> keys, int[] key, long[] step, double[] wallTime, double[] value) {
        byte[] indices = new byte[key.length * Integer.BYTES];
        byte[] steps = new byte[key.length * Long.BYTES];
        byte[] times = new byte[key.length * Double.BYTES];
        byte[] values = new byte[key.length * Double.BYTES];
        for (int i = 0; i < key.length; i++) {
            INTS.set(indices, i * Integer.BYTES, key[i]);
            LONGS.set(steps, i * Long.BYTES, step[i]);
            DOUBLES.set(times, i * Double.BYTES, wallTime[i]);
            LONGS.set(values, i * Double.BYTES, Double.doubleToRawLongBits(value[i]));
        }
        return new ScalarPoints(keys, keys.size() == 1 ? null : indices, steps, times, values);
    }

    public int size() {
        return step.length / Long.BYTES;
    }

    /** Index in {@link #keys()} of the key of point {@code i}. */
    public int keyAt(int i) {
        return key == null ? 0 : (int) INTS.get(key, i * Integer.BYTES);
    }

    public long stepAt(int i) {
        return (long) LONGS.get(step, i * Long.BYTES);
    }

    public double wallTimeAt(int i) {
        return (double) DOUBLES.get(wallTime, i * Double.BYTES);
    }

    public double valueAt(int i) {
        return (double) DOUBLES.get(value, i * Double.BYTES);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScalarPoints that
                && keys.equals(that.keys)
                && Arrays.equals(key, that.key)
                && Arrays.equals(step, that.step)
                && Arrays.equals(wallTime, that.wallTime)
                && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * keys.hashCode() + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "ScalarPoints[" + size() + " of " + keys + "]";
    }
}
