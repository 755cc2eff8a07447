package io.daybook.server.crayon;

import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import java.util.concurrent.atomic.AtomicInteger;

/** A chapter of stories, told to a server that others use too: each story keeps to experiments of its own. */
abstract class Stories {

    private static final AtomicInteger TOLD = new AtomicInteger();

    final RunningServer server;

    Stories(RunningServer server) {
        this.server = server;
    }

    HttpCaller http() {
        return server.http();
    }

    CrayonClient crayon() {
        return new CrayonClient(server.http());
    }

    static CrayonClient crayon(RunningServer other) {
        return new CrayonClient(other.http());
    }

    /** A name that no other story uses. */
    static String fresh(String name) {
        return name + " " + TOLD.incrementAndGet();
    }

    /** The name of a new experiment. */
    String experiment() {
        String name = fresh("xp");
        crayon().create(name);
        return name;
    }

    /** The position that reads are true for at the moment. */
    long head() {
        return position(crayon().names());
    }

    static long position(Response answer) {
        return Long.parseLong(String.valueOf(answer.header("Daybook-Position")));
    }
}
