package io.daybook.testkit.net;

/** How the network between two parties is. */
enum Condition {
    WELL,
    /** There are no connections. */
    CUT,
    /** There are connections, and nothing comes through them. */
    HALF_OPEN
}
