package io.daybook.http.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.http.request.Sha256;
import java.util.Base64;

/**
 * The page as a browser gets it.
 *
 * @param policy lets run what comes from this server, and the one script within the page: the map of its modules
 */
record Page(String html, String policy) {

    private static final String SCRIPT = "<script type=\"importmap\">";

    /** @param version is put into the addresses of all files, so that a browser may keep them and never mixes two versions */
    static Page of(String template, String version) {
        String html = template.replace("{version}", version);
        int begin = html.indexOf(SCRIPT) + SCRIPT.length();
        return new Page(html, policy(html.substring(begin, html.indexOf("</script>", begin))));
    }

    private static String policy(String script) {
        byte[] hash = Sha256.digest().digest(script.getBytes(UTF_8));
        return "default-src 'none'; script-src 'self' 'sha256-"
                + Base64.getEncoder().encodeToString(hash)
                + "'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    }
}
