package io.daybook.query.iteration;

/** Scalars and histograms have name spaces of their own. */
public enum SeriesKind {
    SCALAR("s"),
    HISTOGRAM("h");

    private final String letter;

    SeriesKind(String letter) {
        this.letter = letter;
    }

    String letter() {
        return letter;
    }
}
