package io.daybook.server.dashboard;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.HashSet;
import java.util.Set;

/** What a page asks its server for, beside whether there is news, which it asks twice a second. */
final class Traffic {

    private static final String NEWS = "/audit/head";
    /** So often it has asked for nothing else in between. */
    private static final int QUIET = 2;

    private final Set<Request> open = new HashSet<>();
    private int looks;

    Traffic(Page page) {
        page.onRequest(this::begun);
        page.onRequestFinished(this::ended);
        page.onRequestFailed(this::ended);
    }

    private static boolean isLook(Request request) {
        return request.url().contains(NEWS);
    }

    private void begun(Request request) {
        if (isLook(request)) return;
        open.add(request);
        looks = 0;
    }

    private void ended(Request request) {
        open.remove(request);
        looks = isLook(request) && open.isEmpty() ? looks + 1 : 0;
    }

    void forget() {
        looks = 0;
    }

    boolean isQuiet() {
        return looks >= QUIET;
    }
}
