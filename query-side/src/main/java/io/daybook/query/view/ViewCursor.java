package io.daybook.query.view;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Where the one thread that fills a view stands in the log. */
public final class ViewCursor {

    /** Chunks of series are written anew for each batch that adds to them: it costs as much to add one point as many. */
    private static final Duration GATHERING = Duration.ofMillis(50);

    /** So often, as long as there is little at hand and nobody waits. */
    private static final int GATHERINGS = 4;

    /** With so many at hand there is nothing to wait for. */
    private static final long MANY = 1_000;

    private final Documents documents;
    private final View view;
    private final Views views;
    private final ViewPositions positions;
    private final Letters letters;
    private final boolean silent;
    private final String batchKey;
    private final FillProgress progress;
    private final BatchBorder border = new BatchBorder();
    private volatile @Nullable Witness witness;
    private volatile long alive = System.nanoTime();
    private volatile long settledAt;
    private long stored;
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean collecting;
    private boolean doubting;

    ViewCursor(Documents documents, View view, Views views, ViewPositions positions) {
        this(documents, view, views, positions, false);
    }

    private ViewCursor(Documents documents, View view, Views views, ViewPositions positions, boolean silent) {
        this.documents = documents;
        this.view = view;
        this.views = views;
        this.positions = positions;
        this.letters = new Letters(documents, view);
        this.silent = silent;
        this.batchKey = "changes of view " + view.name();
        this.progress = silent
                ? new FillProgress(view.name(), System::nanoTime, Long.MAX_VALUE)
                : new FillProgress(view.name(), System::nanoTime);
    }

    /** Of a view that nobody waits to see filled. */
    static ViewCursor silent(Documents documents, View view, Views views, ViewPositions positions) {
        return new ViewCursor(documents, view, views, positions, true);
    }

    public View view() {
        return view;
    }

    /** Up to where the view has everything. */
    public long position() {
        return positions.of(view.name());
    }

    /**
     * Whether it has passed all that may have been half written before it began: an engine without transactions may hold
     * documents that are ahead of the view.
     */
    public boolean isSettled() {
        return position() >= settledAt;
    }

    /** For how long nothing has been seen of the view's thread. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - alive);
    }

    /**
     * What {@code work} answers, done by the view's thread when none of its batches is under way; empty when that does not
     * come to pass in time.
     */
    public <T> Optional<T> betweenBatches(Callable<T> work, Duration wait) throws Exception {
        return border.meet(work, wait);
    }

    /** From now on somebody is told before documents change; null for nobody. */
    public void watch(@Nullable Witness other) {
        witness = other;
    }

    /** Between two batches: its documents were exchanged for others, that have everything up to {@code position}. */
    public synchronized void exchanged(long position) {
        stored = position;
        positions.set(view.name(), position);
        letters.fetch();
    }

    Letters letters() {
        return letters;
    }

    /** Whether nothing of it is to be logged. */
    boolean isSilent() {
        return silent;
    }

    /** The batch that is being handled. */
    ViewBatch batch(UnitOfWork<?> unit) {
        return unit.getOrComputeResource(batchKey, absent -> new ViewBatch(documents, this));
    }

    /** What {@link #batch} hands over in this unit of work, when nothing was handled in it yet. */
    void begin(UnitOfWork<?> unit, ViewBatch batch) {
        unit.resources().put(batchKey, batch);
    }

    /** A batch had something in it that cannot be stored. */
    void doubt() {
        doubting = true;
    }

    /** Whether each event has to show that what it has changed can be stored. */
    boolean doubts() {
        return doubting;
    }

    synchronized long stored() {
        return stored;
    }

    /** Begins (again) from what the store says: nothing that was known before counts any more. */
    synchronized long fetch() {
        stored = views.open(view);
        settledAt = views.head();
        letters.fetch();
        afterwards.clear();
        collecting = false;
        Witness told = witness;
        if (told != null) told.begins(stored);
        positions.set(view.name(), stored);
        progress.begin(stored, views.head());
        return stored;
    }

    /** @throws IllegalStateException when the documents were dropped under us, which only the store can know */
    synchronized void check() {
        long found = documents.position(view);
        if (found != stored) {
            throw new IllegalStateException("view " + view.name() + " stood at " + stored + " and is found at " + found
                    + ": it is filled again");
        }
    }

    /** Before a batch: the view's thread is here, and nothing is half done. */
    void pass() {
        alive = System.nanoTime();
        border.pass();
    }

    /** Before a batch: lets events come together, unless a reader waits for them. */
    void gather() throws InterruptedException {
        String name = view.name();
        for (int i = 0; i < GATHERINGS && views.head() - positions.of(name) < MANY; i++) {
            if (positions.awaitReader(name, GATHERING)) return;
        }
    }

    /** An event for this view waits to be handled. */
    synchronized void collected() {
        alive = System.nanoTime();
        collecting = true;
    }

    /** An event that is none of this view's: when nothing before it waits, readers need not wait either. */
    synchronized void ignored(long position) {
        alive = System.nanoTime();
        if (!collecting && position > positions.of(view.name())) positions.set(view.name(), position);
    }

    synchronized void apply(long to, List<Change> changes) {
        if (to <= stored && changes.isEmpty()) return;
        Witness told = witness;
        if (told != null) told.before(changes);
        long reached = Math.max(stored, to);
        BatchFailure.reaching(() -> {
            documents.apply(view, stored, reached, changes);
            return view;
        });
        stored = reached;
        positions.set(view.name(), stored);
        progress.reached(stored);
        alive = System.nanoTime();
        afterwards.forEach(Runnable::run);
        afterwards.clear();
    }

    /** Once the batch is stored, and not as often as it is tried. */
    synchronized void afterwards(Runnable action) {
        afterwards.add(action);
    }

    /** As {@link #apply}, and everything that was collected is handled. */
    synchronized void complete(long to, List<Change> changes) {
        apply(to, changes);
        collecting = false;
        doubting = false;
    }
}
