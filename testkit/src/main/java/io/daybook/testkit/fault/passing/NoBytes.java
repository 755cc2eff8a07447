package io.daybook.testkit.fault.passing;

import io.daybook.testkit.server.ServerProcess;
import java.util.Optional;

/** The operating system refuses each byte that the process writes to a file, as a full disk and a used-up quota do. */
public final class NoBytes extends Passing {

    public NoBytes() {
        super(true);
    }

    @Override
    public String name() {
        return "not a byte more may be written (`RLIMIT_FSIZE`), and then again";
    }

    @Override
    public Optional<String> missing() {
        return needs("prlimit");
    }

    @Override
    void begin(ServerProcess server) throws Exception {
        limit(server, "0");
    }

    @Override
    void end(ServerProcess server) throws Exception {
        limit(server, "unlimited");
    }

    private static void limit(ServerProcess server, String bytes) throws Exception {
        call("prlimit", "--pid", Long.toString(server.pid()), "--fsize=" + bytes + ":");
    }
}
