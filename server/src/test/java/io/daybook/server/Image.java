package io.daybook.server;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the Dockerfile says of the image that it makes. */
final class Image {

    private Image() {}

    /** The rest of the last line that begins with a word. */
    static String line(String word) {
        List<String> lines = Pattern.compile("(?m)^" + word + " (.*)$")
                .matcher(DeployedFile.text("Dockerfile"))
                .results()
                .map(found -> found.group(1))
                .toList();
        return lines.getLast();
    }

    static String variable(String name) {
        MatchResult found = Pattern.compile("\\b" + name + "=(\\S+)")
                .matcher(line("ENV"))
                .results()
                .findFirst()
                .orElseThrow();
        return found.group(1);
    }

    /** The folder that everything is kept in. */
    static String home() {
        return variable("DAYBOOK_HOME");
    }

    static String user() {
        return line("USER").split(":")[0];
    }
}
