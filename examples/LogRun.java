import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Logs a run to the tracking API with nothing but the JDK: {@code java examples/LogRun.java [http://127.0.0.1:9000]}. The
 * training is made up; the logging is how a real one would do it: batches, each with an idempotency key, sent again
 * when no answer came.
 */
public final class LogRun {

    private static final int EPOCHS = 30;
    private static final int ATTEMPTS = 5;
    private static final Pattern ID = Pattern.compile("\\{\"\\w+\":(\\d+)}");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;

    private LogRun(String base) {
        this.base = base;
    }

    public static void main(String[] arguments) throws Exception {
        new LogRun(arguments.length == 0 ? "http://127.0.0.1:9000" : arguments[0]).run();
    }

    private void run() throws Exception {
        long project = create("/project", "{\"name\":\"made up\",\"description\":\"Logged by LogRun\"}");
        long experiment = create("/experiment/project/" + project, "{\"name\":\"a curve\",\"status_id\":1}");
        long iteration = create("/iteration/experiment/" + experiment, "");
        create("/parameter/iteration/" + iteration, "{\"key\":\"epochs\",\"value\":\"" + EPOCHS + "\"}");
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            double loss = 2.3 * Math.exp(-epoch / 8.0);
            send("POST", "/metric/iteration/" + iteration + "/batch", metrics(epoch, loss, 1 - loss / 2.5));
        }
        send("PATCH", "/iteration/" + iteration, "{\"status_id\":2,\"end_date\":\"" + java.time.LocalDateTime.now() + "\"}");
        System.out.println("logged " + EPOCHS + " epochs to iteration " + iteration);
        System.out.println(send("GET", "/metric/iteration/" + iteration + "?limit=4", ""));
    }

    private static String metrics(int step, double loss, double accuracy) {
        return String.format(
                Locale.ROOT,
                "{\"metrics\":[{\"key\":\"loss\",\"value\":%f,\"step\":%d},{\"key\":\"accuracy\",\"value\":%f,\"step\":%d}]}",
                loss,
                step,
                accuracy,
                step);
    }

    private long create(String path, String json) throws Exception {
        Matcher id = ID.matcher(send("POST", path, json));
        if (!id.matches()) throw new IOException("no id came back from " + path);
        return Long.parseLong(id.group(1));
    }

    /** Sends a request until it is answered. With its key, what was sent twice is done once. */
    private String send(String method, String path, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, BodyPublishers.ofString(json))
                .build();
        for (int attempt = 1; ; attempt++) {
            try {
                var response = http.send(request, BodyHandlers.ofString());
                if (response.statusCode() < 300) return response.body();
                boolean later = response.statusCode() == 503 && attempt < ATTEMPTS;
                if (!later) throw new IllegalStateException(method + " " + path + ": " + response.body());
            } catch (IOException noAnswer) {
                if (attempt == ATTEMPTS) throw noAnswer;
            }
            Thread.sleep(Duration.ofSeconds(attempt));
        }
    }
}
