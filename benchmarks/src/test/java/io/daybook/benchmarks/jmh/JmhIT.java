package io.daybook.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JmhIT {

    private static final int BENCHMARKS = 16;

    @Test
    void everything_that_is_measured_without_HTTP_is_run_once() throws Exception {
        assertThat(Jmh.briefly()).hasSize(BENCHMARKS);
    }
}
