package io.daybook.benchmarks.page;

import java.util.Locale;

/** What a figure ought to be, at least or at most. */
public record Goal(double value, Unit unit) {

    @SuppressWarnings("AnnotateFormatMethod") // Error Prone's annotation is not worth its library here
    public Figure measured(String name, double measured, String beside, Object... values) {
        return new Figure(name, this, measured, String.format(Locale.ROOT, beside, values));
    }
}
