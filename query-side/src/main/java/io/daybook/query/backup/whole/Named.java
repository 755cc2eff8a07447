package io.daybook.query.backup.whole;

import io.daybook.api.resource.Content;
import io.daybook.api.resource.ResourceEvent.ResourceChanged;
import io.daybook.api.resource.ResourceEvent.ResourceCreated;
import java.util.Optional;

/** Which files events name. */
final class Named {

    private Named() {}

    /** The hash of the file that an event names. */
    static Optional<String> by(Object event) {
        Content content =
                switch (event) {
                    case ResourceCreated created -> created.content();
                    case ResourceChanged changed -> changed.content();
                    default -> null;
                };
        return Optional.ofNullable(content).map(Content::hash);
    }
}
