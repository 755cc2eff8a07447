package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of a server that wants to know who looks. */
class GuardedIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    @RegisterExtension
    static final Guarded guarded = new Guarded(dashboard);

    private static long running() {
        return guarded.secret().running();
    }

    @Test
    void a_wrong_password_is_told_and_the_right_one_leads_on() {
        try (Tab tab = guarded.open().at("/experiment/" + guarded.secret().experiment())) {
            tab.find("input[name=username]").waitFor();
            tab.isAccessible();
            Guarded.signIn(tab, Guarded.ADMIN, "wrong");
            tab.shows("The name or the password is wrong.");
            Guarded.signIn(tab, Guarded.ADMIN, Guarded.ADMINS_WORD);
            tab.find("main table").waitFor();

            assertThat(tab.page().url())
                    .endsWith("/ui#/experiment/" + guarded.secret().experiment());
            assertThat(tab.tells("JSON.stringify({...localStorage, ...sessionStorage}) + document.cookie"))
                    .asString()
                    .doesNotContain("eyJ");
            tab.expected("401").leavesNoComplaint();
        }
    }

    @Test
    void a_second_tab_knows_who_looks_until_somebody_signs_out() {
        try (Tab first = guarded.admin("/")) {
            first.find("main table").waitFor();
            var second = first.page().context().newPage();
            second.navigate(guarded.server().http().base() + "/ui");
            second.locator("main table").waitFor();
            second.locator("button:has-text('Sign out')").click();

            first.find("input[name=username]").waitFor();
        }
    }

    @Test
    void a_reader_is_offered_nothing_that_they_may_not_do() {
        try (Tab tab = guarded.reader("/")) {
            tab.find("main table").waitFor();
            assertThat(tab.find("tbody th").allInnerTexts()).containsExactly("Secret");
            assertThat(tab.find("header nav a").allInnerTexts()).containsExactly("Projects", "History");
            tab.at("/iteration/" + running()).until("Boolean(window.daybook?.charts.has('loss'))");

            tab.settles();
            assertThat(tab.find(".tag").allInnerTexts()).containsExactly("kept");
            assertThat(tab.find("main button").allInnerTexts()).isEmpty();
            tab.isAccessible();
        }
    }

    @Test
    void an_admin_makes_users_and_gives_them_rights() {
        try (Tab tab = guarded.admin("/users")) {
            tab.find("input[name=username]").waitFor();
            tab.find("h1:has-text('Users and rights')").waitFor();
            tab.find("main input[name=username]").fill("newcomer");
            tab.find("main input[name=password]").fill("let me in");
            tab.find("button:text-is('Create')").click();
            tab.find("[aria-label='newcomer may read in Hidden']").click();
            tab.until("document.querySelector('[aria-label=\"newcomer may read in Hidden\"]').checked");
            tab.isAccessible();

            tab.find(".card:has-text('newcomer') button:has-text('Delete')").click();
            tab.shows("What they did stays in the history.");
            tab.find("dialog button:text-is('Delete')").click();
            tab.until("!document.body.innerText.includes('newcomer')");
        }
    }
}
