package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import io.daybook.server.tracking.TrackingClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the page costs. With {@code -Ddaybook.docs.write=true} it measures at the size that is promised and writes the figures
 * into docs/dashboard.md; otherwise it measures little, and only what does not depend on the machine decides.
 */
class MeasureIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    private static final boolean WRITES = Boolean.getBoolean("daybook.docs.write");
    private static final int ITERATIONS = WRITES ? 10_000 : 130;
    private static final int SERIES = 20;
    private static final int POINTS = WRITES ? 1_000_000 : 5_000;
    private static final int TABS = WRITES ? 50 : 3;
    private static final int BATCH = 100_000;

    /** Where other things go on, too, a point is drawn within five seconds; what is promised is measured on a quiet machine. */
    private static final double DEADLINE = 5_000;

    private static final List<String> figures = new ArrayList<>();

    @AfterAll
    static void write() throws IOException {
        Path docs = Path.of("..", "docs", "dashboard.md");
        String page = Files.readString(docs);
        String begin = "<!-- figures: written by MeasureIT -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("<!-- end of figures -->\n");
        assertThat(to).as("markers of the figures").isGreaterThan(begin.length());
        if (!WRITES || figures.size() < 5) return;
        String table = "| figure | measured |\n|---|---|\n" + String.join("", figures);
        Files.writeString(docs, page.substring(0, from) + table + page.substring(to));
    }

    private static void figure(String what, String format, Object... values) {
        figures.add("| " + what + " | " + String.format(Locale.ROOT, format, values) + " |\n");
    }

    private static double number(Tab tab, String expression) {
        return ((Number) tab.tells(expression)).doubleValue();
    }

    private static Tab fresh() {
        return Tab.fresh(dashboard.browser(), dashboard.http().base(), new NewContextOptions());
    }

    private static long experiment(String name) {
        return dashboard.create(
                "/experiment/project/" + dashboard.seeded().project(), "{\"status_id\":1,\"name\":\"" + name + "\"}");
    }

    private static final String BYTES = """
            [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .filter((entry) => entry.name.includes('/ui')).reduce((sum, entry) => sum + entry.transferSize, 0)""";

    @Test
    void the_first_load_is_small() {
        try (Tab tab = fresh().at("/iteration/" + dashboard.seeded().rich())) {
            tab.until("window.daybook?.charts.size > 0");
            double bytes = number(tab, BYTES);

            assertThat(bytes).isBetween(20_000.0, 150_000.0);
            figure("first load of a page with charts, as it travels", "%.0f kB", bytes / 1000);
        }
    }

    @Test
    void the_table_appears_before_all_of_it_is_read() {
        long experiment = experiment("many");
        TrackingClient client = new TrackingClient(dashboard.http());
        IntStream.range(0, ITERATIONS).parallel().forEach(number -> {
            long id = client.iteration(experiment);
            client.create("/parameter/iteration/" + id, "{\"key\":\"lr\",\"value\":\"" + number + "\"}");
            client.metric(id, "{\"key\":\"loss\",\"value\":" + 1.0 / (number + 1) + "}");
        });
        try (Tab tab = fresh().at("/experiment/" + experiment)) {
            tab.find("tbody tr").first().waitFor();
            double useful = number(tab, "performance.now()");
            tab.until("document.querySelector('main [role=status].quiet')?.innerText.trim() === '"
                    + String.format(Locale.UK, "%,d", ITERATIONS) + " iterations'");

            double painted = number(tab, "performance.getEntriesByName('first-contentful-paint')[0].startTime");
            if (WRITES)
                assertThat(useful).as("milliseconds until there are rows").isLessThan(1_000);
            figure("first paint", "%.0f ms", painted);
            figure(String.format(Locale.UK, "rows of a table of %,d iterations", ITERATIONS), "after %.0f ms", useful);
            figure("all of them, to sort and filter", "after %.1f s", number(tab, "performance.now()") / 1000);
            tab.find("button:text-is('Next page')").click();
            tab.shows("Page 2 of ").until("location.hash.includes('page=2')");
        }
    }

    private static final String FRAMES = """
            (async () => {
              const chart = document.querySelector('[data-chart]');
              const frames = [];
              let last = performance.now();
              let on = true;
              const tick = (now) => { frames.push(now - last); last = now; if (on) requestAnimationFrame(tick); };
              requestAnimationFrame(tick);
              for (const key of ['+', '+', 'ArrowRight', '+', 'ArrowLeft', '-', '+', '+', 'ArrowRight', '-', '-', '0']) {
                chart.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
                await new Promise((done) => setTimeout(done, 350));
              }
              on = false;
              frames.sort((a, b) => a - b);
              return [frames[Math.floor(frames.length / 2)], frames[Math.floor(frames.length * 0.95)], frames.at(-1)];
            })()""";

    @Test
    void zooming_stays_smooth_because_the_server_thins() {
        long experiment = experiment("long");
        TrackingClient client = new TrackingClient(dashboard.http());
        List<Long> iterations = IntStream.range(0, SERIES)
                .mapToObj(number -> longIteration(client, experiment, number))
                .toList();
        String ids = iterations.stream().map(String::valueOf).collect(Collectors.joining(","));
        try (Tab tab = fresh().at("/compare?ids=" + ids)) {
            tab.until("window.daybook?.charts.get('long')?.data.length === " + (SERIES + 1));
            List<?> frames = (List<?>) tab.tells(FRAMES);

            assertThat(number(
                            tab,
                            "Math.max(...window.daybook.charts.get('long').props.series.map((one) => one.x.length))"))
                    .isLessThanOrEqualTo(1200);
            figure(
                    String.format(Locale.UK, "frames while zooming %d series of %,d points", SERIES, POINTS),
                    "median %.0f ms, 95 %% within %.0f ms, longest %.0f ms",
                    frames.stream().map(frame -> ((Number) frame).doubleValue()).toArray());
            tab.leavesNoComplaint();
        }
    }

    private static long longIteration(TrackingClient client, long experiment, int number) {
        long id = client.iteration(experiment);
        for (int begin = 0; begin < POINTS; begin += BATCH) {
            int from = begin;
            String values = IntStream.range(from, Math.min(POINTS, from + BATCH))
                    .mapToObj(step ->
                            String.format(Locale.ROOT, "%.3f", number + Math.sin(step / 5000.0) + step % 7 / 20.0))
                    .collect(Collectors.joining(","));
            client.request("POST", "/series/iteration/" + id + "/scalars")
                    .body("{\"series\":[{\"key\":\"long\",\"value\":[" + values + "]}]}")
                    .answers(201);
        }
        return id;
    }

    @Test
    void a_point_is_drawn_soon_and_pages_that_only_wait_cost_little() {
        long iteration = dashboard.create("/iteration/experiment/" + experiment("waiting"), "");
        dashboard.create("/metric/iteration/" + iteration, "{\"key\":\"loss\",\"value\":4}");
        List<Tab> tabs = new ArrayList<>();
        for (int i = 0; i < TABS; i++) {
            tabs.add(dashboard.beside().at("/iteration/" + iteration).until("window.daybook?.charts.has('loss')"));
        }
        double share = cpu(tabs.getFirst());
        // they would all draw it, on this machine
        tabs.subList(1, TABS).forEach(Tab::close);
        long begin = System.nanoTime();
        dashboard.create("/metric/iteration/" + iteration, "{\"key\":\"loss\",\"value\":2}");
        tabs.getFirst().until("window.daybook.charts.get('loss').data[1].at(-1) === 2");
        double soon = (System.nanoTime() - begin) / 1e6;
        tabs.getFirst().close();

        assertThat(soon).as("milliseconds until a point is drawn").isLessThan(WRITES ? 1_000 : DEADLINE);
        if (WRITES)
            assertThat(share).as("the share of a core that pages need to wait").isLessThan(0.1);

        figure(TABS + " open pages on which nothing happens", "%.1f %% of a core of the server", share * 100);
        figure("a logged point is drawn", "after %.0f ms", soon);
    }

    @Test
    void a_page_that_waits_asks_one_small_question_twice_a_second() {
        Tab tab = dashboard.beside().at("/iteration/" + dashboard.seeded().rich());
        tab.until("window.daybook?.charts.size === 3").settles();
        int before = (Integer) tab.tells("(" + ASKED + ").length");
        tab.until("(" + ASKED + ").length >= " + (before + 4));
        List<?> asked = (List<?>) tab.tells("(" + ASKED + ").slice(" + before + ").map(([path]) => path)");
        double pause = number(tab, PAUSES.formatted(ASKED, before));
        tab.close();

        assertThat(asked).map(String::valueOf).containsOnly("/audit/head");
        // the page waits at least 450 ms between two, by a clock that is a little coarse
        assertThat(pause).isGreaterThan(440);
    }

    /** Of each request that was answered, in order: its path, and when it began by the page's own clock. */
    private static final String ASKED = """
            performance.getEntriesByType('resource').filter((entry) => entry.initiatorType === 'fetch')
              .map((entry) => [new URL(entry.name).pathname, entry.startTime]).sort(([, one], [, other]) => one - other)""";

    /** The shortest time between two of those behind a place. */
    private static final String PAUSES =
            "Math.min(...(%s).slice(%d).map(([, at], i, all) => i === 0 ? Infinity : at - all[i - 1][1]))";

    /** The share of a core that the server needs to answer while nobody does anything. */
    private static double cpu(Tab waiting) {
        // pages are open all day, and what answers them is compiled after the first minute
        if (WRITES) waiting.page().waitForTimeout(30_000);
        long spent = answering();
        long begin = System.nanoTime();
        waiting.page().waitForTimeout(WRITES ? 10_000 : 500);
        return (answering() - spent) / (double) (System.nanoTime() - begin);
    }

    /** By its own threads: what the compiler and this test need, in the same process, is not the pages' doing. */
    private static long answering() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("http-nio-"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }
}
