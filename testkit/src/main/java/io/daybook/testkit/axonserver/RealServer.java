package io.daybook.testkit.axonserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An Axon Server that the environment names, in development mode, so that it can be emptied for each test. */
final class RealServer {

    /** Its {@code host:port} for clients. */
    static final String ADDRESS = "AXON_SERVER";

    /** Its {@code host:port} for browsers; the same host's usual one when there is none. */
    private static final String HTTP = "AXON_SERVER_HTTP";

    /** Which of them a server has depends on its version; some have none. */
    private static final List<String> WAYS_TO_EMPTY = List.of("/v1/public/purge-events", "/v1/devmode/purge-events");

    private static final int NO_SUCH_WAY = 404;
    private static final int USUAL_HTTP_PORT = 8024;
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private RealServer() {}

    /** Its address, after all its events have been deleted. */
    static Optional<String> emptied() {
        Optional<String> address = environment(ADDRESS);
        System.out.println("Tests of Axon Server run on "
                + address.map(named -> "the real server at " + named).orElse("the stand-in"));
        address.ifPresent(named ->
                empty(environment(HTTP).orElse(named.substring(0, named.lastIndexOf(':')) + ":" + USUAL_HTTP_PORT)));
        return address;
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    static void empty(String http) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = NO_SUCH_WAY;
            for (String way : WAYS_TO_EMPTY) {
                if (status == NO_SUCH_WAY) status = delete(client, URI.create("http://" + http + way));
            }
            if (status / 100 != 2)
                throw new IllegalStateException("Axon Server at " + http + " answers " + status
                        + " when it is to delete its events: is it in development mode?");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Axon Server deletes its events", e);
        }
    }

    private static int delete(HttpClient client, URI events) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(events).timeout(DEADLINE).DELETE().build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
