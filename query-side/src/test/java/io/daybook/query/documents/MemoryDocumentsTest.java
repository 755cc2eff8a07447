package io.daybook.query.documents;

import io.daybook.api.documents.Documents;
import io.daybook.testkit.documents.DocumentsContract;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class MemoryDocumentsTest extends DocumentsContract {

    @Override
    protected Documents connect() {
        return new MemoryDocuments();
    }

    @Override
    protected void drop() {
        // each object has its own memory
    }

    @Override
    @Test
    @Disabled("memory does not outlast its process, and is not meant to")
    public void a_restart_keeps_documents_and_positions() {
        // see the annotation
    }
}
