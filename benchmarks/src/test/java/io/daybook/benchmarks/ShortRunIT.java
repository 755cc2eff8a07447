package io.daybook.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.benchmarks.flames.Flames;
import io.daybook.benchmarks.goals.Goals;
import io.daybook.benchmarks.goals.GoalsOnMongo;
import io.daybook.benchmarks.growth.Growth;
import io.daybook.benchmarks.mlflow.SideBySide;
import io.daybook.benchmarks.scaling.Costs;
import io.daybook.benchmarks.scaling.Simulation;
import io.daybook.benchmarks.stage.Options;
import io.daybook.benchmarks.stage.Stage;
import io.daybook.benchmarks.steady.Steady;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That everything can be measured, not what comes out: whoever else uses the machine then would decide that. */
class ShortRunIT {

    private static final int FIGURES = 24;
    private static final String FIGURE = "\\|.*\\| (yes|\\*\\*no\\*\\*) \\|.*";

    private static final Path JAR = Path.of(System.getProperty("daybook.jar"));

    @TempDir
    Path folder;

    private Path page = Path.of("");

    /** The page of the project, so that its marks are seen to be there. */
    @BeforeEach
    void copyPage() throws IOException {
        page = copyOf("performance.md");
    }

    private Path copyOf(String name) throws IOException {
        String written = Files.readString(Path.of(System.getProperty("daybook.docs"), name));
        return Files.writeString(
                folder.resolve(name), written.replaceAll("(?s)(<!-- [^>]* written by \\w+ -->).*?(<!-- end)", "$1$2"));
    }

    private String[] options(String... more) {
        Stream<String> all = Stream.of(
                "--short=true",
                "--java=-XX:TieredStopAtLevel=1",
                "--jar=" + JAR,
                "--home=" + folder.resolve("home"),
                "--page=" + page);
        return Stream.concat(all, Arrays.stream(more)).toArray(String[]::new);
    }

    private List<String> lines(String pattern) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.matches(pattern))
                .toList();
    }

    @Test
    void every_figure_of_the_goals_is_measured() throws Exception {
        Goals.main(options());

        assertThat(lines(FIGURE)).hasSize(FIGURES).noneMatch(line -> line.contains("NaN"));
    }

    @Test
    void the_views_are_measured_on_MongoDB_too() throws Exception {
        GoalsOnMongo.main(options("--only=points"));
    }

    /** On one server, since most of the time goes into starting them. */
    @Test
    void what_grows_and_what_stays_is_measured_and_the_hottest_paths_are_drawn() throws Exception {
        try (Stage stage = new Stage(Steady.inSmallHeap(Options.of(options())))) {
            new Growth(stage).run();
            new Steady(stage).run();
            new Flames(stage).run();
        }

        assertThat(lines("\\| [0-9,]+ \\|.*")).hasSize(2);
        assertThat(lines("\\| (start|middle|end) \\|.* MiB \\|")).hasSize(3);
        assertThat(folder.resolve("performance").toFile().listFiles())
                .hasSize(3)
                .allSatisfy(picture -> assertThat(picture).content().contains("<rect", "io.daybook."));
    }

    @Test
    void what_nodes_cost_is_measured_and_what_many_would_carry_is_worked_out_from_it() throws Exception {
        page = copyOf("scaling.md");

        Costs.main(options("--results=" + folder));
        Simulation.main(options("--results=" + folder));

        assertThat(lines("\\| .*/s \\| .* ms \\| .* B \\|")).hasSize(5).noneMatch(line -> line.contains("NaN"));
        assertThat(lines("\\| .* \\| (1|3|10|100) \\| .*/s \\| .* ms \\| .* ms \\|"))
                .hasSize(16);
        assertThat(lines("\\| [0-9]+ \\| .*( h|/s) \\|")).hasSize(8).noneMatch(line -> line.contains("NaN"));
    }

    @Test
    void says_so_when_there_is_no_MLflow_to_be_compared_with() throws Exception {
        SideBySide.main(options("--mlflow=" + folder.resolve("none")));

        assertThat(page).content().contains("Not measured here");
    }
}
