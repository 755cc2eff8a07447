package io.daybook.server.artifact;

import java.io.InputStream;
import java.util.SplittableRandom;

/** So many bytes that lie nowhere, always the same ones. */
final class Generated extends InputStream {

    private final SplittableRandom random = new SplittableRandom(7);
    private final byte[] block = new byte[64 << 10];
    private long left;
    private int used = block.length;

    Generated(long bytes) {
        left = bytes;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (left == 0) return -1;
        if (used == block.length) {
            random.nextBytes(block);
            used = 0;
        }
        int count = (int) Math.min(Math.min(length, block.length - used), left);
        System.arraycopy(block, used, bytes, offset, count);
        used += count;
        left -= count;
        return count;
    }
}
