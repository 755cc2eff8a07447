package io.daybook.server.tracking.route;

import java.util.List;

/**
 * A route of the tracking API.
 *
 * @param path with {@code {}} for its variables
 * @param permit the class that the contract gives it
 */
record Route(String verb, String path, String permit) {

    static Route of(String verb, String path, String permit) {
        return new Route(verb, bare(path), permit);
    }

    /** Without the names of the path's variables and the slash at its end. */
    static String bare(String path) {
        return path.replaceAll("\\{[^}]*}", "{}").replaceAll("(?<=.)/$", "");
    }

    String name() {
        return verb + " " + path;
    }

    boolean writes() {
        return !verb.equals("GET");
    }

    boolean isAbout(String concept) {
        return path.startsWith("/" + concept + "/") || path.equals("/" + concept);
    }

    boolean hasVariables() {
        return path.contains("{}");
    }

    /** A list of what lies in something, which is empty when that does not exist. */
    boolean lists() {
        boolean below = path.matches("/[a-z]+/[a-z]+/\\{}|/[a-z]+/\\{}/(members|permissions|children)");
        return verb.equals("GET") && below;
    }

    /** A list that comes in pages. */
    boolean pages() {
        return lists() && !isAbout("tag") && !path.endsWith("s") && !path.endsWith("children");
    }

    List<String> segments() {
        return List.of(path.substring(1).split("/", -1));
    }
}
