package io.daybook.server.health;

/** Whether a part does what it is there for; may take long to find out. */
@FunctionalInterface
interface Check {

    /** @throws Exception when it does not; the message says why, to an operator */
    void run() throws Exception;
}
