package io.daybook.server.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Iterations side by side. */
class CompareIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    private static long adam() {
        return dashboard.seeded().adam().getFirst();
    }

    private static long sgd() {
        return dashboard.seeded().sgd().getFirst();
    }

    private static Tab compared(String state) {
        return dashboard
                .tab()
                .at("/compare?ids=" + adam() + "," + sgd() + state)
                .until("window.daybook?.charts.get('loss')?.data.length === 3");
    }

    private static String taken(Tab tab, String form) {
        Download download = tab.page().waitForDownload(() -> tab.find("label:has-text('Download loss as') select")
                .selectOption(form));
        return text(download);
    }

    private static String text(Download download) {
        try (InputStream content = download.createReadStream()) {
            return new String(content.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void chosen_iterations_are_drawn_over_each_other() {
        Tab tab = dashboard.tab().at("/experiment/" + dashboard.seeded().experiment());
        tab.find("[aria-label='Choose iteration " + adam() + "']").check();
        tab.find("[aria-label='Choose iteration " + sgd() + "']").check();
        tab.find("a:has-text('Compare 2')").click();
        tab.until("window.daybook?.charts.get('loss')?.data.length === 3");

        assertThat(tab.tells("window.daybook.charts.get('loss').data"))
                .asString()
                .isEqualTo("[[0, 1], [1.5, 0.05], [1.5, 0.5]]");
    }

    @Test
    void what_differs_is_marked_and_can_be_all_that_is_shown() {
        Tab tab = compared("");
        assertThat(tab.find("tr:has-text('optimizer') td.differs").allInnerTexts())
                .containsExactly("adam", "sgd");

        dashboard.create("/parameter/iteration/" + adam(), "{\"key\":\"same\",\"value\":\"1\"}");
        dashboard.create("/parameter/iteration/" + sgd(), "{\"key\":\"same\",\"value\":\"1\"}");
        tab.find("tr:has-text('same')").waitFor();
        tab.find("label:has-text('Only what differs')").click();

        tab.until("![...document.querySelectorAll('tbody th')].some((head) => head.innerText.startsWith('same'))");
    }

    @Test
    void each_iteration_is_a_line_and_a_dot() {
        Tab tab = compared("&up=loss&across=lr");

        assertThat(tab.find("svg .line").count()).isEqualTo(2);
        assertThat(tab.find("svg circle").count()).isEqualTo(2);
        assertThat(tab.find("svg a").first().getAttribute("aria-label"))
                .isEqualTo("Iteration " + adam() + ": lr 0.05, loss 0.05");
    }

    @Test
    void what_is_drawn_can_be_taken_away() {
        Tab tab = compared("");

        assertThat(taken(tab, "CSV")).startsWith("series,step,value\r\n" + adam() + ",0,1.5\r\n");
        assertThat(taken(tab, "SVG")).startsWith("<svg").contains("stroke=").endsWith("</svg>\n");
        assertThat(taken(tab, "PNG")).contains("PNG");
        Download table = tab.page().waitForDownload(() -> tab.find("button:has-text('Download CSV')")
                .click());
        assertThat(text(table)).contains("parameter,optimizer,adam,sgd");
    }

    private static String taken(Tab tab, String drawing, String form) {
        String choice = "label:has-text('Download " + drawing + " as') select";
        return text(tab.page().waitForDownload(() -> tab.find(choice).selectOption(form)));
    }

    @Test
    void drawings_of_all_iterations_can_be_taken_away() {
        Tab tab = compared("&up=loss&across=lr");

        for (String drawing : List.of("parallel coordinates", "parameter against metric")) {
            assertThat(taken(tab, drawing, "PNG")).contains("PNG", "IEND");
            assertThat(taken(tab, drawing, "SVG"))
                    .startsWith("<svg")
                    .contains("stroke=\"rgb(", "font-size=\"12px\"", ">lr<", ">loss<")
                    .doesNotContain("class=", "href=")
                    .endsWith("</svg>\n");
        }
        assertThat(taken(tab, "parallel coordinates", "CSV"))
                .startsWith("iteration,optimizer,lr,")
                .contains(adam() + ",adam,0.05,");
        assertThat(taken(tab, "parameter against metric", "CSV"))
                .isEqualTo("iteration,lr,loss\r\n" + adam() + ",0.05,0.05\r\n" + sgd() + ",0.5,0.5\r\n");
    }
}
