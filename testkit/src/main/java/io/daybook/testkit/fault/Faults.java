package io.daybook.testkit.fault;

import io.daybook.testkit.fault.kill.BrokenViews;
import io.daybook.testkit.fault.kill.Killed;
import io.daybook.testkit.fault.kill.KilledBackup;
import io.daybook.testkit.fault.kill.KilledRebuild;
import io.daybook.testkit.fault.kill.KilledRestore;
import io.daybook.testkit.fault.kill.KilledUpload;
import io.daybook.testkit.fault.kill.TornWrite;
import io.daybook.testkit.fault.passing.ClockSetBack;
import io.daybook.testkit.fault.passing.FullDisk;
import io.daybook.testkit.fault.passing.HeldViews;
import io.daybook.testkit.fault.passing.LostMongo;
import io.daybook.testkit.fault.passing.MovedHome;
import io.daybook.testkit.fault.passing.NoBytes;
import io.daybook.testkit.fault.passing.ReadOnlyHome;
import io.daybook.testkit.fault.passing.TwoProcesses;
import io.daybook.testkit.fault.scene.Fault;
import io.daybook.testkit.fault.scene.Scene;
import io.daybook.testkit.server.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Does to real servers what may happen to one, and writes the table of what was lost. The server's classes are on the
 * class path. Arguments: how often to kill, the file with the table, and which faults, such as {@code FULL_DISK}, when not
 * all.
 */
public enum Faults {
    KILLED,
    KILLED_REBUILD,
    KILLED_BACKUP,
    KILLED_RESTORE,
    KILLED_UPLOAD,
    NO_BYTES,
    FULL_DISK,
    READ_ONLY_HOME,
    MOVED_HOME,
    LOST_MONGO,
    HELD_VIEWS,
    CLOCK_SET_BACK,
    BROKEN_VIEWS,
    TORN_WRITE,
    TWO_PROCESSES;

    private static final int KILLS = 50;
    private static final Path MODULE = Path.of("server");
    private static final Path JAR = Path.of("target", "daybook.jar");

    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : KILLS;
        for (Faults each : named(arguments)) {
            Optional<String> missing = each.missing();
            String row = missing.isPresent()
                    ? "| %s | | | | | | not shown: %s |".formatted(each.fault().name(), missing.get())
                    : each.row(kills);
            System.out.println(row);
            if (arguments.length > 1) Report.write(Path.of(arguments[1]), order(), row);
        }
        System.exit(0);
    }

    private static List<Faults> named(String[] arguments) {
        if (arguments.length < 3) return List.of(values());
        return Arrays.stream(arguments).skip(2).map(Faults::valueOf).toList();
    }

    /** The packaged program, from the root or from its module. */
    private static List<String> server() {
        Path jar = (Files.exists(JAR) ? JAR : MODULE.resolve(JAR)).toAbsolutePath();
        return Site.ofJar(jar, "-Xmx256m", "-XX:TieredStopAtLevel=1");
    }

    private static List<String> order() {
        return Arrays.stream(values()).map(each -> each.fault().name()).toList();
    }

    /** Why it cannot be shown on this machine, if so. */
    public Optional<String> missing() {
        return fault().missing();
    }

    /** Fails when anything acknowledged was lost, or anything refused is there; the folder is kept then. */
    public String row(int kills) throws Exception {
        Fault made = fault();
        Path folder = Files.createTempDirectory("daybook-fault");
        try {
            String row = made.run(new Scene(server(), folder, kills)).line();
            Site.delete(folder);
            return row;
        } catch (Exception | AssertionError broken) {
            throw new AssertionError(made.name() + ", see " + folder + ": " + broken.getMessage(), broken);
        }
    }

    private Fault fault() {
        return switch (this) {
            case KILLED -> new Killed();
            case KILLED_REBUILD -> new KilledRebuild();
            case KILLED_BACKUP -> new KilledBackup();
            case KILLED_RESTORE -> new KilledRestore();
            case KILLED_UPLOAD -> new KilledUpload();
            case NO_BYTES -> new NoBytes();
            case FULL_DISK -> new FullDisk();
            case READ_ONLY_HOME -> new ReadOnlyHome();
            case MOVED_HOME -> new MovedHome();
            case LOST_MONGO -> new LostMongo();
            case HELD_VIEWS -> new HeldViews();
            case CLOCK_SET_BACK -> new ClockSetBack();
            case BROKEN_VIEWS -> new BrokenViews();
            case TORN_WRITE -> new TornWrite();
            case TWO_PROCESSES -> new TwoProcesses();
        };
    }
}
