package io.daybook.http.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.http.request.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the dashboard's jar holds. It is looked at when somebody wants to see it, since that would cost every start. */
final class PageFiles {

    static final String FOLDER = "dashboard/";

    private final boolean asksWhoLooks;
    private @Nullable String version;
    private @Nullable Page page;

    PageFiles(boolean asksWhoLooks) {
        this.asksWhoLooks = asksWhoLooks;
    }

    synchronized Page page() {
        if (page == null) page = Page.of(template(), version());
        return page;
    }

    /** A page that knows whether it has to ask who looks need not find out by being refused. */
    private String template() {
        String template = new String(content(new ClassPathResource(FOLDER + "index.html")), UTF_8);
        return template.replace("{sign-in}", asksWhoLooks ? "required" : "none");
    }

    /** Another one as soon as one of the files is another one. */
    synchronized String version() {
        if (version == null) version = HexFormat.of().formatHex(hash(), 0, 8);
        return version;
    }

    private static byte[] hash() {
        MessageDigest sum = Sha256.digest();
        Arrays.stream(all())
                .filter(Resource::isReadable)
                .sorted(Comparator.comparing(PageFiles::address))
                .forEach(file -> sum.update(content(file)));
        return sum.digest();
    }

    private static Resource[] all() {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath:/" + FOLDER + "**/*.*");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String address(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
