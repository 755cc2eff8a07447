package io.daybook.testkit.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One direction of a link: what is read is written when its time has come. */
final class Flow {

    private static final int PIECE_BYTES = 16 << 10;
    private static final int MOST_PIECES = 256;
    private static final byte[] END = {};

    /** @param due as {@link System#nanoTime()} */
    private record Piece(byte[] bytes, long due) {}

    private final BlockingQueue<Piece> underWay = new ArrayBlockingQueue<>(MOST_PIECES);
    private final Link link;
    private final Socket from;
    private final Socket to;

    Flow(Link link, Socket from, Socket to) {
        this.link = link;
        this.from = from;
        this.to = to;
    }

    void start() {
        Thread writer = Thread.ofVirtual().start(this::write);
        Thread.ofVirtual().start(() -> read(writer));
    }

    private void read(Thread writer) {
        byte[] buffer = new byte[PIECE_BYTES];
        try {
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) put(Arrays.copyOf(buffer, read));
            put(END);
        } catch (IOException | InterruptedException cut) {
            writer.interrupt();
            link.reset();
        }
    }

    private void put(byte[] bytes) throws InterruptedException {
        underWay.put(new Piece(bytes, System.nanoTime() + link.proxy().delay().toNanos()));
    }

    private void write() {
        try {
            while (pass(underWay.take())) {
                // the next one
            }
        } catch (IOException | InterruptedException cut) {
            link.reset();
            // or else the reader might wait for room for ever
            underWay.clear();
        }
    }

    /** Whether there may be more. */
    private boolean pass(Piece piece) throws IOException, InterruptedException {
        TimeUnit.NANOSECONDS.sleep(piece.due - System.nanoTime());
        boolean end = piece.bytes == END;
        if (link.proxy().condition() == Condition.HALF_OPEN) link.loses();
        else if (end) link.end(to);
        else to.getOutputStream().write(piece.bytes);
        return !end;
    }
}
