package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** Whoever is sent an address sees what its sender saw. */
class AddressIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    private static final String SHOWN =
            "JSON.stringify([...document.querySelectorAll('main thead th, main tbody tr')].map((each) => [each.innerText, each.className]))";

    @Test
    void a_table_as_somebody_has_arranged_it() {
        Tab tab = dashboard.tab().at("/experiment/" + dashboard.seeded().experiment());
        long first = dashboard.seeded().adam().getFirst();
        tab.find("[aria-label='Choose iteration " + first + "']").check();
        tab.find("[aria-label='Pin iteration " + dashboard.seeded().adam().get(1) + "']")
                .click();
        tab.find("input[type=search]").fill("loss < 1");
        tab.find("thead button:text-is('loss')").click();
        tab.find("label:has-text('Group by') select").selectOption("p:optimizer");
        tab.find("summary:has-text('Columns')").click();
        tab.find(".choice label:has-text('lr')").click();
        tab.until("document.querySelectorAll('main tbody tr.group').length === 2"
                + " && ![...document.querySelectorAll('thead button')].some((head) => head.innerText === 'lr')");

        Object shown = tab.tells(SHOWN);
        assertThat(shown.toString()).contains("chosen", "group");
        isSeenBySomebodyElse(tab, SHOWN, shown);
    }

    @Test
    void charts_as_somebody_looks_at_them() {
        Tab tab = dashboard.tab().at("/iteration/" + dashboard.seeded().rich());
        String chart = "window.daybook?.charts.get('train/long')";
        tab.until("Boolean(" + chart + ")");
        tab.find("label:has-text('Logarithmic')").click();
        tab.find("label:has-text('Smoothing') input").fill("0.5");
        tab.find("[aria-label^='Chart of train/long']").focus();
        tab.page().keyboard().press("+");
        tab.until("location.hash.includes('from=') && " + chart + "?.data.length === 3 && " + chart
                + ".data[0][0] > 10000");

        String drawn = "JSON.stringify(window.daybook?.charts.get('train/long')?.data)";
        isSeenBySomebodyElse(tab, drawn, tab.tells(drawn));
    }

    private static void isSeenBySomebodyElse(Tab tab, String expression, Object shown) {
        try (Tab other = Tab.beside(tab.page().context(), dashboard.http().base())) {
            other.page().navigate(tab.page().url());
            other.until(expression + " === " + quoted(shown));
            other.leavesNoComplaint();
        }
    }

    private static String quoted(Object text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
