package io.daybook.http.request;

import io.daybook.http.refusal.BadRequest;
import io.daybook.http.refusal.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads bodies that are kept in memory, whatever their type claims to be. */
public final class Bodies {

    private static final String PLACE = Bodies.class.getName();

    /** The longest array that every Java can make, and one byte less. */
    private static final int MOST = Integer.MAX_VALUE - 9;

    private final long limit;
    private final Room room;

    Bodies(long limit, Room room) {
        this.limit = Math.min(limit, MOST);
        this.room = room;
    }

    public byte[] read(HttpServletRequest request) {
        long announced = request.getContentLengthLong();
        if (announced > limit) throw new TooLarge(limit);
        Room.Place place = room.new Place();
        request.setAttribute(PLACE, place);
        try {
            return read(request.getInputStream(), announced, place);
        } catch (IOException broken) {
            throw new BadRequest("the body broke off");
        }
    }

    /** @param announced its length, below 0 when nobody knows */
    private byte[] read(InputStream in, long announced, Room.Place place) throws IOException {
        byte[] body = {};
        int length = 0;
        for (long size = announced < 0 ? Room.SHORT : announced; ; size = Math.min(2 * size, limit + 1)) {
            place.hold(size);
            body = Arrays.copyOf(body, (int) size);
            length += in.readNBytes(body, length, body.length - length);
            if (length == announced) return body;
            if (length < size) return Arrays.copyOf(body, length);
            if (length > limit) throw new TooLarge(limit);
        }
    }

    /** Whatever the request's body took is free for others. */
    static void leave(HttpServletRequest request) {
        if (request.getAttribute(PLACE) instanceof Room.Place place) place.leave();
    }
}
