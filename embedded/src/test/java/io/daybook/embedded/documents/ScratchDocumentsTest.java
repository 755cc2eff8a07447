package io.daybook.embedded.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import io.daybook.testkit.documents.DocumentsContract;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchDocumentsTest extends DocumentsContract {

    private static final View STOCK = new View("stock", 1, Set.of("items"));

    @TempDir
    private Path folder;

    @Override
    protected Documents connect() {
        return new ScratchDocuments(folder);
    }

    @Override
    protected void drop() {
        assertThat(folder).as("closed, they leave nothing").isEmptyDirectory();
    }

    @Override
    @Test
    @Disabled("documents for a while end when they are closed")
    public void a_restart_keeps_documents_and_positions() {}

    @Test
    void two_of_them_know_nothing_of_each_other() {
        try (Documents one = new ScratchDocuments(folder);
                Documents other = new ScratchDocuments(folder)) {
            one.open(STOCK, LOG);
            other.open(STOCK, LOG);
            one.apply(STOCK, 0, 7, java.util.List.of());

            assertThat(other.position(STOCK)).isZero();
        }
    }

    @Test
    void building_one_touches_nothing() {
        try (Documents untouched = new ScratchDocuments(folder.resolve("a"))) {
            assertThat(untouched).isNotNull();
            assertThat(folder.resolve("a")).doesNotExist();
        }
    }
}
