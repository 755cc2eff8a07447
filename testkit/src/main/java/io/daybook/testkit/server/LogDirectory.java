package io.daybook.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The zip of a TensorBoard log directory, as the original Crayon server made it, with as many points as wanted. */
public final class LogDirectory {

    private static final int MASK = 0xa282ead8;
    private static final int RECORD = 512;

    private final OutputStream out;

    private LogDirectory(OutputStream out) {
        this.out = out;
    }

    /** Writes {@code points} points of each of {@code series} series, in turns; {@code salt} tells logs apart. */
    public static void write(Path zip, int series, int points, int salt) throws IOException {
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)))) {
            out.setLevel(Deflater.BEST_SPEED);
            out.putNextEntry(new ZipEntry("events.out.tfevents.1700000000.original"));
            var log = new LogDirectory(out);
            for (int step = 0; step < points; step++) {
                for (int i = 0; i < series; i++) log.point(name(i, salt), step, (float) value(i, step, salt));
            }
            out.closeEntry();
        }
    }

    public static String name(int series, int salt) {
        return "restored " + salt + "/" + series;
    }

    public static double wallTime(int step) {
        return 1.7e9 + step * 0.5;
    }

    /** 32 bits hold it exactly, as TensorBoard has no more. */
    public static double value(int series, int step, int salt) {
        return (float) ((step % 100_000) + series / 256.0 + salt);
    }

    private void point(String name, int step, float value) throws IOException {
        byte[] tag = name.getBytes(UTF_8);
        ByteBuffer one = buffer();
        varint(one.put((byte) 0x0a), tag.length);
        one.put(tag).put((byte) 0x15).putFloat(value).flip();
        ByteBuffer event = buffer();
        event.put((byte) 0x09).putDouble(wallTime(step));
        varint(event.put((byte) 0x10), step);
        varint(event.put((byte) 0x2a), 1 + varintLength(one.limit()) + one.limit());
        varint(event.put((byte) 0x0a), one.limit());
        record(event.put(one).flip());
    }

    private void record(ByteBuffer content) throws IOException {
        ByteBuffer length = buffer().putLong(content.limit()).flip();
        int check = masked(length);
        ByteBuffer framed = ByteBuffer.allocate(RECORD).order(ByteOrder.LITTLE_ENDIAN);
        framed.put(length).putInt(check).put(content).putInt(masked(content.rewind()));
        out.write(framed.array(), 0, framed.position());
    }

    /** Leaves the bytes to be read again. */
    private static int masked(ByteBuffer bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        bytes.rewind();
        int sum = (int) crc.getValue();
        return Integer.rotateRight(sum, 15) + MASK;
    }

    private static ByteBuffer buffer() {
        return ByteBuffer.allocate(RECORD).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void varint(ByteBuffer out, long value) {
        long rest = value;
        for (; rest > 127; rest >>>= 7) out.put((byte) ((rest & 127) | 128));
        out.put((byte) rest);
    }

    private static int varintLength(long value) {
        return value > 127 ? 1 + varintLength(value >>> 7) : 1;
    }
}
