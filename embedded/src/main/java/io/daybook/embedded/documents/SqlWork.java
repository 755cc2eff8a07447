package io.daybook.embedded.documents;

import java.sql.SQLException;

@FunctionalInterface
interface SqlWork<S, T> {

    T on(S subject) throws SQLException;
}
