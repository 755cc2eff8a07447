package io.daybook.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class AnnouncementTest {

    @ParameterizedTest
    @Tag("ops-1.auth.warning")
    @CsvSource({
        "false, 0.0.0.0, true",
        "false, 192.0.2.7, true",
        "false, '::', true",
        "false, 127.0.0.1, false",
        "false, 127.1.2.3, false",
        "false, localhost, false",
        "false, '::1', false",
        "false, 0:0:0:0:0:0:0:1, false",
        "true, 0.0.0.0, false"
    })
    void whoever_can_be_reached_and_asks_nobody_is_warned(boolean authentication, String address, boolean warned) {
        List<ILoggingEvent> told = told(() -> Announcement.warn(authentication, address));

        assertThat(told).hasSize(warned ? 1 : 0).allSatisfy(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage()).startsWith(address).contains("authentication is off");
        });
    }

    private static List<ILoggingEvent> told(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(Announcement.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            work.run();
        } finally {
            logger.detachAppender(lines);
        }
        return lines.list;
    }
}
