package io.daybook.server.tool;

import io.daybook.query.backup.whole.Progress;
import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A line that says how far the work has come, on a terminal alone: nobody wants it in a file. */
final class Terminal implements Progress {

    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int BAR = 30;
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean shown;
    private long told = System.nanoTime() - INTERVAL;
    private boolean open;

    Terminal(PrintStream out) {
        this.out = out;
        this.shown = isThere();
    }

    @Override
    public synchronized void at(String work, long done, long all) {
        boolean last = done >= all;
        if (!shown || (!last && System.nanoTime() - told < INTERVAL)) return;
        told = System.nanoTime();
        out.print("\r" + line(work, done, all));
        open = true;
        if (last) end();
        out.flush();
    }

    /** Whatever comes next begins on a line of its own. */
    synchronized void end() {
        if (open) out.println();
        open = false;
    }

    static String line(String work, long done, long all) {
        int full = all == 0 ? BAR : (int) Math.min(BAR, BAR * done / all);
        String bar = "#".repeat(full) + ".".repeat(BAR - full);
        String line = String.format(Locale.ROOT, "%s [%s] %,d of %,d", work, bar, done, all);
        return line + " ".repeat(Math.max(0, WIDTH - line.length()));
    }

    /** Some versions of Java have a console without a terminal, and say so in a method that the older ones lack. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isThere() {
        Console console = System.console();
        if (console == null) return false;
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }
}
