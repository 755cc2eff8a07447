package io.daybook.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The table at the end of docs/operations.md says which tests show each sentence about operating a server: those whose
 * tags name it. {@code -Ddaybook.docs.write=true} writes it.
 */
class OperationsDocsIT {

    private static final String PAGE = "operations.md";
    private static final String TAG = "ops-";

    private static final Map<String, SortedSet<Evidence.Shown>> shown = new TreeMap<>();
    private static final Statements STATEMENTS = Statements.read();

    @BeforeAll
    static void read() {
        Evidence.ofStatements().forEach((tag, tests) -> {
            if (tag.startsWith(TAG)) shown.put(tag.substring(TAG.length()), tests);
        });
    }

    @Test
    void every_sentence_is_shown_by_a_test_and_every_tag_names_a_sentence() {
        assertThat(shown.keySet()).isEqualTo(new TreeSet<>(STATEMENTS.ids()));
    }

    @Test
    void the_table_names_their_tests() throws IOException {
        StringBuilder table = new StringBuilder("| what holds | shown by |\n|---|---|\n");
        STATEMENTS.sections().forEach((section, statements) -> {
            table.append("| **%s** | |\n".formatted(section));
            statements.forEach(one -> table.append("| %s | %s |\n".formatted(one.wording(), names(one.id()))));
        });
        WrittenTable.in(PAGE, "evidence", OperationsDocsIT.class).holds(table.toString());
    }

    @Test
    void what_belongs_to_many_machines_is_listed() throws IOException {
        String list = STATEMENTS.later().stream().map("* %s\n"::formatted).collect(Collectors.joining());
        WrittenTable.in(PAGE, "many machines", OperationsDocsIT.class).holds(list);
    }

    private static String names(String id) {
        return shown.getOrDefault(id, Collections.emptySortedSet()).stream()
                .map(test -> test.type() + ": " + test.method().replace('_', ' '))
                .collect(Collectors.joining("<br>"));
    }
}
