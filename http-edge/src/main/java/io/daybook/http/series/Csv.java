package io.daybook.http.series;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;

/** Comma-separated values (RFC 4180), with a heading, and lines that end with a line feed. */
final class Csv {

    private static final String TYPE = "text/csv";

    private Csv() {}

    static boolean isWanted(HttpServletRequest request) {
        return Reply.isAskedFor(request, TYPE);
    }

    static Writer begin(HttpServletResponse response, String heading) throws IOException {
        response.setContentType(TYPE + "; charset=utf-8; header=present");
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
        out.append(heading).append('\n');
        return out;
    }

    static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
