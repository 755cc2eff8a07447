package io.daybook.http.refusal;

/** A part of some bytes was asked for that they do not have. */
public final class BeyondTheEnd extends RuntimeException {

    private final long size;

    /** @param size how many bytes there are */
    public BeyondTheEnd(long size) {
        super("the range is not within the " + size + " bytes that there are", null, false, false);
        this.size = size;
    }

    long size() {
        return size;
    }
}
