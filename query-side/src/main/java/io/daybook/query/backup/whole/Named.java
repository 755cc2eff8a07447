package io.daybook.query.backup.whole;

import io.daybook.api.message.StoredType;
import io.daybook.api.resource.Content;
import io.daybook.api.resource.ResourceEvent.ResourceChanged;
import io.daybook.api.resource.ResourceEvent.ResourceCreated;
import java.util.Optional;
import java.util.Set;

/** Which files events name. */
public final class Named {

    /** Names of the types of those that may. */
    public static final Set<String> TYPES =
            Set.of(StoredType.ResourceCreated.name(), StoredType.ResourceChanged.name());

    private Named() {}

    /** The hash of the file that an event names. */
    public static Optional<String> by(Object event) {
        Content content =
                switch (event) {
                    case ResourceCreated created -> created.content();
                    case ResourceChanged changed -> changed.content();
                    default -> null;
                };
        return Optional.ofNullable(content).map(Content::hash);
    }
}
