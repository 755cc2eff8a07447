package io.daybook.http.backup;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The file name under which a browser keeps a backup. The experiment's name may hold anything; a file name may not. */
final class AttachmentName {

    private static final int LONGEST = 80;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private AttachmentName() {}

    /** As RFC 6266 wants it: one for old clients, and the real one. */
    static String header(String experiment) {
        String safe = safe(experiment);
        String ascii = safe.replaceAll("[^A-Za-z0-9._ -]", "_");
        return "attachment; filename=\"" + ascii + ".zip\"; filename*=UTF-8''" + escaped(safe + ".zip");
    }

    /** Without what means something to a file system or a terminal. */
    private static String safe(String experiment) {
        StringBuilder safe = new StringBuilder();
        experiment.codePoints().limit(LONGEST).map(AttachmentName::neutral).forEach(safe::appendCodePoint);
        if (safe.charAt(0) == '.' || safe.charAt(0) == '-') safe.setCharAt(0, '_');
        return safe.toString();
    }

    private static int neutral(int c) {
        boolean special = "/\\:*?\"<>|%".indexOf(c) >= 0;
        return special || !Character.isDefined(c) || Character.isISOControl(c) || invisible(c) ? '_' : c;
    }

    /** Line and paragraph separators, and marks that turn the direction of writing. */
    private static boolean invisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    private static String escaped(String name) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 0 && (Character.isLetterOrDigit(b) || b == '.' || b == '-' || b == '_');
            if (plain) {
                escaped.append((char) b);
            } else {
                escaped.append('%').append(HEX.toHexDigits(b));
            }
        }
        return escaped.toString();
    }
}
