package io.daybook.server.tool;

import io.daybook.api.log.LogHead;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.embedded.log.Copies;
import io.daybook.embedded.log.NewLog;
import io.daybook.query.backup.whole.Progress;
import io.daybook.server.restore.Target;
import java.util.Optional;

/**
 * The log that nodes share, while none of them runs. It is restored into this folder's copy first, all or nothing, and
 * then given to the server from there: what is interrupted goes on when the same is asked for again.
 */
record SharedTarget(SqliteLog log, Progress progress) implements Target {

    /** Found when a node's copy holds more than the server has. */
    private boolean isInterrupted() {
        return log.head() > log.sharedHead();
    }

    @Override
    public LogHead head() {
        if (isInterrupted() && log.sharedHead() > 0) give();
        log.requireCopy();
        log.fetch();
        return LogHead.of(log);
    }

    @Override
    public Optional<String> occupied() {
        long events = log.sharedHead();
        if (events == 0 || isInterrupted()) return Optional.empty();
        return Optional.of(
                "Axon Server holds " + events + " events in this context, and a whole backup is restored into"
                        + " an empty one, before the first node serves");
    }

    @Override
    public boolean replace(NewLog fresh) {
        boolean placed = log.head() == 0 ? log.replaceBy(fresh) : isSame(fresh);
        if (placed) give();
        return placed;
    }

    private boolean isSame(NewLog fresh) {
        if (LogHead.of(log).hash().equals(fresh.hash())) return true;
        throw new IllegalStateException(
                "this folder holds another log than the backup: name an empty one with" + " --daybook.home=...");
    }

    @Override
    public boolean extend(LogHead place, Copies copies) {
        boolean extended = new StoppedLog(log).extend(place, copies);
        if (extended) give();
        return extended;
    }

    private void give() {
        long head = log.head();
        log.giveBack(position -> progress.at("giving events to Axon Server", position, head));
    }
}
