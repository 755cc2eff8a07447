package io.daybook.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorsTest {

    @Test
    void a_failure_is_told_in_one_line_of_bounded_length() {
        assertThat(Errors.line(new IllegalStateException("it\n  is\r\nmissing")))
                .isEqualTo("IllegalStateException: it is missing");
        assertThat(Errors.line(new IllegalStateException())).isEqualTo("IllegalStateException");
        assertThat(Errors.line(new IllegalStateException("x".repeat(10_000))))
                .hasSize(300)
                .endsWith("x…");
    }

    @Test
    void no_password_hash_is_in_it() {
        String hash = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

        assertThat(Errors.line(new IllegalStateException("UserCreated[passwordHash=" + hash + ", userId=7]")))
                .isEqualTo("IllegalStateException: UserCreated[passwordHash=…, userId=7]");
    }
}
