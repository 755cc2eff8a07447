package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.tracking.TrackingClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server goes away under every page, and comes back. */
class AwayIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    @RegisterExtension
    static final Guarded guarded = new Guarded(dashboard);

    /** What pages show before, and once the server is back and somebody has gone on with it. */
    private record Watched(String path, String before, String after) {}

    /** What somebody works at before and after. */
    private record Work(long project, long experiment, long first, long second, long model) {

        static Work begin(TrackingClient admin) {
            long project = admin.create("/project/", "{\"name\":\"Away\"}");
            long experiment = admin.create("/experiment/project/" + project, "{\"status_id\":1,\"name\":\"Early\"}");
            long first = admin.iteration(experiment);
            long second = admin.iteration(experiment);
            for (long each : List.of(first, second)) admin.metric(each, "{\"key\":\"loss\",\"value\":4}");
            long model = admin.create("/model/project/" + project, "{\"name\":\"early\"}");
            return new Work(project, experiment, first, second, model);
        }

        void goOn(TrackingClient admin) {
            admin.create("/project/", "{\"name\":\"Back again\"}");
            admin.create(
                    "/user/", "{\"first_name\":\"\",\"last_name\":\"\",\"username\":\"back\",\"password\":\"again\"}");
            admin.create("/experiment/project/" + project, "{\"status_id\":1,\"name\":\"Late\"}");
            admin.create("/tag/iteration/" + first, "{\"value\":\"late-tag\"}");
            admin.create("/model/project/" + project, "{\"name\":\"late\"}");
            admin.create("/modelversion/model/" + model, "{\"iteration_id\":" + first + "}");
            admin.metric(first, "{\"key\":\"loss\",\"value\":0.5}");
        }

        List<Watched> pages() {
            return List.of(
                    new Watched("/", says("Away"), says("Back again")),
                    new Watched("/project/" + project, says("Early"), says("Late")),
                    new Watched("/experiment/" + experiment, says("2 iterations"), says("late-tag")),
                    new Watched("/iteration/" + first, loss("=== 4"), loss("=== 0.5")),
                    new Watched("/compare?ids=" + first + "," + second, loss("=== 4"), loss("=== 0.5")),
                    new Watched("/project/" + project + "/models", says("early"), says("late")),
                    new Watched("/model/" + model, says("No versions yet") + " || " + says("early"), says("no stage")),
                    new Watched("/history?project=" + project, says("“Early”"), says("“Late”")),
                    new Watched("/changes?project=" + project, says("“Early”"), says("“Late”")),
                    new Watched("/users", says(Guarded.READER), says("back")));
        }

        private static String says(String text) {
            return "(document.querySelector('main')?.innerText.includes('" + text + "') ?? false)";
        }

        private static String loss(String is) {
            return "window.daybook?.charts?.get('loss')?.data[1].at(-1) " + is;
        }
    }

    @Test
    void every_page_goes_on_by_itself_when_the_server_is_back() {
        Work work = Work.begin(guarded.admin());
        List<Tab> tabs = new ArrayList<>();
        try (Tab first = guarded.admin("/operations").shows("The server is ready.")) {
            for (Watched page : work.pages()) {
                Tab tab = Tab.beside(
                        first.page().context(), guarded.server().http().base());
                tabs.add(tab.at(page.path()).until(page.before()));
            }

            guarded.server().stop();
            first.shows("The server does not answer").shows("The server is ready.");
            for (int i = 0; i < tabs.size(); i++) {
                tabs.get(i)
                        .shows("The server does not answer")
                        .until(work.pages().get(i).before());
            }
            Tab late = tabs.getFirst().at("/project/" + work.project()).shows("It may be restarting");
            guarded.server().start();
            late.shows("Early");
            tabs.getFirst().at("/");
            work.goOn(guarded.admin());

            String head = String.format(Locale.UK, "%,d", guarded.admin().head());
            first.until("document.querySelector('main').innerText.includes('" + head + "')");
            for (int i = 0; i < tabs.size(); i++)
                tabs.get(i).until(work.pages().get(i).after());
            for (Tab tab : tabs) tab.until("!document.querySelector('.banner.away')");
            assertThat(first.find(".banner.away").count()).isZero();
        }
    }
}
