package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.page.Figure;
import io.daybook.benchmarks.page.Goal;
import io.daybook.benchmarks.page.Unit;
import io.daybook.benchmarks.stage.Stage;
import java.util.List;

/** What the server holds after all that was measured before, once it has come to rest. */
final class Memory implements Measurement {

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        double most = stage.server().most();
        Thread.sleep(stage.sizes().rest());
        return List.of(new Goal(900, Unit.MEBIBYTES)
                .measured(
                        "resident memory after all of the above, and a rest of two minutes",
                        stage.server().resident(),
                        "at most %,.0f MiB meanwhile; no option of the virtual machine",
                        most));
    }
}
