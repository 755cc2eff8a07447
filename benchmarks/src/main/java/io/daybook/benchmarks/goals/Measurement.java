package io.daybook.benchmarks.goals;

import java.util.List;

/** Something that gives some of the figures. */
interface Measurement {

    List<Figure> measure(Stage stage) throws Exception;
}
