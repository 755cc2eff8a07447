package io.daybook.http.tag;

import io.daybook.api.tag.TagView;

/** A tag as the contract shows it. */
public record TagBody(long id, String value) {

    public static TagBody of(TagView view) {
        return new TagBody(view.id(), view.value());
    }
}
