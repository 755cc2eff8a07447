package io.daybook.server.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine: the one that {@code daybook.test.chromium} names, or the one that it has. One for all tests. */
final class Chromium implements AutoCloseable {

    private static final String SETTING = "daybook.test.chromium";
    private static final String VARIABLE = "DAYBOOK_TEST_CHROMIUM";

    private static final List<String> KNOWN = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // without its sandbox, since builds run as root in containers; it looks at nothing but our own pages
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox")));
    }

    /** Without a browser an error where all tests must run, and a skip elsewhere. */
    static Chromium start() {
        Optional<Path> program = program();
        if (program.isEmpty() && System.getenv("CI") != null) throw new AssertionError(missing());
        Assumptions.assumeTrue(program.isPresent(), Chromium::missing);
        return new Chromium(program.get());
    }

    private static String missing() {
        return "no Chromium found: install one (apt-get install chromium), or name it with -D" + SETTING + "=/path or "
                + VARIABLE;
    }

    private static Optional<Path> program() {
        String named = System.getProperty(SETTING, or(System.getenv(VARIABLE)));
        Stream<String> places = named.isEmpty() ? KNOWN.stream() : Stream.of(named);
        return places.map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
