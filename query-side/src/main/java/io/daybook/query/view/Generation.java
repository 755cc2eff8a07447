package io.daybook.query.view;

import io.daybook.api.documents.View;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One filling of a view. The first one is stored under the view's own names, each further one under names of its own.
 *
 * @param view as the code was that began to fill it
 * @param number from 1
 */
public record Generation(View view, int number) {

    private static final int FIRST = 1;

    static Generation first(View view) {
        return new Generation(view, FIRST);
    }

    /** What its store knows it as. */
    public View stored() {
        return new View(
                name(view.name()),
                view.version(),
                view.collections().stream().map(this::name).collect(Collectors.toSet()));
    }

    /** With the collections of the present code as well, which may have been written to. */
    View storedWith(View present) {
        return new View(
                name(view.name()),
                view.version(),
                Stream.of(view, present)
                        .flatMap(one -> one.collections().stream())
                        .map(this::name)
                        .collect(Collectors.toSet()));
    }

    /** What something of the view is called in this filling. */
    public String name(String own) {
        return number == FIRST ? own : own + "." + number;
    }

    /** The number in the name of a stored view; 0 when it is none of {@code view}'s. */
    static int numberIn(String stored, String view) {
        if (stored.equals(view)) return FIRST;
        if (!stored.startsWith(view + ".")) return 0;
        String number = stored.substring(view.length() + 1);
        return number.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(number) : 0;
    }
}
