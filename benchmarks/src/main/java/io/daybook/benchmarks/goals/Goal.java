package io.daybook.benchmarks.goals;

import java.util.Locale;

/** What a figure ought to be, at least or at most. */
record Goal(double value, Unit unit) {

    @SuppressWarnings("AnnotateFormatMethod") // Error Prone's annotation is not worth its library here
    Figure measured(String name, double measured, String beside, Object... values) {
        return new Figure(name, this, measured, String.format(Locale.ROOT, beside, values));
    }
}
