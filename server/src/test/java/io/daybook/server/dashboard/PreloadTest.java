package io.daybook.server.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A browser finds what a module needs when it has read it; the page names all at once. */
class PreloadTest {

    private static final String FIRST = "app.js";
    private static final Pattern IMPORT = Pattern.compile("^import[^\"]*\"(\\.[^\"]+)\"", Pattern.MULTILINE);
    private static final Pattern LINK =
            Pattern.compile("rel=\"modulepreload\" href=\"/ui/files/\\{version}/((?!lib/)[^\"]+)\"");

    @Test
    void the_page_names_what_its_first_module_needs_and_nothing_else() throws IOException {
        Set<String> needed = new TreeSet<>();
        var next = new ArrayDeque<>(List.of(FIRST));
        while (!next.isEmpty()) {
            String module = next.remove();
            if (needed.add(module)) next.addAll(imports(module));
        }
        needed.remove(FIRST);

        assertThat(needed).contains("core/session.js", "parts/time.js");
        assertThat(found(LINK, text("index.html"))).containsExactlyElementsOf(needed);
    }

    private static List<String> imports(String module) throws IOException {
        return found(IMPORT, text(module)).stream()
                .map(address -> URI.create(module).resolve(address).toString())
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
    }

    private static String text(String file) throws IOException {
        try (InputStream bytes = PreloadTest.class.getResourceAsStream("/dashboard/" + file)) {
            return new String(Objects.requireNonNull(bytes, file).readAllBytes(), UTF_8);
        }
    }
}
