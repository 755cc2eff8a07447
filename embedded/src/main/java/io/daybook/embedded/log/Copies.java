package io.daybook.embedded.log;

import java.io.IOException;
import java.sql.SQLException;

/** Events that were in a log before, handed over in their order. */
@FunctionalInterface
public interface Copies {
    void into(Copying log) throws IOException, SQLException;
}
