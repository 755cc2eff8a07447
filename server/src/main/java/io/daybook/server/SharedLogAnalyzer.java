package io.daybook.server;

import io.daybook.axonserver.UnusableServer;
import io.daybook.embedded.eventstore.OtherLog;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Tells an operator in a sentence, and not by a stack trace, why there is no shared log to begin with. */
final class SharedLogAnalyzer implements FailureAnalyzer {

    private static final String UNUSABLE =
            "Start Axon Server before its nodes; docs/many-machines.md has the settings.";
    private static final String OTHER =
            "Name the Axon Server and the context that this daybook.home was used with, or give"
                    + " this node a new daybook.home, which it fills by itself. When Axon Server has lost events, or a restoration"
                    + " was interrupted, docs/many-machines.md tells what to do.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableServer) return new FailureAnalysis(cause.getMessage(), UNUSABLE, cause);
            if (cause instanceof OtherLog) return new FailureAnalysis(cause.getMessage(), OTHER, cause);
            if (cause instanceof CopiedHome.Alone)
                return new FailureAnalysis(cause.getMessage(), CopiedHome.ACTION, cause);
        }
        return null;
    }
}
