package io.daybook.testkit.eventstore;

import java.nio.file.Path;

/**
 * The main class of a process that appends notes from several threads until it is killed. Prints the id of each event
 * once its append was answered, a line each.
 */
final class Appender {

    static final String LEFT = " on the left";
    static final String RIGHT = " on the right";

    private static final int THREADS = 4;

    private Appender() {}

    /** @param arguments the class of the {@link StoreUnderTest}, its home, and a name that no earlier process had */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        var stores = Class.forName(arguments[0])
                .asSubclass(StoreUnderTest.class)
                .getDeclaredConstructor()
                .newInstance();
        var opened = stores.open(Path.of(arguments[1]));
        for (int i = 0; i < THREADS; i++) {
            String notebook = arguments[2] + "-" + i;
            new Thread(() -> append(opened, notebook)).start();
        }
    }

    /** In units of work that are to be whole or absent: a note in each of two notebooks. */
    private static void append(StoreUnderTest.Opened opened, String notebook) {
        for (long sequence = 0; ; sequence++) {
            var left = Notes.note(notebook + LEFT, sequence);
            var right = Notes.note(notebook + RIGHT, sequence);
            Notes.publishTogether(opened.store(), left, right);
            System.out.println(left.getIdentifier());
            System.out.println(right.getIdentifier());
        }
    }
}
