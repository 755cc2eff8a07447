package io.daybook.http.message;

import io.daybook.api.user.UserId;
import jakarta.servlet.http.HttpServletRequest;

/** Who acts. Without authentication everybody is the default user. */
public record Caller(UserId user) {

    static Caller of(HttpServletRequest request) {
        return new Caller(UserId.DEFAULT);
    }
}
