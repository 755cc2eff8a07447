package io.daybook.http.ops;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.ops.RebuildReport;
import io.daybook.api.ops.RebuildReport.Progress;
import io.daybook.api.ops.RebuildReport.Verdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record RebuildBody(
        long id,
        String view,
        String mode,
        String state,
        long position,
        long head,
        int percent,
        @JsonProperty("seconds_left") @Nullable Long secondsLeft,
        @JsonProperty("events_per_second") double eventsPerSecond,
        @Nullable Boolean equal,
        long documents,
        @JsonProperty("hash_live") @Nullable String hashLive,
        @JsonProperty("hash_rebuilt") @Nullable String hashRebuilt,
        List<String> differences) {

    static RebuildBody of(RebuildReport rebuild) {
        Progress progress = rebuild.progress();
        Verdict verdict = rebuild.verdict();
        return new RebuildBody(
                rebuild.id(),
                rebuild.view(),
                rebuild.mode().name().toLowerCase(Locale.ROOT),
                rebuild.state().name(),
                progress.position(),
                progress.head(),
                progress.percent(),
                progress.secondsLeft(),
                progress.eventsPerSecond(),
                verdict == null ? null : verdict.equal(),
                verdict == null ? 0 : verdict.documents(),
                verdict == null ? null : verdict.hashLive(),
                verdict == null ? null : verdict.hashRebuilt(),
                verdict == null ? List.of() : verdict.differences());
    }
}
