package io.daybook.http.message;

import io.daybook.api.request.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What a command came back with.
 *
 * @param result an {@link Answer} when the same request, sent twice at once, was answered by the other one first
 * @param position of the last event that it wrote
 */
public record Done(@Nullable Object result, long position) {

    private static final String RESULT = "{result}";

    /** With another result, unless the request was answered before. */
    public Done as(Object other) {
        return result instanceof Answer ? this : new Done(other, position);
    }

    Answer answer(Answer template) {
        if (result instanceof Answer first) return first;
        if (!template.body().contains(RESULT)) return template;
        return new Answer(template.status(), template.body().replace(RESULT, String.valueOf(result)));
    }
}
