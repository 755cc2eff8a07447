package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.page.Figure;
import io.daybook.benchmarks.page.Goal;
import io.daybook.benchmarks.page.Unit;
import io.daybook.benchmarks.stage.Stage;
import java.util.List;

/** What the server has held at most, after all that was measured before. */
final class Memory implements Measurement {

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        return List.of(new Goal(900, Unit.MEBIBYTES)
                .measured(
                        "resident memory at most, after all of the above",
                        stage.server().most(),
                        "no option of the virtual machine"));
    }
}
