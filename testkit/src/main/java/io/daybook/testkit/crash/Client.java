package io.daybook.testkit.crash;

import io.daybook.testkit.server.Crayon;
import java.io.IOException;

/** Somebody who writes, one request after the other, and keeps account of the answers in the ledger. */
interface Client {

    /** The {@code n}th thing that the client does, from 0. Ends in an {@link IOException} when the server is gone. */
    void act(Crayon crayon, int n) throws IOException;

    /** How many things it does at most. */
    default int limit() {
        return Integer.MAX_VALUE;
    }

    /** After the restart: sends again what may be sent again. */
    default void repeat(Crayon crayon) throws IOException {}
}
