package io.daybook.http.request;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** The port that serves everything, known once it is bound. */
public final class MainPort implements ApplicationListener<WebServerInitializedEvent> {

    private volatile int port;

    MainPort() {}

    public int get() {
        return port;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }
}
