package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, for somebody who may only read: the same as for an admin, but for what it offers to do. */
class ReaderPagesIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    @RegisterExtension
    static final Guarded guarded = new Guarded(dashboard);

    private static final String OFFERED = """
            [...document.querySelectorAll('main button, main select, main textarea, main input')]
              .map((control) => control.ariaLabel ?? control.closest('label')?.querySelector('span')?.textContent ?? control.innerText)""";

    private static Tab admin;
    private static Tab reader;

    @BeforeAll
    static void both_sign_in() {
        admin = guarded.admin("/");
        reader = guarded.reader("/");
        for (Tab tab : List.of(admin, reader)) tab.find("main table").waitFor();
    }

    @AfterAll
    static void both_leave() {
        admin.close();
        reader.close();
    }

    /** @param sign is there when the page is complete, and {@code missing} is what a reader is not offered on it */
    private record Offer(String path, String sign, Set<String> missing) {}

    static Stream<Offer> pages() {
        return Stream.of(
                new Offer("/", "h1:text-is('Projects') ~ * tbody a:text-is('Secret')", Set.of()),
                new Offer("/project/%project", "tbody a:text-is('Runs')", Set.of("+ tag")),
                new Offer("/experiment/%experiment", "tbody td:text-is('4')", Set.of("+ tag")),
                new Offer("/iteration/%running", "main canvas", Set.of("+ tag", "Take the tag kept off", "Edit")),
                new Offer("/compare?ids=%running,%running", "main canvas", Set.of()),
                new Offer("/project/%project/models", "tbody a:text-is('guesser')", Set.of("+ tag")),
                new Offer("/model/%model", "td a:text-is('Iteration %running')", Set.of("Move version 1 to")),
                new Offer(
                        "/history?project=%project",
                        "summary:has-text('began the iteration')", Set.of("Download a checkpoint", "Who")),
                new Offer("/changes?project=%project", "li:has-text('Runs')", Set.of()));
    }

    private static String filled(String pattern) {
        Guarded.Secret secret = guarded.secret();
        return pattern.replace("%project", "" + secret.project())
                .replace("%experiment", "" + secret.experiment())
                .replace("%running", "" + secret.running())
                .replace("%model", "" + secret.model());
    }

    private static Set<String> offered(Tab tab, Offer page) {
        tab.at(filled(page.path())).settles().find(filled(page.sign())).first().waitFor();
        Set<String> names = new TreeSet<>();
        for (Object name : (List<?>) tab.tells(OFFERED)) names.add(String.valueOf(name));
        return names;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void what_may_not_be_done_is_not_offered(Offer page) {
        Set<String> lacking = offered(admin, page);
        lacking.removeAll(offered(reader, page));

        assertThat(lacking).isEqualTo(page.missing());
        reader.leavesNoComplaint();
    }

    @ParameterizedTest
    @MethodSource("pagesToLookBackOn")
    void looking_back_is_for_readers_too(Offer page) {
        String path = filled(page.path());
        reader.at(path + (path.contains("?") ? "&" : "?") + "time=1")
                .find(".lookback input")
                .waitFor();
        reader.find(filled(page.sign())).first().waitFor();
        reader.find(".lookback button:has-text('Before')").click();
        reader.until("location.hash.includes('asOf=')").shows("Nothing can be changed here");
        reader.leavesNoComplaint();
    }

    static Stream<Offer> pagesToLookBackOn() {
        return pages().filter(page -> page.path().matches("/(|iteration.*|history.*)"));
    }

    @ParameterizedTest
    @MethodSource("pagesOfAdmins")
    void pages_for_admins_say_so(String path) {
        reader.at(path).find("h1:text-is('This page is for admins')").waitFor();

        assertThat((List<?>) reader.tells(OFFERED)).isEmpty();
        reader.leavesNoComplaint();
    }

    static Stream<String> pagesOfAdmins() {
        return Stream.of("/operations", "/users");
    }
}
