package io.daybook.query.series;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.query.ForwardingDocuments;
import java.util.Collection;
import java.util.Map;

/** Documents where something happens just before some of a collection are read. */
final class MeanwhileDocuments extends ForwardingDocuments {

    private String collection = "";
    private Runnable action = () -> {};

    MeanwhileDocuments(Documents stored) {
        super(stored);
    }

    /** Once. */
    void beforeNext(String name, Runnable happening) {
        collection = name;
        action = happening;
    }

    @Override
    public Map<String, Document> get(String name, Collection<String> ids) {
        if (name.equals(collection)) {
            collection = "";
            action.run();
        }
        return super.get(name, ids);
    }
}
