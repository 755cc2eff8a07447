package io.daybook.query.past;

import io.daybook.api.message.Meta;
import io.daybook.api.refusal.RefusalDetails;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryResponseMessage;

/** Puts it onto an answer, or a refusal, which things it lacks something of. */
final class Lacking {

    /** A header is not to grow without bounds. */
    private static final int MOST = 32;

    private Lacking() {}

    static QueryResponseMessage<?> answered(QueryResponseMessage<?> answer, Collection<String> aggregates) {
        return aggregates.isEmpty() ? answer : answer.andMetaData(Map.of(Meta.DEGRADED, header(aggregates)));
    }

    /** What is not found may be only parked. */
    static Exception refused(Exception failure, Collection<String> aggregates) {
        Object details = HandlerExecutionException.resolveDetails(failure).orElse(null);
        if (aggregates.isEmpty() || !(details instanceof RefusalDetails refusal)) return failure;
        return new QueryExecutionException(refusal.message(), failure, refusal.degradedBy(header(aggregates)));
    }

    /** Names hold what clients have chosen: a header takes no comma in them, and nothing beyond ASCII. */
    private static String header(Collection<String> aggregates) {
        return aggregates.stream()
                .limit(MOST)
                .map(aggregate ->
                        URLEncoder.encode(aggregate, StandardCharsets.UTF_8).replace("%3A", ":"))
                .collect(Collectors.joining(", "));
    }
}
