package io.daybook.api.documents;

import java.util.HashSet;
import java.util.Set;

/**
 * A read model: the documents that one projection keeps.
 *
 * @param version of the projection's code; another one than the stored makes the view be filled anew
 * @param collections those that are this view's alone
 */
public record View(String name, int version, Set<String> collections) {

    /** At the end of the name of the collection that holds a view's dead letters: bookkeeping, which is told by no event. */
    public static final String LETTERS = "_letters";

    public View {
        Set<String> all = new HashSet<>(collections);
        all.add(name + LETTERS);
        collections = Set.copyOf(all);
    }

    /** The collection of its dead letters, which every view has beside its own. */
    public String letters() {
        return name + LETTERS;
    }
}
