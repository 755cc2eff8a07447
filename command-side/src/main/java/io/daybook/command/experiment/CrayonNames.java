package io.daybook.command.experiment;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.experiment.ExperimentId;
import java.util.Optional;

/** Told without a lock, so that the claim on a name can be taken before its experiment. */
public interface CrayonNames {

    /** The name that Crayon clients know the experiment by, if they do. */
    Optional<CrayonName> nameOf(ExperimentId id);
}
