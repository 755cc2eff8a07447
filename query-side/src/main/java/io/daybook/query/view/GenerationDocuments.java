package io.daybook.query.view;

import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;

/** The documents of one filling of a view, by the view's own names. */
final class GenerationDocuments extends RenamedDocuments {

    private final Generation generation;

    GenerationDocuments(Documents stored, Generation generation) {
        super(stored);
        this.generation = generation;
    }

    @Override
    View renamed(View view) {
        return generation.stored();
    }

    @Override
    String renamed(String collection) {
        return generation.name(collection);
    }
}
