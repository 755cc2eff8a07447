package io.daybook.benchmarks.flames;

import java.util.Locale;

/** A picture of stacks: as wide as they were often, callees above their callers. Each frame says its name and share in its title. */
final class FlameGraph {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 15;
    private static final int HEAD = 40;
    private static final int CHARACTER = 7;

    /** Narrower ones are left out, of all samples; and more so when there are too many. */
    private static final double NARROWEST = 0.003;

    private static final double WIDER = 1.3;
    private static final int LONGEST = 150_000;

    private final Frame root;
    private final String title;

    FlameGraph(Frame root, String title) {
        this.root = root;
        this.title = title;
    }

    String svg() {
        double narrowest = NARROWEST;
        String drawn = new Drawing(narrowest).drawn();
        while (drawn.length() > LONGEST) {
            narrowest *= WIDER;
            drawn = new Drawing(narrowest).drawn();
        }
        return drawn;
    }

    private final class Drawing {

        private final double narrowest;
        private final StringBuilder frames = new StringBuilder();
        private final int rows;

        Drawing(double narrowest) {
            this.narrowest = narrowest;
            this.rows = height(root);
        }

        String drawn() {
            if (root.samples() > 0) draw(root, 0, 0);
            int height = HEAD + rows * HEIGHT;
            return """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="monospace" font-size="11">
                    <style>rect{stroke:#fff;stroke-width:.5}.d{fill:#f4a259}.j{fill:#a7c957}.l{fill:#8ecae6}.n{fill:#d8d8d8}</style>
                    <text x="4" y="14">%s</text>
                    <text x="4" y="30">Orange: Daybook. Green: the JDK. Blue: libraries. Grey: threads. Left out: below %.1f %%.</text>
                    """.formatted(WIDTH, height, escaped(title), 100 * narrowest) + frames + "</svg>\n";
        }

        private boolean isWide(Frame frame) {
            return frame.samples() >= narrowest * root.samples();
        }

        private int height(Frame frame) {
            return 1
                    + frame.callees().stream()
                            .filter(this::isWide)
                            .mapToInt(this::height)
                            .max()
                            .orElse(0);
        }

        private void draw(Frame frame, double x, int row) {
            double width = (double) WIDTH * frame.samples() / root.samples();
            box(frame, x, width, row);
            double at = x;
            for (Frame callee : frame.callees()) {
                if (isWide(callee)) draw(callee, at, row + 1);
                at += (double) WIDTH * callee.samples() / root.samples();
            }
        }

        private void box(Frame frame, double x, double width, int row) {
            int y = HEAD + (rows - 1 - row) * HEIGHT;
            frames.append(String.format(
                    Locale.ROOT,
                    "<g><title>%s: %.1f %%</title><rect class=\"%c\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                    escaped(frame.name()),
                    100.0 * frame.samples() / root.samples(),
                    colour(frame.name()),
                    x,
                    y,
                    width,
                    HEIGHT));
            int room = (int) (width / CHARACTER);
            String label = label(frame.name());
            if (room > 2)
                frames.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%d\">%s</text>",
                        x + 2,
                        y + HEIGHT - 4,
                        escaped(label.substring(0, Math.min(label.length(), room)))));
            frames.append("</g>\n");
        }
    }

    /** Class and method. */
    private static String label(String name) {
        int method = name.lastIndexOf('.');
        return name.substring(name.lastIndexOf('.', method - 1) + 1);
    }

    private static char colour(String name) {
        if (name.startsWith("io.daybook.")) return 'd';
        if (name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.")) return 'j';
        return name.contains(".") ? 'l' : 'n';
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
