package io.daybook.testkit.crash;

import io.daybook.testkit.mongodb.MongoProcess;
import io.daybook.testkit.server.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;

/**
 * Starts a server, lets eight clients write to it, kills it at a random moment, starts it again and checks that all is
 * there that was acknowledged; as often as wanted. Options: see {@link CrashSettings}.
 */
public final class CrashRounds {

    private CrashRounds() {}

    public static void main(String[] arguments) throws IOException {
        boolean sound;
        try {
            sound = run(
                    CrashSettings.parse(arguments, Files.createTempDirectory("daybook-crash")), System.out::println);
        } catch (IllegalArgumentException senseless) {
            System.err.println(senseless.getMessage());
            sound = false;
        }
        System.exit(sound ? 0 : 1);
    }

    /** @return whether nothing was lost; the folder is kept when something was */
    public static boolean run(CrashSettings settings, Consumer<String> out) throws IOException {
        if (!CrashSettings.PROCESS.equals(settings.mongodb())) return rounds(settings, out);
        try (MongoProcess mongodb = MongoProcess.orReal()) {
            return rounds(settings.on(mongodb.uri("daybook_crash")), out);
        }
    }

    private static boolean rounds(CrashSettings settings, Consumer<String> out) throws IOException {
        out.accept("seed " + settings.seed() + ", folder " + settings.folder());
        int sound = 0;
        try (Round round = new Round(settings)) {
            for (int number = 1; number <= settings.rounds(); number++, sound++) {
                out.accept("round %2d  %s".formatted(number, round.run(number)));
            }
        } catch (AssertionError | IOException broken) {
            out.accept("round %2d  BROKEN: %s".formatted(sound + 1, withCauses(broken)));
        }
        out.accept("%d of %d rounds without a loss".formatted(sound, settings.rounds()));
        if (sound == settings.rounds()) Site.delete(settings.folder());
        return sound == settings.rounds();
    }

    private static String withCauses(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure + (cause == null ? "" : "; " + withCauses(cause));
    }
}
