package io.daybook.embedded.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeProbeTest {

    @TempDir
    private Path folder;

    @Test
    void a_folder_that_takes_a_file_is_well_and_is_left_as_it_was() throws IOException {
        new HomeProbe(folder).check();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void one_that_takes_none_is_named_until_it_does_again() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        HomeProbe probe = new HomeProbe(home);
        Path away = Files.move(home, folder.resolve("away"));

        assertThatThrownBy(probe::check).isInstanceOf(IOException.class).hasMessageContaining(home.toString());

        Files.move(away, home);
        probe.check();
    }

    @Test
    void what_a_crash_left_of_a_probe_does_not_stand_in_the_way() throws IOException {
        Files.writeString(folder.resolve("probe"), "half");

        new HomeProbe(folder).check();

        assertThat(folder).isEmptyDirectory();
    }
}
