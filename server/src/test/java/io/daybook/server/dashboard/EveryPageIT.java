package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on every page, whatever it shows. */
class EveryPageIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    /** Paths, with what is there when they are done. */
    static Stream<List<String>> pages() {
        return Stream.of(
                List.of("/", "main table"),
                List.of("/project/%project", "main table"),
                List.of("/experiment/%experiment", "main table"),
                List.of("/iteration/%rich", "main canvas"),
                List.of("/compare?ids=%ids", "main canvas"),
                List.of("/compare", "main h2"),
                List.of("/project/%project/models", "main table"),
                List.of("/model/%model", "main table"),
                List.of("/users", "main .card"),
                List.of("/history?search=nothing-of-the-kind", "main .empty"),
                List.of("/history", "main table"),
                List.of("/changes", "main table, main .card"),
                List.of("/operations", "main table"),
                List.of("/experiment/%experiment?time=1", ".lookback input"),
                List.of("/iteration/%rich?asOf=20", "[role=alert]"),
                List.of("/experiment/999999", "[role=alert]"),
                List.of("/no/such/page", "[role=alert]"));
    }

    private static void open(Tab tab, List<String> page) {
        Seeded seeded = dashboard.seeded();
        tab.at(page.get(0)
                .replace("%project", "" + seeded.project())
                .replace("%experiment", "" + seeded.experiment())
                .replace("%ids", seeded.adam().getFirst() + "," + seeded.sgd().getFirst())
                .replace("%model", "" + seeded.model())
                .replace("%rich", "" + seeded.rich()));
        tab.find(page.get(1)).first().waitFor();
        tab.find("h1").first().waitFor();
    }

    private static void settle(Tab tab, List<String> page) {
        if (page.get(1).equals("[role=alert]") && !page.get(0).contains("such")) tab.expected("404");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nobody_is_hindered_by_day_or_by_night(List<String> page) {
        open(dashboard.tab(), page);
        dashboard.tab().isAccessible();

        dashboard.tab().page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        dashboard.tab().isReadable();
        settle(dashboard.tab(), page);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_narrow_screen_shows_all_of_it(List<String> page) {
        NewContextOptions narrow = new NewContextOptions()
                .setViewportSize(360, 740)
                .setColorScheme(ColorScheme.DARK)
                .setReducedMotion(ReducedMotion.REDUCE);
        try (Tab tab = Tab.fresh(dashboard.browser(), dashboard.http().base(), narrow)) {
            open(tab, page);
            assertThat(tab.tells("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
            assertThat(tab.tells("document.getAnimations().length")).isEqualTo(0);
            settle(tab, page);
            tab.leavesNoComplaint();
        }
    }
}
