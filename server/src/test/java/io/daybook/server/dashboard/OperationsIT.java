package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator sees and does. */
class OperationsIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    @Test
    void views_are_live_and_the_server_is_ready() {
        Tab tab = dashboard.tab().at("/operations").shows("The server is ready.");

        assertThat(tab.column(1)).contains("tracking", "series", "crayon");
        tab.until(
                "[...document.querySelectorAll('[aria-label=Views] tbody tr td:nth-child(2)')].every((state) => state.innerText === 'live')");
        tab.shows("None: every event could be applied.");
    }

    @Test
    void a_view_is_checked_after_a_question() {
        Tab tab = dashboard.tab().at("/operations");
        tab.find("tr:has(th:text-is('tracking')) button:has-text('Check')").click();
        tab.shows("Nothing is replaced.").isAccessible();
        tab.find("dialog button:has-text('Check')").click();

        tab.find("[aria-label=Rebuilds] tr:has-text('tracking') .done").first().waitFor();
        tab.shows("equal,");
    }

    /** Writes down what is told of the backup from now on. */
    private static final String WATCH = """
            window.seen = [];
            const told = [...document.querySelectorAll('section')].at(-1).querySelector('[role=status]');
            new MutationObserver(() => window.seen.push(told.innerText)).observe(told, {subtree: true, childList: true, characterData: true});""";

    @Test
    void a_backup_comes_as_a_file() {
        Tab tab = dashboard.tab().at("/operations");
        tab.tells("delete window.showSaveFilePicker");
        tab.find("h2:text-is('Backup')").waitFor();
        tab.tells(WATCH);
        Download download = tab.page().waitForDownload(() -> tab.find("button:has-text('Download a backup')")
                .click());

        assertThat(download.suggestedFilename()).isEqualTo("daybook-backup.zip");
        tab.shows("Done:");
        assertThat((List<?>) tab.tells("window.seen"))
                .map(String::valueOf)
                .anyMatch(told -> told.matches("[\\d.]+ [kM]?B received…"))
                .last(InstanceOfAssertFactories.STRING)
                .startsWith("Done: ");
    }
}
