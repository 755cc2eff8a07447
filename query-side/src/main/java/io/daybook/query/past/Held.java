package io.daybook.query.past;

/**
 * Views of the past that stay as long as this is open.
 *
 * @param leaving to be run once, when nobody reads on
 */
record Held(Former former, Runnable leaving) implements AutoCloseable {

    @Override
    public void close() {
        leaving.run();
    }
}
