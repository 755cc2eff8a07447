package io.daybook.query.rebuild;

import io.daybook.api.documents.Documents;
import io.daybook.api.ops.RebuildReport.Verdict;
import io.daybook.query.documents.Utf8Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares what a view holds with what was rebuilt, at one position, document by document. */
final class Comparison {

    private static final Logger logger = LoggerFactory.getLogger(Comparison.class);
    static final int MOST_DIFFERENCES = 100;

    private final Documents live;
    private final BeforeImages images;
    private final Documents rebuilt;
    private final Course course;
    private final ContentHash liveHash = new ContentHash();
    private final ContentHash rebuiltHash = new ContentHash();
    private final List<String> differences = new ArrayList<>();
    private boolean equal = true;
    private long documents;

    Comparison(Documents live, BeforeImages images, Documents rebuilt, Course course) {
        this.live = live;
        this.images = images;
        this.rebuilt = rebuilt;
        this.course = course;
    }

    /** Null when the live documents changed too much to be read as of one position. */
    @Nullable Verdict of(Collection<String> collections) {
        for (String collection : new TreeSet<>(collections)) {
            walk(collection);
            if (images.isLost()) return null;
        }
        return new Verdict(equal, documents, liveHash.hex(), rebuiltHash.hex(), differences);
    }

    private void walk(String collection) {
        Walk here = new Walk(live, collection, images);
        Walk there = new Walk(rebuilt, collection, null);
        while (here.peek() != null || there.peek() != null) {
            if (images.isLost()) return;
            course.check();
            step(collection, here, there);
        }
    }

    /** The document with the lowest id that was not looked at yet. */
    private void step(String collection, Walk here, Walk there) {
        Walk.Entry one = here.peek();
        Walk.Entry other = there.peek();
        int order = order(one, other);
        if (order <= 0 && one != null) {
            liveHash.add(collection, one);
            here.pass();
        }
        if (order >= 0 && other != null) {
            rebuiltHash.add(collection, other);
            documents++;
            there.pass();
        }
        if (order != 0)
            differs(collection, order < 0 ? one : other, order < 0 ? "is there without reason" : "is missing");
        else if (one != null && other != null && !Arrays.equals(one.body(), other.body())) {
            differs(collection, one, "is not as it should be");
        }
    }

    private static int order(Walk.@Nullable Entry one, Walk.@Nullable Entry other) {
        if (one == null || other == null) return one == null ? 1 : -1;
        return Utf8Order.INSTANCE.compare(one.id(), other.id());
    }

    private void differs(String collection, Walk.@Nullable Entry document, String how) {
        equal = false;
        if (document == null || differences.size() == MOST_DIFFERENCES) return;
        differences.add(document.id());
        logger.warn("of the collection {}, the document {} {}", collection, document.id(), how);
    }
}
