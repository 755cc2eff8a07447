package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.page.Figure;
import io.daybook.benchmarks.stage.Stage;
import java.util.List;

/** Something that gives some of the figures. */
interface Measurement {

    List<Figure> measure(Stage stage) throws Exception;
}
