package io.daybook.testkit.mongodb;

import io.daybook.testkit.http.FreePort;
import io.daybook.testkit.process.ServingProcess;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks MongoDB's protocol, in a process of its own, which outlives what is being tested and ends with
 * this one; or a real server, when the environment names one.
 */
public final class MongoProcess implements AutoCloseable {

    /** The environment variable with a real server's address. */
    public static final String REAL = "DAYBOOK_TEST_MONGODB_URI";

    private static final String HEAP = "512m";
    private static final Pattern ADDRESS = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/[^?]*)?(\\?.*)?");

    private final String uri;
    private final @Nullable ServingProcess process;

    private MongoProcess(String uri, @Nullable ServingProcess process) {
        this.uri = uri;
        this.process = process;
        System.out.println("Tests of MongoDB run on "
                + (process == null ? "the real server that " + REAL + " names" : "mongo-java-server at " + uri));
    }

    /** The real server that the environment names, else a process of our own. */
    public static MongoProcess orReal() {
        return orReal(HEAP);
    }

    /** @param heap that the process may have at most, as the virtual machine is told */
    public static MongoProcess orReal(String heap) {
        String real = System.getenv(REAL);
        return real == null || real.isBlank() ? start(0, heap) : new MongoProcess(real, null);
    }

    /** One that can be killed, and started {@link #again} where it was. */
    public static MongoProcess start() {
        return start(FreePort.find(), HEAP);
    }

    private static MongoProcess start(int port, String heap) {
        ServingProcess process = ServingProcess.start(MongoMain.class, heap, List.of(Integer.toString(port)));
        return new MongoProcess(process.firstLine(), process);
    }

    /** Whether it was there before, and stays. */
    public boolean isReal() {
        return process == null;
    }

    /** The server's address, which may name a database. */
    public String uri() {
        return uri;
    }

    /** The server's address with that database. */
    public String uri(String database) {
        Matcher parts = ADDRESS.matcher(uri);
        if (!parts.matches()) throw new IllegalStateException("no address of a MongoDB server: " + uri);
        return parts.group(1) + "/" + database + (parts.group(2) == null ? "" : parts.group(2));
    }

    /** As {@code kill -9}; not for a real server. */
    public void kill() {
        if (process == null) throw new IllegalStateException("a real server is left alone");
        process.kill();
    }

    /** After a kill: one at the same address, which holds nothing. */
    public MongoProcess again() {
        return start(URI.create(uri).getPort(), HEAP);
    }

    /** Ends the process, and forgets what it held. A real server is left as it is. */
    @Override
    public void close() {
        if (process != null) process.close();
    }
}
