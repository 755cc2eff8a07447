package io.daybook.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;

/** The line that says what runs where. */
final class Announcement {

    private static final Logger logger = LoggerFactory.getLogger(Announcement.class);

    private final DaybookSettings settings;
    private final AxonServerProperties axonServer;

    Announcement(DaybookSettings settings, AxonServerProperties axonServer) {
        this.settings = settings;
        this.axonServer = axonServer;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        var context = (ServletWebServerApplicationContext) ready.getApplicationContext();
        String address = context.getEnvironment().getProperty("server.address", "0.0.0.0");
        int port = Objects.requireNonNull(context.getWebServer()).getPort();
        logger.info(
                "Daybook {} at http://{}:{}{}, folder {}, events in {}, views in {}, authentication {}",
                Version.current(),
                address,
                port,
                settings.crayon().port() == 0
                        ? ""
                        : " (Crayon on " + settings.crayon().port() + ")",
                settings.home(),
                events(),
                settings.viewsUri() == null ? "sqlite" : "mongodb",
                settings.auth().enabled() ? "on" : "off");
        warn(settings.auth().enabled(), address);
    }

    private String events() {
        return settings.eventStore().isShared()
                ? "axon-server (" + axonServer.words() + ")"
                : "sqlite (sync " + lower(settings.eventStore().sync()) + ")";
    }

    /** Says so when others can reach a server that asks nobody who they are. */
    static void warn(boolean authentication, String address) {
        if (authentication || isLoopback(address)) return;
        logger.warn(
                "{} is reachable from other machines, and authentication is off: anybody there may read, write and delete",
                address);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException nobodyKnows) {
            return false;
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
