package io.daybook.benchmarks.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That everything can be measured, not what comes out: whoever else uses the machine then would decide that. */
class ShortRunIT {

    private static final int FIGURES = 22;

    @TempDir
    Path folder;

    @Test
    void every_figure_of_the_goals_is_measured() throws Exception {
        Path page = folder.resolve("performance.md");

        Goals.main(options(page));

        assertThat(Files.readAllLines(page))
                .filteredOn(line -> line.matches("\\|.*\\| (yes|\\*\\*no\\*\\*) \\|.*"))
                .hasSize(FIGURES)
                .noneMatch(line -> line.contains("NaN"));
    }

    @Test
    void what_grows_is_measured() throws Exception {
        Path page = Files.writeString(folder.resolve("performance.md"), """
                <!-- points: written by Growth --><!-- end of points -->
                <!-- iterations: written by Growth --><!-- end of iterations -->
                """);

        Growth.main(options(page));

        assertThat(Files.readAllLines(page))
                .filteredOn(line -> line.matches("\\| [0-9,]+ \\|.*"))
                .hasSize(2);
    }

    private String[] options(Path page) {
        return new String[] {
            "--short=true",
            "--java=-XX:TieredStopAtLevel=1",
            "--jar=" + System.getProperty("daybook.jar"),
            "--home=" + folder.resolve("home"),
            "--page=" + page
        };
    }
}
