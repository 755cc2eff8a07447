package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The example that fills a server, as it looks. {@code -Ddaybook.docs.write=true} keeps the pictures for the docs. */
class DemoIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    @RegisterExtension
    static final RunningServer server = RunningServer.on(Engine.SQLITE);

    private static final boolean WRITES = Boolean.getBoolean("daybook.docs.write");
    private static final Path DOCS = Path.of("..", "docs");

    private static void fill() throws IOException, InterruptedException {
        Process demo = new ProcessBuilder(
                        "python3",
                        Path.of("..", "examples", "demo.py").toString(),
                        "--url",
                        server.http().base(),
                        "--steps",
                        WRITES ? "100" : "30")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(demo.waitFor(5, TimeUnit.MINUTES)).as("the demo ends").isTrue();
            assertThat(demo.exitValue()).isZero();
        } finally {
            demo.destroyForcibly();
        }
    }

    @Test
    void the_demo_fills_a_server_with_trainings_to_look_at() throws Exception {
        fill();
        look("/experiment/1?sort=test/loss&group=optimizer&pick=7,8", ColorScheme.LIGHT, "dashboard-table.png");
        look("/compare?ids=1,7,8,11", ColorScheme.DARK, "dashboard-comparison.png");
        try (Tab tab = open(ColorScheme.LIGHT).at("/iteration/13")) {
            tab.until("window.daybook?.charts.size >= 2").shows("It failed:");
            tab.at("/model/1").until("document.querySelectorAll('tbody tr').length > 0");
            tab.leavesNoComplaint();
        }
    }

    private static Tab open(ColorScheme colours) {
        return Tab.fresh(
                dashboard.browser(),
                server.http().base(),
                new NewContextOptions().setViewportSize(1360, 800).setColorScheme(colours));
    }

    private static void look(String path, ColorScheme colours, String name) {
        try (Tab tab = open(colours).at(path)) {
            tab.until(
                    path.startsWith("/compare")
                            ? "window.daybook?.charts.size >= 3"
                            : "document.querySelectorAll('main tbody tr.group').length === 3");
            if (WRITES) tab.page().screenshot(new ScreenshotOptions().setPath(DOCS.resolve(name)));
            tab.leavesNoComplaint();
        }
    }
}
