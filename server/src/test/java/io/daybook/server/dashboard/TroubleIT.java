package io.daybook.server.dashboard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes wrong is told, and how to go on. */
class TroubleIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    @Test
    void what_could_not_be_read_is_read_when_somebody_tries_again() {
        Tab tab = dashboard.tab();
        String project = "/project/" + dashboard.seeded().project();
        tab.page().route("**" + project, route -> route.abort());
        tab.at(project).shows("The server does not answer. It may be restarting, or the network is gone.");
        tab.isAccessible();
        tab.page().unroute("**" + project);
        tab.find("button:text-is('Try again')").click();

        tab.find("h1:text-is('Vision')").waitFor();
        tab.expected("ERR_FAILED");
    }

    @Test
    void a_part_of_the_page_that_did_not_come_can_be_asked_for_again() {
        Tab tab = dashboard.tab();
        tab.page().route("**/pages/history.js", route -> route.abort());
        tab.at("/history").shows("This part of the page could not be read");
        tab.page().unroute("**/pages/history.js");
        tab.find("button:text-is('Try again')").click();

        tab.find("h1:text-is('History')").waitFor();
        tab.expected("ERR_FAILED");
    }

    @Test
    void what_the_server_refuses_is_told_in_its_words() {
        Tab tab = dashboard.tab().at("/history?aggregate=iteration-1&to=tomorrow");

        tab.shows("The server could not do this. It says:").expected("422");
    }
}
