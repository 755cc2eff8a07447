package io.daybook.server.tool;

import io.daybook.server.Stopped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands take: the folder, and any other setting of the server. */
final class Home {

    @Option(
            names = "--daybook.home",
            paramLabel = "FOLDER",
            description = "everything that the server keeps on disk; without it as the server's settings say")
    @Nullable String folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this")
    boolean help;

    private List<String> others = List.of();

    /** @param settings as the server takes them */
    void set(List<String> settings) {
        others = settings;
    }

    Stopped open(boolean fresh) {
        List<String> settings = new ArrayList<>(others);
        if (folder != null) settings.add("--daybook.home=" + folder);
        return Stopped.open(settings, fresh);
    }
}
