package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, opened with a moment that is over, shows what was there then, and offers nothing that changes something. */
class PastPagesIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    private static final String CHANGES = """
            [...document.querySelectorAll('main button, main select, main input')].filter((control) => !control.disabled)
              .map((control) => control.ariaLabel ?? control.closest('label')?.querySelector('span')?.textContent ?? control.innerText)
              .filter((name) => /^(\\+ tag|Take the tag .*|Edit|Save|Create|Delete|Move .*|Admin|.* may .*|Rebuild|Check.*|Roll back|Drop|Try again|Download a (checkpoint|backup))$/.test(name))""";

    private static Changed changed;

    @BeforeAll
    static void everything_changes_after_a_moment() throws Exception {
        changed = Changed.in(dashboard.http());
    }

    /** @param then what is shown of then alone, and {@code now} of the present alone */
    private record Seen(String path, List<String> then, List<String> now) {}

    static Stream<Seen> pages() {
        return Stream.of(
                new Seen("/", List.of("Then project"), List.of("Now project")),
                new Seen("/project/%project", List.of("Then project", "Then experiment"), List.of("Now")),
                new Seen(
                        "/experiment/%experiment",
                        List.of("Then experiment", "2 iterations", "then-tag", "then.txt"), List.of("Now", "now-")),
                new Seen(
                        "/iteration/%iteration",
                        List.of("Then experiment", "running", "then-notes"),
                        List.of("Now", "now-", "succeeded", "Corrections")),
                new Seen("/compare?ids=%iteration,%other", List.of("2 iterations side by side"), List.of("now-batch")),
                new Seen("/project/%project/models", List.of("Then model", "version 1"), List.of("Now", "version 2")),
                new Seen("/model/%model", List.of("Then model"), List.of("Now", "archived")),
                new Seen(
                        "/history?aggregate=experiment-%experiment",
                        List.of("created the experiment “Then experiment”"), List.of("Now experiment")),
                new Seen("/changes?project=%project", List.of("Then experiment"), List.of("Now experiment")),
                new Seen("/operations", List.of("The server itself has no past"), List.of("Download a backup")),
                new Seen("/users", List.of("then-user", "Then project"), List.of("now-user", "Now project")));
    }

    private static Tab shown(Seen page, String asOf) {
        String path = changed.path(page.path());
        Tab tab = dashboard.tab().at(path + (path.contains("?") ? "&" : "?") + "asOf=" + asOf);
        return tab.until(says("every", page.then()) + " && !(" + says("some", page.now()) + ")");
    }

    private static String says(String quantity, List<String> texts) {
        String all = texts.stream().map(text -> "'" + text + "'").collect(Collectors.joining(", ", "[", "]"));
        return all + "." + quantity + "((text) => document.querySelector('main')?.innerText.includes(text) ?? false)";
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shows_what_was_there_then(Seen page) {
        Tab tab = shown(page, "" + changed.position());

        tab.shows("Nothing can be changed here");
        assertThat((List<?>) tab.tells(CHANGES)).isEmpty();
        tab.find("button:has-text('Back to the present')").click();
        tab.until(says("every", page.now().subList(0, 1)));
        if (page.path().startsWith("/compare")) tab.expected("404");
    }

    @ParameterizedTest
    @MethodSource("pagesOfTheLog")
    void knows_a_moment_by_the_clock(Seen page) {
        shown(page, changed.instant());
    }

    /** Those that the server does not turn back by itself, and one that it does. */
    static Stream<Seen> pagesOfTheLog() {
        return pages().filter(page -> page.path().matches("/(iteration|history|changes).*"));
    }

    @Test
    void charts_are_drawn_from_the_points_of_then() {
        Tab tab = shown(pages().skip(3).findFirst().orElseThrow(), "" + changed.position());
        tab.until("window.daybook?.charts.get('loss')?.data[1][0] === 3");

        tab.at(changed.path("/compare?ids=%iteration,%other&asOf=") + changed.position());
        tab.until("JSON.stringify(window.daybook?.charts.get('loss')?.data) === '[[0],[3],[7]]'");
    }

    @Test
    void what_is_not_there_yet_is_not_found() {
        Tab tab = dashboard.tab().at(changed.path("/iteration/%iteration?asOf=1"));

        tab.shows("This does not exist, or did not at that moment").expected("404");
    }

    @Test
    void a_moment_that_is_still_to_come_is_no_moment() {
        Tab tab = dashboard.tab().at(changed.path("/iteration/%iteration?asOf=99999999"));

        tab.shows("still to come").expected("422");
    }
}
