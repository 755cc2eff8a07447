package io.daybook.query.tag;

import io.daybook.query.documents.Key;

/**
 * That something bears a tag.
 *
 * @param bearer a prefix of ids, as {@link #project} and the others make it: what an experiment and its iterations
 *     bear lies under the experiment
 */
record Association(String bearer, long id, long tag) {

    /** In the place of an experiment for tags of a project, in that of an iteration for tags of an experiment. */
    private static final long NONE = 0;

    static String project(long project) {
        return "p/" + Key.under(project, NONE);
    }

    static String experiment(long experiment) {
        return "e/" + Key.under(experiment, NONE);
    }

    static String iteration(long experiment, long iteration) {
        return "e/" + Key.under(experiment, iteration);
    }

    static String everythingIn(long experiment) {
        return "e/" + Key.under(experiment);
    }

    static Association ofBearer(String row) {
        int tag = row.lastIndexOf('/');
        int id = row.lastIndexOf('/', tag - 1);
        return new Association(
                row.substring(0, id + 1),
                Long.parseLong(row.substring(id + 1, tag)),
                Long.parseLong(row.substring(tag + 1)));
    }

    static Association ofTag(String row) {
        int tag = row.indexOf('/');
        int id = row.indexOf('/', tag + 1);
        return new Association(
                row.substring(id + 1),
                Long.parseLong(row.substring(tag + 1, id)),
                Long.parseLong(row.substring(0, tag)));
    }

    /** Under the bearer, in the order of associations. */
    String underBearer() {
        return bearer + Key.under(id) + Key.of(tag);
    }

    String underTag() {
        return Key.under(tag, id) + bearer;
    }
}
