package io.daybook.query.past;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.iteration.IterationId;
import java.util.Optional;

/** Where the names of Crayon's clients lead in the present. */
@FunctionalInterface
public interface Names {

    Optional<IterationId> iterationOf(CrayonName name);
}
