package io.daybook.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Deadline;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MetricsIT {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern ASKED = Pattern.compile("\\b(?:daybook|jvm|process|system|disk)_[a-z_]+");
    private static final Pattern LISTED = Pattern.compile("`((?:daybook|jvm|process|system|disk)_[a-z_]+)`");
    private static final String LINE = "(?m)^%s%s ([0-9.E+-]+)$";

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE);

    @BeforeAll
    static void something_happens() {
        SERVER.http().post("/data").body("\"foo\"").answers(200);
        for (int i = 0; i < 5; i++) {
            SERVER.http()
                    .post("/data/scalars", "xp", "foo", "name", "loss")
                    .body("[" + i + "," + i + ",1]")
                    .answers(200);
            SERVER.http().get("/data/scalars", "xp", "foo", "name", "loss").answers(200);
        }
        SERVER.http().post("/data").body("\"foo\"").answers(400);
        System.gc();
    }

    private static String scrape() {
        return SERVER.http().get("/actuator/prometheus").answers(200).text();
    }

    private static double figure(String name, String labels) {
        Matcher line = Pattern.compile(LINE.formatted(name, labels)).matcher(scrape());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private static Set<String> served() {
        return scrape().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every query of the dashboard, by the panel that asks it. */
    private static Map<String, String> queries() throws IOException {
        JsonNode dashboard = JsonMapper.shared()
                .readTree(DOCS.resolve("grafana-dashboard.json").toFile());
        Map<String, String> queries = new TreeMap<>();
        for (JsonNode panel : dashboard.get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                queries.put(
                        panel.get("title").asString() + " "
                                + target.get("refId").asString(),
                        target.get("expr").asString());
            }
        }
        return queries;
    }

    @Test
    void what_the_dashboard_asks_for_is_served() throws Exception {
        Deadline.until("a collection was told", () -> served().contains("jvm_gc_pause_seconds_sum"));
        Set<String> served = served();

        assertThat(queries()).hasSizeGreaterThan(20).allSatisfy((panel, query) -> {
            for (Matcher asked = ASKED.matcher(query); asked.find(); )
                assertThat(served).contains(asked.group());
        });
    }

    @Test
    void all_of_our_own_is_on_the_dashboard_and_in_the_handbook() throws IOException {
        String dashboard = String.join("\n", queries().values());
        String handbook = Files.readString(DOCS.resolve("monitoring.md"));
        Set<String> own = served().stream()
                .filter(name -> name.startsWith("daybook_"))
                .map(name -> name.replaceFirst("_(count|sum|max|bucket)$", ""))
                .collect(Collectors.toSet());

        assertThat(own).hasSizeGreaterThan(12).allSatisfy(name -> {
            assertThat(dashboard).contains(name);
            assertThat(handbook).contains("`" + name + "`");
        });
    }

    @Test
    void the_handbook_lists_nothing_that_is_not_there() throws IOException {
        Set<String> served = served();
        Stream<String> listed = LISTED.matcher(Files.readString(DOCS.resolve("monitoring.md")))
                .results()
                .map(found -> found.group(1));

        assertThat(listed.toList()).isNotEmpty().allSatisfy(name -> assertThat(served)
                .anyMatch(there -> there.equals(name) || there.startsWith(name + "_")));
    }

    @Test
    @Tag("ops-5.metrics")
    @Covers("GET /actuator/prometheus")
    void commands_are_counted_by_what_they_are_and_how_they_ended() {
        assertThat(figure("daybook_commands_seconds_count", "\\{command=\"LogScalar\",outcome=\"done\"}"))
                .isEqualTo(5);
        assertThat(figure(
                        "daybook_commands_seconds_count", "\\{command=\"CreateCrayonExperiment\",outcome=\"refused\"}"))
                .isEqualTo(1);
        assertThat(figure("daybook_commands_seconds_sum", "\\{command=\"LogScalar\",outcome=\"done\"}"))
                .isBetween(1e-5, 60.0);
    }

    @Test
    @Tag("ops-5.metrics")
    void the_log_tells_its_head_and_what_went_to_disk() throws Exception {
        double head = Double.parseDouble(
                String.valueOf(SERVER.http().get("/data").answers(200).header("Daybook-Position")));

        assertThat(figure("daybook_log_head", "")).isEqualTo(head);
        assertThat(figure("daybook_log_events_total", "")).isEqualTo(head);
        assertThat(figure("daybook_log_group_appends_sum", "")).isBetween(6.0, head);
        assertThat(figure("daybook_log_group_seconds_count", ""))
                .isEqualTo(figure("daybook_log_group_appends_count", ""));
        assertThat(figure("daybook_log_failed_appends_total", "")).isZero();
        for (String view : Set.of("series", "tracking", "crayon", "access")) {
            Deadline.until(
                    view + " has everything", () -> figure("daybook_view_lag", "\\{view=\"" + view + "\"}") == 0);
            assertThat(figure("daybook_view_position", "\\{view=\"" + view + "\"}"))
                    .isEqualTo(head);
        }
    }

    @Test
    @Tag("ops-5.metrics")
    void reads_that_waited_are_counted() {
        assertThat(figure("daybook_reads_waited_seconds_count", "")).isPositive();
        assertThat(figure("daybook_reads_waited_seconds_sum", "")).isBetween(1e-6, 60.0);
        assertThat(figure("daybook_reads_refused_total", "")).isZero();
    }
}
