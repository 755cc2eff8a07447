package io.daybook.benchmarks.page;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param beside what helps to judge it
 */
public record Figure(String name, Goal goal, double measured, String beside) {

    public static final String HEAD = """
            | figure | measured | goal | of the goal | reached | beside it |
            |---|---|---|---|---|---|""";

    private double share() {
        return goal.unit().share(measured, goal.value());
    }

    public String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | %s | %s |",
                name,
                goal.unit().text(measured),
                goal.unit().text(goal.value()),
                share(),
                share() >= 1 ? "yes" : "**no**",
                beside);
    }
}
