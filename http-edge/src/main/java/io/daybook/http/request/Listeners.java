package io.daybook.http.request;

import io.daybook.http.refusal.Routes;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** Sets up the main port, and the Crayon port beside it. */
final class Listeners implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    /** Names may hold any character, and some clients send these as they are. */
    private static final String RELAXED = "\"<>[\\]^`{|}";

    /** An experiment's name may have 16,384 characters, each of them up to nine when percent-encoded. */
    private static final int HEADER = 160 * 1024;

    /** From the first byte of a request on, a connection has a buffer of that length; they take a quarter of the memory. */
    private static final int BUFFERS = 4;

    private final Routes routes;

    Listeners(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(Listeners::relax);
        if (routes.crayonPort() != 0) factory.addAdditionalConnectors(crayon(factory));
    }

    private Connector crayon(TomcatServletWebServerFactory factory) {
        Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(routes.crayonPort());
        // bound with the main port, when there is something to serve
        connector.setProperty("bindOnInit", "false");
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http && factory.getAddress() != null) {
            http.setAddress(factory.getAddress());
        }
        factory.getConnectorCustomizers().forEach(settings -> settings.customize(connector));
        return connector;
    }

    private static void relax(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setRelaxedQueryChars(RELAXED);
            http.setMaxHttpRequestHeaderSize(HEADER);
            // a client that is still sending would otherwise lose the sentence that says why it is refused
            http.setMaxSwallowSize(Integer.MAX_VALUE);
            // a training script keeps its connection for as long as it runs
            http.setMaxKeepAliveRequests(-1);
            http.setMaxConnections((int) Math.min(http.getMaxConnections(), buffers()));
        }
    }

    private static long buffers() {
        return Runtime.getRuntime().maxMemory() / BUFFERS / HEADER;
    }

    /** After the address is known. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
