package io.daybook.query.iteration;

import io.daybook.api.iteration.Environment;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Fields;
import org.bson.BsonDocument;

/** What an iteration ran in, as stored. */
record EnvironmentDocument(long iteration, Environment environment) {

    static EnvironmentDocument in(Fields stored) {
        return new EnvironmentDocument(
                stored.number("iteration"),
                new Environment(
                        stored.text("julia_version"),
                        stored.text("git_sha"),
                        stored.flag("git_dirty"),
                        stored.text("entrypoint"),
                        stored.text("project_toml"),
                        stored.text("manifest_toml")));
    }

    BsonDocument bson() {
        return Body.empty()
                .with("iteration", iteration)
                .with("julia_version", environment.juliaVersion())
                .with("git_sha", environment.gitSha())
                .with("git_dirty", environment.gitDirty())
                .with("entrypoint", environment.entrypoint())
                .with("project_toml", environment.projectToml())
                .with("manifest_toml", environment.manifestToml())
                .bson();
    }
}
