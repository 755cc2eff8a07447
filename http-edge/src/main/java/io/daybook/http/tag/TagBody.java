package io.daybook.http.tag;

import io.daybook.api.tag.TagView;

/** A tag as the contract shows it. */
record TagBody(long id, String value) {

    static TagBody of(TagView view) {
        return new TagBody(view.id(), view.value());
    }
}
