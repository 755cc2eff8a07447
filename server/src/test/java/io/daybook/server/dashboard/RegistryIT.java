package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByTextOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Models, their versions, and the files that belong to them. */
class RegistryIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    private static long version(long model) {
        return dashboard.create(
                "/modelversion/model/" + model,
                "{\"iteration_id\":" + dashboard.seeded().adam().getFirst() + "}");
    }

    @Test
    void a_promotion_says_what_it_archives_and_asks_first() {
        long project = dashboard.seeded().project();
        long model = dashboard.create("/model/project/" + project, "{\"name\":\"classifier\"}");
        long first = version(model);
        version(model);
        dashboard
                .http()
                .request("PATCH", "/modelversion/" + first)
                .body("{\"stage_id\":3}")
                .answers(200);
        Tab tab = dashboard.tab().at("/project/" + project + "/models");
        tab.find("a:text-is('classifier')").click();

        tab.find("label:has-text('Move version 2 to') select").selectOption("3");
        tab.shows("Version 1, which is in production now, will be archived.").isAccessible();
        assertThat(tab.column(2)).containsExactly("no stage", "production");
        tab.page()
                .getByText("Promote it", new GetByTextOptions().setExact(true))
                .click();

        tab.until("document.querySelector('tbody tr:nth-child(2) .archived') !== null");
        assertThat(tab.column(2)).containsExactly("production", "archived");
    }

    @Test
    void files_are_shown_as_what_they_are() {
        long experiment = dashboard.create(
                "/experiment/project/" + dashboard.seeded().project(), "{\"status_id\":1,\"name\":\"files\"}");
        upload(experiment, "table.csv", "name,loss\n\"a, b\",0.5\n<b>bold</b>,1\n");
        upload(experiment, "settings.json", "{\"deep\":{\"rate\":1}}");
        upload(experiment, "notes.txt", "<script>window.broken=1</script>");
        upload(experiment, "drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>");
        upload(experiment, "weights.bin", "\u0000");
        Tab tab = dashboard.tab().at("/experiment/" + experiment);

        tab.find("button:text-is('table.csv')").click();
        tab.find("[aria-label='Rows of table.csv'] td").first().waitFor();
        assertThat(tab.find("[aria-label='Rows of table.csv'] td").allInnerTexts())
                .containsExactly("a, b", "0.5", "<b>bold</b>", "1");
        tab.find("button:text-is('settings.json')").click();
        tab.shows("\"rate\": 1");
        tab.find("button:text-is('notes.txt')").click();
        tab.shows("<script>window.broken=1</script>");
        tab.find("button:text-is('drawing.svg')").click();
        tab.until("document.querySelector('.picture')?.naturalWidth === 7");
        tab.find("button:text-is('weights.bin')").click();
        tab.shows("This kind of file cannot be shown here");
        tab.isAccessible();
    }

    private static void upload(long experiment, String name, String content) {
        Uploads.upload(dashboard.http(), experiment, name, content);
    }
}
