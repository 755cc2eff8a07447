package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.HttpCaller;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** The page of a server that wants to know who looks, and that goes away for a moment. */
class GuardedIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    @RegisterExtension
    static final RunningServer server = RunningServer.on(Engine.SQLITE)
            .with("server.port", "" + RunningServer.freePort())
            .with("daybook.auth.enabled", "true")
            .with("daybook.auth.secret", "a secret that only this test knows, 7f3a91c2")
            .with("daybook.auth.first-password", "open sesame");

    private static long experiment;
    private static long running;

    @BeforeAll
    static void a_project_that_one_may_read_and_another_may_not() {
        TrackingClient admin = admin();
        long project = admin.create("/project/", "{\"name\":\"Secret\"}");
        long user = admin.create(
                "/user/",
                "{\"first_name\":\"\",\"last_name\":\"\",\"username\":\"reader\",\"password\":\"just looking\"}");
        admin.create(
                "/userpermission/user/" + user + "/project/" + project,
                "{\"create_permission\":false,\"read_permission\":true,\"update_permission\":false,\"delete_permission\":false}");
        admin.create("/project/", "{\"name\":\"Hidden\"}");
        experiment = admin.create("/experiment/project/" + project, "{\"status_id\":1,\"name\":\"Runs\"}");
        running = admin.create("/iteration/experiment/" + experiment, "");
        admin.create("/metric/iteration/" + running, "{\"key\":\"loss\",\"value\":4}");
        admin.create("/tag/iteration/" + running, "{\"value\":\"kept\"}");
    }

    private static TrackingClient admin() {
        HttpCaller http = server.http();
        String answer = http.post("/auth")
                .body("{\"username\":\"default\",\"password\":\"open sesame\"}")
                .answers(200)
                .text();
        return new TrackingClient(
                http,
                "Bearer "
                        + JsonMapper.shared()
                                .readTree(answer)
                                .get("access_token")
                                .asString());
    }

    private static Tab open() {
        return Tab.fresh(dashboard.browser(), server.http().base(), new NewContextOptions());
    }

    private static Tab signedIn(String path, String name, String password) {
        Tab tab = open().at(path);
        signIn(tab, name, password);
        return tab;
    }

    private static void signIn(Tab tab, String name, String password) {
        tab.find("input[name=username]").fill(name);
        tab.find("input[name=password]").fill(password);
        tab.find("button:has-text('Sign in')").click();
    }

    @Test
    void a_wrong_password_is_told_and_the_right_one_leads_on() {
        try (Tab tab = open().at("/experiment/" + experiment)) {
            tab.find("input[name=username]").waitFor();
            tab.isAccessible();
            signIn(tab, "default", "wrong");
            tab.shows("The name or the password is wrong.");
            signIn(tab, "default", "open sesame");
            tab.find("main table").waitFor();

            assertThat(tab.page().url()).endsWith("/ui#/experiment/" + experiment);
            assertThat(tab.tells("JSON.stringify({...localStorage, ...sessionStorage}) + document.cookie"))
                    .asString()
                    .doesNotContain("eyJ");
            tab.expected("401").leavesNoComplaint();
        }
    }

    @Test
    void a_second_tab_knows_who_looks_until_somebody_signs_out() {
        try (Tab first = signedIn("/", "default", "open sesame")) {
            first.find("main table").waitFor();
            var second = first.page().context().newPage();
            second.navigate(server.http().base() + "/ui");
            second.locator("main table").waitFor();
            second.locator("button:has-text('Sign out')").click();

            first.find("input[name=username]").waitFor();
        }
    }

    @Test
    void a_reader_is_offered_nothing_that_they_may_not_do() {
        try (Tab tab = signedIn("/", "reader", "just looking")) {
            tab.find("main table").waitFor();
            assertThat(tab.find("tbody th").allInnerTexts()).containsExactly("Secret");
            assertThat(tab.find("header nav a").allInnerTexts()).containsExactly("Projects", "History");
            tab.at("/iteration/" + running).until("Boolean(window.daybook?.charts.has('loss'))");

            assertThat(tab.find(".tag").allInnerTexts()).containsExactly("kept");
            assertThat(tab.find("main button").allInnerTexts()).isEmpty();
            tab.isAccessible();
        }
    }

    @Test
    void the_page_goes_on_when_the_server_is_back() {
        try (Tab tab = signedIn("/iteration/" + running, "reader", "just looking")) {
            tab.until("Boolean(window.daybook?.charts.has('loss'))");

            server.stop();
            tab.shows("The server does not answer");
            assertThat(tab.tells("window.daybook.charts.get('loss').data[1][0]"))
                    .isEqualTo(4);
            server.start();
            admin().create("/metric/iteration/" + running, "{\"key\":\"loss\",\"value\":0.5}");

            tab.until("window.daybook.charts.get('loss').data[1].at(-1) === 0.5");
            tab.until("!document.querySelector('.banner.away')");
        }
    }

    @Test
    void an_admin_makes_users_and_gives_them_rights() {
        try (Tab tab = signedIn("/users", "default", "open sesame")) {
            tab.find("input[name=username]").waitFor();
            tab.find("h1:has-text('Users and rights')").waitFor();
            tab.find("main input[name=username]").fill("newcomer");
            tab.find("main input[name=password]").fill("let me in");
            tab.find("button:text-is('Create')").click();
            tab.find("[aria-label='newcomer may read in Hidden']").check();
            tab.until("document.querySelector('[aria-label=\"newcomer may read in Hidden\"]').checked");
            tab.isAccessible();

            tab.find(".card:has-text('newcomer') button:has-text('Delete')").click();
            tab.shows("What they did stays in the history.");
            tab.find("dialog button:text-is('Delete')").click();
            tab.until("!document.body.innerText.includes('newcomer')");
        }
    }
}
