package io.daybook.server.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is promised to whoever operates a server, sentence by sentence, as {@code statements.txt} has it: a line for a
 * section begins with {@code #}; a line for a sentence with the name by which tests call it.
 *
 * @param later sentences about several machines, which have no name yet
 */
record Statements(Map<String, List<Statement>> sections, List<String> later) {

    private static final Path FILE = Path.of("src/test/resources/statements.txt");
    private static final String LATER = "- ";

    record Statement(String id, String wording) {

        private static Statement of(String line) {
            String[] parts = line.split(" ", 2);
            return new Statement(parts[0], parts[1].strip());
        }
    }

    static Statements read() {
        Map<String, List<Statement>> sections = new LinkedHashMap<>();
        List<String> later = new ArrayList<>();
        String section = "";
        for (String line : lines()) {
            if (line.startsWith("# ")) section = line.substring(2);
            else if (line.startsWith(LATER)) later.add(line.substring(LATER.length()));
            else if (!line.isBlank())
                sections.computeIfAbsent(section, fresh -> new ArrayList<>()).add(Statement.of(line));
        }
        return new Statements(sections, later);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    List<String> ids() {
        return sections.values().stream()
                .flatMap(List::stream)
                .map(Statement::id)
                .toList();
    }
}
