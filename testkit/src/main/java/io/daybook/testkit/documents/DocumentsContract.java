package io.daybook.testkit.documents;

import io.daybook.api.documents.Documents;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** The contract of {@link Documents}, to be run against each implementation. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
public abstract class DocumentsContract
        implements ReadingContract, ApplyingContract, OpeningContract, DroppingContract {

    /** The fingerprint under which the contract's views are opened. */
    protected static final String LOG = "the log";

    private @Nullable Documents documents;

    /** Documents on the test's storage, which is fresh for each test and lasts until {@link #drop()}. */
    protected abstract Documents connect();

    /** Takes the storage away. */
    protected abstract void drop();

    @Override
    public final Documents documents() {
        if (documents == null) throw new IllegalStateException("the test has not begun");
        return documents;
    }

    @BeforeEach
    final void begin() {
        documents = connect();
        documents.open(Samples.SHELVES, LOG);
        documents.open(Samples.TILLS, LOG);
    }

    @AfterEach
    final void end() {
        documents().close();
        drop();
    }

    @Override
    public final void restart() {
        documents().close();
        begin();
    }

    @Override
    public final void restartWithNothing() {
        documents().close();
        drop();
        begin();
    }
}
