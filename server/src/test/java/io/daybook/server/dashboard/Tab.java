package io.daybook.server.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A tab of the browser that looks at the dashboard, and writes down what it has to complain of. */
final class Tab implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final double PAUSE = 20;

    /** The rules that can be checked without a person. */
    private static final String AXE = axe();

    private static final String CHECK = """
            axe.run(document, {runOnly: [%s]})
              .then(({violations}) => violations.flatMap((rule) => rule.nodes.map((node) =>
                `${rule.id} at ${node.target}: ${node.failureSummary}`)))""";

    private final Page page;
    private final String base;
    private final AutoCloseable closed;
    private final Traffic traffic;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    private Tab(Page page, String base, AutoCloseable closed) {
        this.page = page;
        this.base = base;
        this.closed = closed;
        page.setDefaultTimeout(PATIENCE.toMillis());
        page.onConsoleMessage(this::listen);
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            boolean own = request.url().startsWith(base + "/") || request.url().startsWith("blob:" + base);
            if (!own) complaints.add("left the origin: " + request.url());
        });
        traffic = new Traffic(page);
    }

    /** In a browser that has been used before: it knows the page's files already. */
    static Tab beside(BrowserContext others, String base) {
        Page page = others.newPage();
        return new Tab(page, base, page);
    }

    /** In a browser that knows nothing. */
    static Tab fresh(Browser browser, String base, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        return new Tab(context.newPage(), base, context);
    }

    private static String axe() {
        try (InputStream script = Tab.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void listen(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) complaints.add(message.text());
    }

    /** A page of the dashboard: {@code /experiment/1?sort=-loss}. */
    Tab at(String path) {
        page.navigate(base + "/ui#" + path);
        return this;
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Waits until it is there. */
    Tab shows(String text) {
        page.getByText(text).first().waitFor();
        return this;
    }

    /** Waits until the expression is true. Playwright's own way evaluates text within the page, which its policy forbids. */
    Tab until(String expression) {
        return await(() -> Boolean.TRUE.equals(page.evaluate(expression)), () -> expression);
    }

    /** Until it has all that it reads, and asks for nothing but whether there is news. */
    Tab settles() {
        traffic.forget();
        return await(traffic::isQuiet, () -> "no more is read by " + page.url());
    }

    private Tab await(BooleanSupplier holds, Supplier<String> what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("not within " + PATIENCE + ": " + what.get());
            page.waitForTimeout(PAUSE);
        }
        return this;
    }

    Object tells(String expression) {
        return page.evaluate(expression);
    }

    /** What is in the column of the table below, row by row. */
    List<String> column(int place) {
        return find("main tbody tr:not(.group) > :nth-child(" + place + ")").allInnerTexts();
    }

    /** No hindrance for anybody, as far as a program can tell. */
    void isAccessible() {
        isFreeOf("'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'");
    }

    /** What colours decide of that. */
    void isReadable() {
        isFreeOf("'color-contrast'");
    }

    private void isFreeOf(String rules) {
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(CHECK.formatted(rules)))
                .as(page.url())
                .isEmpty();
    }

    /** What a test has brought about on purpose is no complaint, however often the page runs into it. */
    Tab expected(String part) {
        await(
                () -> complaints.stream().anyMatch(complaint -> complaint.contains(part)),
                () -> "a complaint of " + part + ", beside " + complaints);
        expected.add(part);
        return this;
    }

    void leavesNoComplaint() {
        assertThat(complaints)
                .filteredOn(complaint -> expected.stream().noneMatch(complaint::contains))
                .isEmpty();
    }

    @Override
    public void close() {
        try {
            closed.close();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
