package io.daybook.embedded.eventstore;

import io.daybook.api.log.ChainReport;
import io.daybook.api.log.SharedLog;
import io.daybook.api.log.SharedLog.Coming;
import io.daybook.api.log.SharedLog.Placed;
import io.daybook.embedded.log.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Holds the shared log against this node's copy, whose chain was recomputed, and tells the first position that is not the
 * same in both. Reasons: {@code SERVER: no such event}, {@code SERVER: another event}.
 */
final class SharedComparison {

    private final SharedLog origin;
    private final SqliteLog copy;
    private final Duration patience;

    SharedComparison(SharedLog origin, SqliteLog copy, Duration patience) {
        this.origin = origin;
        this.copy = copy;
        this.patience = patience;
    }

    /** @param head where the shared log ends */
    ChainReport against(ChainReport chain, long head, LongConsumer reached) {
        long end = Math.min(chain.to(), head);
        try (Coming theirs = origin.after(chain.from() - 1)) {
            long position = chain.from() - 1;
            while (position < end) {
                List<Row> page = copy.page(position);
                for (Row ours : page) {
                    if (ours.place().position() > end) break;
                    position = ours.place().position();
                    String difference = difference(ours, theirs.next(patience));
                    if (!difference.isEmpty()) return bad(chain, position, difference);
                }
                reached.accept(position);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while the shared log was read", stopping);
        }
        return end < chain.to() ? bad(chain, end + 1, "no such event") : chain;
    }

    private static String difference(Row ours, Optional<Placed> theirs) {
        if (theirs.isEmpty() || theirs.get().position() != ours.place().position()) return "no such event";
        return Sharing.isSame(ours, theirs.get().event()) ? "" : "another event";
    }

    private static ChainReport bad(ChainReport chain, long position, String difference) {
        return new ChainReport(false, chain.from(), chain.to(), chain.hash(), position, "SERVER: " + difference);
    }
}
