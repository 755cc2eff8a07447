package io.daybook.query.crayon;

import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.ProjectId;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * An experiment that a Crayon name leads to.
 *
 * @param listed the position at which it took the name: what had been logged for it by then is part of it
 * @param former the names that it had before
 */
record CrayonDocument(
        String name,
        long project,
        long experiment,
        long iteration,
        ExperimentStatus status,
        long listed,
        List<String> former) {

    static CrayonDocument in(BsonDocument document) {
        return new CrayonDocument(
                document.getString("name").getValue(),
                document.getInt64("project").getValue(),
                document.getInt64("experiment").getValue(),
                document.getInt64("iteration").getValue(),
                ExperimentStatus.valueOf(document.getString("status").getValue()),
                document.getInt64("listed").getValue(),
                document.getArray("former").stream()
                        .map(name -> name.asString().getValue())
                        .toList());
    }

    CrayonDocument with(@Nullable ExperimentStatus newer) {
        return newer == null ? this : new CrayonDocument(name, project, experiment, iteration, newer, listed, former);
    }

    /** @param position of the event that renames it */
    CrayonDocument with(@Nullable String newer, long position) {
        if (newer == null || newer.equals(name)) return this;
        List<String> left = Stream.concat(former.stream(), Stream.of(name))
                .filter(old -> !old.equals(newer))
                .toList();
        return new CrayonDocument(newer, project, experiment, iteration, status, position, left);
    }

    boolean running() {
        return status == ExperimentStatus.IN_PROGRESS;
    }

    CrayonTarget target() {
        return new CrayonTarget(
                new ProjectId(project), new ExperimentId(experiment), new IterationId(iteration), running());
    }

    BsonDocument bson() {
        return new BsonDocument("name", new BsonString(name))
                .append("project", new BsonInt64(project))
                .append("experiment", new BsonInt64(experiment))
                .append("iteration", new BsonInt64(iteration))
                .append("status", new BsonString(status.name()))
                .append("listed", new BsonInt64(listed))
                .append(
                        "former",
                        new BsonArray(former.stream().map(BsonString::new).toList()));
    }
}
