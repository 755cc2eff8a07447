package io.daybook.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({"axon, axon:8124", "axon-1.lab:8200, axon-1.lab:8200", "[::1]:9, [::1]:9", "' 10.0.0.1 ', 10.0.0.1:8124"
    })
    void a_host_and_perhaps_a_port(String text, String address) {
        assertThat(ServerAddress.parse(text)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":8124", "axon:", "axon:0", "axon:65536", "axon:http", "http://axon", "a b"})
    void anything_else_is_refused_and_named(String text) {
        assertThatThrownBy(() -> ServerAddress.parse(text)).hasMessageContaining("'" + text + "'");
    }

    @Test
    void settings_without_a_server_are_none() {
        assertThatThrownBy(() -> new AxonServerSettings(
                        java.util.List.of(), "default", null, false, null, "test", SharedStores.DEADLINE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
