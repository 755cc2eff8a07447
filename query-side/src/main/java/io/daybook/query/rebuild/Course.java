package io.daybook.query.rebuild;

/** Whoever looks on while a view is filled. */
interface Course {

    /** @throws Cancelled when the work is to end */
    void check();

    void reached(long position);
}
