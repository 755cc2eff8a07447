package io.daybook.http.request;

import io.daybook.http.refusal.BadRequest;
import io.daybook.http.refusal.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Reads bodies that are kept in memory, whatever their type claims to be. */
public final class Bodies {

    private final long limit;

    Bodies(long limit) {
        this.limit = limit;
    }

    public byte[] read(HttpServletRequest request) {
        long announced = request.getContentLengthLong();
        if (announced > limit) throw new TooLarge(limit);
        byte[] body = read(request, announced >= 0 ? announced : limit + 1);
        if (body.length > limit) throw new TooLarge(limit);
        return body;
    }

    private static byte[] read(HttpServletRequest request, long atMost) {
        try {
            return request.getInputStream().readNBytes((int) Math.min(atMost, Integer.MAX_VALUE - 8));
        } catch (IOException broken) {
            throw new BadRequest("the body broke off");
        }
    }
}
