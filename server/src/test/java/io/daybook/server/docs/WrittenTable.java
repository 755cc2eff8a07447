package io.daybook.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a page of docs/ that a test writes, between two comments. {@code -Ddaybook.docs.write=true} writes it;
 * otherwise it has to be there already.
 */
record WrittenTable(Path page, String section, String writer) {

    static WrittenTable in(String page, String section, Class<?> writer) {
        return new WrittenTable(Path.of("..", "docs", page), section, writer.getSimpleName());
    }

    void holds(String table) throws IOException {
        String begin = "<!-- " + section + ": written by " + writer + " -->\n";
        String end = "<!-- end of " + section + " -->\n";
        String docs = Files.readString(page);
        int from = docs.indexOf(begin) + begin.length();
        int to = docs.indexOf(end);
        assertThat(to).as("markers of " + section).isGreaterThanOrEqualTo(from);
        if (Boolean.getBoolean("daybook.docs.write")) {
            Files.writeString(page, docs.substring(0, from) + table + docs.substring(to));
        } else {
            assertThat(docs.substring(from, to))
                    .as("run with -Ddaybook.docs.write=true")
                    .isEqualTo(table);
        }
    }
}
