package io.daybook.query.rebuild;

import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import io.daybook.api.ops.RebuildReport.Verdict;
import io.daybook.query.view.Generation;
import io.daybook.query.view.Generations;
import io.daybook.query.view.ViewCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A rebuild's work: all its views are filled and compared before the first one is switched, so that until then nothing has changed. */
final class Work {

    private static final Logger logger = LoggerFactory.getLogger(Work.class);

    /** Documents as they were before they changed under the comparison, in bytes. */
    private static final long MOST_IMAGES = 32L << 20;

    private static final int COMPARISONS = 5;
    private static final int SETTLING_SECONDS = 10;

    private final Rebuild rebuild;
    private final Sources sources;
    private final List<Filling> fillings = new ArrayList<>();

    Work(Rebuild rebuild, Sources sources) {
        this.rebuild = rebuild;
        this.sources = sources;
    }

    void perform() throws Exception {
        try {
            for (Subject subject : rebuild.subjects()) fill(subject);
            if (rebuild.replaces()) putInPlace();
        } finally {
            clear();
        }
    }

    private void fill(Subject subject) throws Exception {
        Generation generation = sources.generations().next(subject.view());
        Filling filling = new Filling(subject, generation, sources, rebuild);
        fillings.add(filling);
        rebuild.compared(compare(filling));
    }

    private Verdict compare(Filling filling) throws Exception {
        ViewCursor live = filling.subject().live();
        catchUp(filling, live);
        for (int i = 0; i < COMPARISONS; i++) {
            filling.to(live.position());
            Verdict verdict = compareOnce(filling, live);
            if (verdict != null) return verdict;
            logger.info(
                    "the view {} changes a lot: it is compared again",
                    live.view().name());
        }
        throw new IllegalStateException("the view " + live.view().name() + " changed by more than "
                + (MOST_IMAGES >> 20) + " MB while it was compared, " + COMPARISONS
                + " times: try again when less is written");
    }

    private @Nullable Verdict compareOnce(Filling filling, ViewCursor live) throws Exception {
        Documents documents = sources.generations().live();
        BeforeImages images = new BeforeImages(documents, MOST_IMAGES);
        try {
            filling.to(filling.subject().betweenBatches(() -> beginWatching(live, images), rebuild));
            return new Comparison(documents, images, filling.documents(), rebuild).of(told(live.view()));
        } finally {
            live.watch(null);
        }
    }

    /** A letter tells of a try to apply an event, and not of the log. */
    private static List<String> told(View view) {
        return view.collections().stream()
                .filter(name -> !name.endsWith(View.LETTERS))
                .toList();
    }

    private static long beginWatching(ViewCursor live, BeforeImages images) {
        long position = live.position();
        images.since(position);
        live.watch(images);
        return position;
    }

    /** A view that has stopped for good is compared as it stands. */
    private void catchUp(Filling filling, ViewCursor live) throws InterruptedException {
        filling.to(live.position());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLING_SECONDS);
        while (!live.isSettled() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
            filling.to(live.position());
        }
    }

    private void putInPlace() throws Exception {
        rebuild.beginSwitching();
        for (Filling filling : List.copyOf(fillings)) {
            long position = new Switch(filling, sources.generations(), rebuild).perform();
            fillings.remove(filling);
            filling.close();
            logger.info(
                    "the view {} was put in place at position {}",
                    filling.subject().name(),
                    position);
        }
    }

    /** Takes away what is not live. */
    private void clear() {
        Generations generations = sources.generations();
        for (Filling filling : fillings) {
            filling.close();
            generations.drop(filling.generation());
        }
    }
}
