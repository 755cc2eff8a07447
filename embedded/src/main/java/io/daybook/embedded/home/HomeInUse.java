package io.daybook.embedded.home;

/** Another process keeps its data in the folder. */
public final class HomeInUse extends IllegalStateException {

    HomeInUse(String message) {
        super(message);
    }
}
