package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import io.daybook.server.ops.LostSeries;
import io.daybook.server.running.Deadline;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.server.LockedViews;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator has done to views that take their time, or have lost something. On a server of its own. */
class UpkeepIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    @RegisterExtension
    static final RunningServer server = RunningServer.on(Engine.SQLITE);

    private static final int EVENTS = 40;
    private static final String MANY =
            IntStream.range(0, 20_000).mapToObj(Integer::toString).collect(Collectors.joining(","));

    /** Writes down whatever the first line of the table of rebuilds says from now on. */
    private static final String WATCH = """
            window.seen = [];
            new MutationObserver(() => {
              const line = document.querySelector('[aria-label=Rebuilds] tbody tr')?.innerText;
              if (line && line !== window.seen.at(-1)) window.seen.push(line);
            }).observe(document.querySelector('main'), {subtree: true, childList: true, characterData: true, attributes: true});""";

    private Tab tab;

    @BeforeAll
    static void so_many_points_that_a_rebuild_takes_a_while() {
        long iteration = iteration();
        for (int i = 0; i < EVENTS; i++) log(iteration, MANY);
    }

    @BeforeEach
    void an_operator_looks() {
        tab = Tab.fresh(dashboard.browser(), server.http().base(), new NewContextOptions())
                .at("/operations");
        tab.find("[aria-label=Views] tbody tr").first().waitFor();
    }

    @AfterEach
    void without_complaints() {
        tab.close();
        tab.leavesNoComplaint();
    }

    private static long iteration() {
        TrackingClient client = new TrackingClient(server.http());
        return client.iteration(client.experiment(client.project()));
    }

    private static void log(long iteration, String values) {
        server.http()
                .post("/series/iteration/" + iteration + "/scalars")
                .body("{\"series\":[{\"key\":\"loss\",\"value\":[" + values + "]}]}")
                .answers(201);
    }

    private void wish(String row, String verb, String consequence) {
        tab.find("tr:has(th:text-is('" + row + "')) button:text-is('" + verb + "')")
                .first()
                .click();
        tab.shows(consequence);
        tab.find("dialog button:text-is('" + verb + "')").click();
    }

    @Test
    void a_rebuild_tells_how_far_it_is_and_can_be_rolled_back() {
        tab.tells(WATCH);

        wish("series", "Rebuild", "takes its place. Reads and writes go on meanwhile");
        tab.until("/done.* document/s.test(window.seen.at(-1))");
        List<?> seen = (List<?>) tab.tells("window.seen");
        assertThat(seen).anySatisfy(line -> assertThat(line.toString())
                .contains("series", "rebuild", "running", "left", "Cancel")
                .doesNotContain("100 %"));
        assertThat(seen.getLast().toString()).contains("done", "100 %").doesNotContain("Cancel");
        tab.isAccessible();

        wish("series", "Roll back", "What was live before the last rebuild is caught up");
        tab.shows("The view series is what it was before its last rebuild");
    }

    @Test
    void a_rebuild_can_be_cancelled() throws Exception {
        try (LockedViews locked = LockedViews.of(server.home())) {
            wish("series", "Check", "Nothing is replaced.");
            tab.find("[aria-label=Rebuilds] tbody tr")
                    .first()
                    .locator("button:text-is('Cancel')")
                    .click();
            Deadline.until("it is told to end", () -> rebuilds().contains("CANCELLED"));
        }
        tab.find("[aria-label=Rebuilds] tbody tr:first-child .cancelled").waitFor();
    }

    @Test
    void where_nothing_was_rebuilt_there_is_nothing_to_go_back_to() {
        wish("crayon", "Roll back", "What was live before");
        tab.shows("there is nothing to go back to");
        tab.find("dialog button:text-is('Leave it as it is')").click();

        tab.until("!document.querySelector('dialog')").expected("409");
    }

    private static String rebuilds() {
        return server.http().get("/ops/rebuilds").answers(200).text();
    }

    private LostSeries parked(long iteration) throws Exception {
        log(iteration, "1,2");
        server.http()
                .get("/series/iteration/" + iteration + "/scalars", "key", "loss")
                .answers(200);
        LostSeries lost = LostSeries.of(server, iteration);
        log(iteration, "3");
        log(iteration, "4");
        tab.find("[aria-label='Dead letters'] tr:has(td:text-is('iteration-" + iteration + "')) td.number:text-is('1')")
                .waitFor();
        return lost;
    }

    @Test
    void a_dead_letter_is_told_and_tried_again() throws Exception {
        long iteration = iteration();
        LostSeries lost = parked(iteration);
        assertThat(tab.find("[aria-label='Dead letters'] tbody tr").innerText())
                .contains("series", "ScalarsLogged at", "has lost its first 2 points", "1");
        tab.shows("what some events say is missing").isAccessible();

        wish("series", "Try again", "and 1 event behind it will be applied to series once more");
        tab.shows("It still cannot be applied: ");
        lost.putBack();
        wish("series", "Try again", "will be applied to series once more");

        tab.shows("Applied: position")
                .shows("None: every event could be applied.")
                .shows("The server is ready.");
    }

    @Test
    void a_dead_letter_is_dropped_after_a_question() throws Exception {
        parked(iteration());

        wish("series", "Drop", "will lack what the event at position");
        tab.shows("Dropped: series lacks position").shows("None: every event could be applied.");
    }
}
