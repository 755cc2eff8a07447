package io.daybook.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With failures as an Axon Server sends them. */
class FailuresTest {

    private static Throwable failure(Status status, String code) {
        Metadata trailers = new Metadata();
        trailers.put(Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER), code);
        return new ExecutionException(new StatusRuntimeException(status, trailers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AXONIQ-1001", "AXONIQ-1302", "AXONIQ-2000", "AXONIQ-2002", "AXONIQ-3000"})
    void of_what_is_refused_at_the_door_nothing_comes(String code) {
        assertThat(Failures.isRefusal(failure(Status.INVALID_ARGUMENT, code))).isTrue();
    }

    /** The code for all the rest, one of a hook after the commit, of a file, and of other servers that are slow. */
    @ParameterizedTest
    @ValueSource(strings = {"AXONIQ-0001", "AXONIQ-6101", "AXONIQ-9100", "AXONIQ-10003"})
    void a_failure_further_in_says_nothing_of_what_was_stored(String code) {
        assertThat(Failures.isRefusal(failure(Status.CANCELLED, code))).isFalse();
    }

    @Test
    void a_connection_that_is_lost_is_no_refusal() {
        assertThat(Failures.isRefusal(Status.UNAVAILABLE.asRuntimeException())).isFalse();
    }

    @Test
    void too_long_is_told_by_the_transport_or_by_the_server_and_too_fast_is_another_thing() {
        assertThat(Failures.isTooLong(Status.RESOURCE_EXHAUSTED.asRuntimeException()))
                .isTrue();
        assertThat(Failures.isTooLong(failure(Status.INVALID_ARGUMENT, "AXONIQ-2001")))
                .isTrue();
        assertThat(Failures.isTooLong(failure(Status.RESOURCE_EXHAUSTED, "AXONIQ-3000")))
                .isFalse();
    }
}
