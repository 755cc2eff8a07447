package io.daybook.testkit.fault.scene;

import io.daybook.testkit.server.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a fault happens.
 *
 * @param server the command that starts one
 * @param folder empty, and of this fault alone
 * @param kills how often to kill, where that is what is done
 */
public record Scene(List<String> server, Path folder, int kills) {

    /** Reads are told soon when their view is behind. */
    private static final List<String> SETTINGS = List.of("--daybook.read.wait=2s");

    public Site site() {
        return site(null);
    }

    public Site site(@Nullable String mongodb) {
        return new Site(server, home(), mongodb, SETTINGS);
    }

    /** Where another server has room. */
    public Site beside() {
        return new Site(server, folder.resolve("beside"), null, SETTINGS);
    }

    /** The same, with the server started by a program of the operating system. */
    public Scene under(List<String> program) {
        return new Scene(Stream.concat(program.stream(), server.stream()).toList(), folder, kills);
    }

    public Path home() {
        return folder.resolve("home");
    }
}
