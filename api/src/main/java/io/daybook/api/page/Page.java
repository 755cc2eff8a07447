package io.daybook.api.page;

import java.util.List;

/** @param total how many items the whole list has */
public record Page<V>(List<V> items, long total) {

    public Page {
        items = List.copyOf(items);
    }
}
