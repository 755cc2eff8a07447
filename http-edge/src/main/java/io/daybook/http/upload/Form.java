package io.daybook.http.upload;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a form held of that which was asked for.
 *
 * @param texts by the name of their part
 * @param spooled the part that is a file
 * @param hash of all parts by name and content: two forms may differ in nothing but the boundary between their parts
 */
public record Form(Map<String, String> texts, @Nullable Spooled spooled, String hash) implements AutoCloseable {

    public Optional<Spooled> file() {
        return Optional.ofNullable(spooled);
    }

    @Override
    public void close() {
        if (spooled != null) spooled.close();
    }
}
