package io.daybook.query.rebuild;

import io.daybook.query.view.Generation;
import io.daybook.query.view.Generations;
import io.daybook.query.view.ViewCursor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a filled generation in the place of the live one, at a position that both have come to. */
final class Switch {

    /** So many events are handled while the view's own thread waits. */
    private static final long FEW = 200;

    private static final int TRIES = 100;

    private final Filling filling;
    private final Generations generations;
    private final ViewCursor live;
    private final Course course;

    Switch(Filling filling, Generations generations, Course course) {
        this.filling = filling;
        this.generations = generations;
        this.live = filling.subject().live();
        this.course = course;
    }

    /** Answers with the position at which it was done. */
    long perform() throws Exception {
        Generation former = generations.previous(filling.generation().view()).orElse(null);
        for (int i = 0; i < TRIES; i++) {
            filling.to(live.position());
            Optional<Long> done = filling.subject().betweenBatches(this::exchange, course);
            if (done.isPresent()) {
                forget(former);
                return done.get();
            }
        }
        throw new IllegalStateException("the view " + live.view().name() + " moves on faster than it can be filled");
    }

    private Optional<Long> exchange() throws InterruptedException {
        long position = live.position();
        if (position - filling.position() > FEW) return Optional.empty();
        filling.to(position);
        generations.switchTo(filling.generation());
        live.exchanged(position);
        return Optional.of(position);
    }

    /** What was kept for a roll-back gives way to what is kept for one now. */
    private void forget(@Nullable Generation former) {
        if (former != null && former.number() != filling.generation().number()) generations.drop(former);
    }
}
