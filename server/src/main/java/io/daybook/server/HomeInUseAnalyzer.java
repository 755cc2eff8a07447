package io.daybook.server;

import io.daybook.embedded.home.HomeInUse;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator in a sentence, and not by a stack trace, that another process was there first. */
final class HomeInUseAnalyzer extends AbstractFailureAnalyzer<HomeInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, HomeInUse cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Stop that process, or give this one another daybook.home.", cause);
    }
}
