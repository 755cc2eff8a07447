package io.daybook.http.refusal;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** How a protocol words a failure. */
enum Dialect {
    /** Crayon: one sentence of plain text, and 400 for whatever the caller did wrong. */
    PLAIN("text/plain; charset=utf-8") {
        @Override
        int status(Problem problem) {
            return problem.fault() ? 400 : problem.status();
        }

        @Override
        String challenge() {
            return "Basic realm=\"Daybook\", charset=\"UTF-8\"";
        }

        @Override
        byte[] body(Problem problem) {
            return problem.message().getBytes(StandardCharsets.UTF_8);
        }
    },

    ENVELOPE("application/json; charset=utf-8") {
        @Override
        int status(Problem problem) {
            return problem.status();
        }

        @Override
        String challenge() {
            return "Bearer";
        }

        @Override
        byte[] body(Problem problem) {
            return JSON.writeValueAsBytes(new Envelope(problem.code(), problem.message()));
        }
    };

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String contentType;

    Dialect(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    abstract int status(Problem problem);

    /** How a caller may say who they are. */
    abstract String challenge();

    abstract byte[] body(Problem problem);

    private record Envelope(String code, String message) {}
}
