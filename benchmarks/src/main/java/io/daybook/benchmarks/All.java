package io.daybook.benchmarks;

import io.daybook.benchmarks.flames.Flames;
import io.daybook.benchmarks.goals.Goals;
import io.daybook.benchmarks.goals.GoalsOnMongo;
import io.daybook.benchmarks.growth.Growth;
import io.daybook.benchmarks.mlflow.SideBySide;
import io.daybook.benchmarks.scaling.Costs;
import io.daybook.benchmarks.scaling.Simulation;
import io.daybook.benchmarks.stage.Options;
import io.daybook.benchmarks.steady.Steady;
import java.util.ArrayList;
import java.util.List;

/** Runs all programs but JMH's, one after the other; one that fails does not keep the others from being run. */
public final class All {

    private static final List<Program> OF_GOALS = List.of(Goals::main);

    private static final List<Program> ALL = List.of(
            Goals::main,
            GoalsOnMongo::main,
            Growth::main,
            Steady::main,
            Flames::main,
            SideBySide::main,
            Costs::main,
            Simulation::main,
            Rebuild::main,
            Audit::main,
            WholeBackup::main);

    private All() {}

    private interface Program {
        void run(String... arguments) throws Exception;
    }

    public static void main(String... arguments) throws Exception {
        List<Program> wanted = Options.of(arguments).only().isEmpty() ? ALL : OF_GOALS;
        List<Exception> failures = new ArrayList<>();
        for (Program each : wanted) {
            try {
                each.run(arguments);
            } catch (Exception failure) {
                failure.printStackTrace();
                failures.add(failure);
            }
        }
        if (failures.isEmpty()) return;
        IllegalStateException all = new IllegalStateException(failures.size() + " of the programs failed");
        failures.forEach(all::addSuppressed);
        throw all;
    }
}
