package io.daybook.api.iteration;

/** What a run ran in, as its client captured it. Unknown parts are empty. */
public record Environment(
        String juliaVersion,
        String gitSha,
        boolean gitDirty,
        String entrypoint,
        String projectToml,
        String manifestToml) {

    public static final Environment NONE = new Environment("", "", false, "", "", "");
}
