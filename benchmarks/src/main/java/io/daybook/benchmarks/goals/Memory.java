package io.daybook.benchmarks.goals;

import java.util.List;

/** What the server has held at most, after all that was measured before. */
final class Memory implements Measurement {

    private static final double KIBIBYTES = 1024;

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        String memory = stage.server().memory();
        double mebibytes = memory.endsWith(" kB")
                ? Long.parseLong(memory.substring(0, memory.length() - 3).strip()) / KIBIBYTES
                : Double.NaN;
        return List.of(new Goal(900, Unit.MEBIBYTES)
                .measured(
                        "resident memory at most, after all of the above",
                        mebibytes,
                        "no option of the virtual machine"));
    }
}
