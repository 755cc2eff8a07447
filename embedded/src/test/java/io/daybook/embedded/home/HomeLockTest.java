package io.daybook.embedded.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HomeLockTest {

    @TempDir
    private Path folder;

    @Test
    void creates_the_home_and_refuses_a_second_lock_in_this_process() {
        Path home = folder.resolve("new/home");
        try (var first = new HomeLock(home);
                var second = new HomeLock(home.resolve("../home"))) {
            first.acquire();

            assertThatThrownBy(second::acquire)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageEndingWith(
                            "is in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void a_refused_second_lock_does_not_release_the_first() throws Exception {
        try (var first = new HomeLock(folder);
                var second = new HomeLock(folder)) {
            first.acquire();
            assertThatThrownBy(second::acquire).isInstanceOf(IllegalStateException.class);
            second.close();

            assertThat(firstLineOf(holder())).startsWith("refused");
        }
    }

    @Test
    @Tag("ops-1.home.one")
    void refuses_a_home_that_another_process_holds_until_that_process_is_killed() throws Exception {
        Process holder = holder();
        try (var lock = new HomeLock(folder)) {
            assertThat(firstLineOf(holder)).isEqualTo("held");
            assertThatThrownBy(lock::acquire).hasMessageEndingWith("is in use by process " + holder.pid());

            holder.destroyForcibly();
            assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();

            assertThatCode(lock::acquire).doesNotThrowAnyException();
        } finally {
            holder.destroyForcibly();
        }
    }

    private Process holder() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Holder.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLineOf(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    }

    /** Holds the lock of a folder until its input ends. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            try (var lock = new HomeLock(Path.of(arguments[0]))) {
                lock.acquire();
                System.out.println("held");
                System.in.read();
            } catch (IllegalStateException e) {
                System.out.println("refused: " + e.getMessage());
            }
        }
    }
}
