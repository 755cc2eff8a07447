package io.daybook.api.documents;

import java.util.Set;

/**
 * A read model: the documents that one projection keeps.
 *
 * @param version of the projection's code; another one than the stored makes the view be filled anew
 * @param collections those that are this view's alone
 */
public record View(String name, int version, Set<String> collections) {

    public View {
        collections = Set.copyOf(collections);
    }
}
