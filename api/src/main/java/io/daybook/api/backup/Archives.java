package io.daybook.api.backup;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes and reads the zip of one experiment. */
public interface Archives {

    /** Writes the history of an experiment up to position {@code upTo} of the log, in constant memory. */
    void write(CrayonName name, CrayonTarget experiment, long upTo, OutputStream out) throws IOException;

    /** Reads a zip to its end and checks all of it, before anybody acts on it. */
    Archive open(Path zip) throws IOException;
}
