package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where there is nothing to see, the page says what to type; whoever types it sees what comes of it. */
class EmptyIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    @RegisterExtension
    static final RunningServer server = RunningServer.on(Engine.SQLITE);

    private static Tab empty(String path, String says) {
        Tab tab = Tab.fresh(dashboard.browser(), server.http().base(), new NewContextOptions());
        tab.at(path).shows(says).isAccessible();
        return tab;
    }

    /** The lines that the page shows, as somebody would run them who copies them into a terminal. */
    private static Tab typed(Tab tab) throws Exception {
        String lines = tab.find(".empty pre").innerText();
        Process shell = new ProcessBuilder("bash", "-ec", lines)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(shell.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(shell.exitValue()).as(lines).isZero();
        } finally {
            shell.destroyForcibly();
        }
        return tab;
    }

    private static void appears(Tab tab, String selector) {
        tab.find(selector).first().waitFor();
        tab.leavesNoComplaint();
        tab.close();
    }

    @Test
    void the_first_lines_of_all_lead_to_a_first_run_then_to_more() throws Exception {
        appears(typed(empty("/", "Nothing has been logged yet")), "tbody a:text-is('crayon')");
        TrackingClient client = new TrackingClient(server.http());
        long project = client.project();

        appears(typed(empty("/project/" + project, "no experiments yet")), "tbody a:text-is('first')");
        long experiment =
                client.get("/experiment/project/" + project).at("/data/0/id").asLong();
        appears(typed(empty("/experiment/" + experiment, "no iterations yet")), "tbody td:text-is('0.81')");
        appears(typed(empty("/project/" + project + "/models", "No models yet")), "tbody a:text-is('classifier')");
        long iteration = client.iteration(experiment);
        appears(typed(empty("/iteration/" + iteration, "No scalars yet")), "main canvas");
    }
}
