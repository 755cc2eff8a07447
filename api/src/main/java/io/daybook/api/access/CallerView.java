package io.daybook.api.access;

import io.daybook.api.user.UserId;

/** A user who asks for something, as of now. */
public record CallerView(UserId user, String username, boolean admin) {}
