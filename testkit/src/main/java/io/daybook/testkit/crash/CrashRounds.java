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

    /**
     * What came of all rounds.
     *
     * @param isSound whether nothing was lost
     * @param acknowledged points that were
     * @param landed points that were there though their clients had got no answer
     */
    public record Summary(boolean isSound, long acknowledged, long landed) {}

    /** @return whether nothing was lost; the folder is kept when something was */
    public static boolean run(CrashSettings settings, Consumer<String> out) throws IOException {
        return summary(settings, out).isSound();
    }

    /** As {@link #run}, with figures. */
    public static Summary summary(CrashSettings settings, Consumer<String> out) throws IOException {
        if (!CrashSettings.PROCESS.equals(settings.mongodb())) return rounds(settings, out);
        try (MongoProcess mongodb = MongoProcess.orReal()) {
            return rounds(settings.on(mongodb.uri("daybook_crash")), out);
        }
    }

    private static Summary rounds(CrashSettings settings, Consumer<String> out) throws IOException {
        out.accept("seed " + settings.seed() + ", folder " + settings.folder());
        int sound = 0;
        Summary points = new Summary(false, 0, 0);
        try (Round round = new Round(settings)) {
            for (int number = 1; number <= settings.rounds(); number++, sound++) {
                out.accept("round %2d  %s".formatted(number, round.run(number)));
                points = round.points();
            }
        } catch (AssertionError | IOException broken) {
            out.accept("round %2d  BROKEN: %s".formatted(sound + 1, withCauses(broken)));
        }
        out.accept("%d of %d rounds without a loss".formatted(sound, settings.rounds()));
        if (sound == settings.rounds()) Site.delete(settings.folder());
        return new Summary(sound == settings.rounds(), points.acknowledged(), points.landed());
    }

    private static String withCauses(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure + (cause == null ? "" : "; " + withCauses(cause));
    }
}
