package io.daybook.axonserver;

import io.axoniq.axonserver.connector.AxonServerException;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a failed call says of itself. */
final class Failures {

    static final String INVALID_SEQUENCE = "AXONIQ-2000";
    static final String TOKEN_MISSING = "AXONIQ-1000";
    static final String TOKEN_INVALID = "AXONIQ-1001";

    private static final String TOO_LONG = "AXONIQ-2001";

    /** Of who may what, of what came in, and of rates: all are checked before anything is stored. */
    private static final Pattern REFUSAL = Pattern.compile("AXONIQ-[123]\\d{3}");

    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private Failures() {}

    /** Axon Server's own code, when it is the server that refused; else empty. */
    static String code(Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof AxonServerException refused)
            return refused.getErrorCategory().errorCode();
        Metadata trailers = Status.trailersFromThrowable(cause);
        String code = trailers == null ? null : trailers.get(CODE);
        return code == null ? "" : code;
    }

    /** Whether the server, or its transport, has no room for it. */
    static boolean isTooLong(Throwable failure) {
        String code = code(failure);
        return code.equals(TOO_LONG) || (code.isEmpty() && status(failure) == Status.Code.RESOURCE_EXHAUSTED);
    }

    /** Whether nothing came of it. Other codes, as that for all the rest, may come after the events were stored. */
    static boolean isRefusal(Throwable failure) {
        return REFUSAL.matcher(code(failure)).matches();
    }

    static Status.Code status(Throwable failure) {
        return Status.fromThrowable(cause(failure)).getCode();
    }

    /** For people; the innermost reason that has words. */
    static String words(Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof TimeoutException) return "no answer in time";
        Status status = statusOf(cause);
        if (status == null) return String.valueOf(cause.getMessage());
        String said = status.getDescription() == null
                ? status.getCode().name()
                : status.getCode().name() + ": " + status.getDescription();
        Throwable deeper = status.getCause();
        while (deeper != null && deeper.getCause() != null) deeper = deeper.getCause();
        return deeper == null || deeper.getMessage() == null ? said : said + ", " + deeper.getMessage();
    }

    private static @Nullable Status statusOf(Throwable cause) {
        return switch (cause) {
            case StatusRuntimeException failed -> failed.getStatus();
            case StatusException failed -> failed.getStatus();
            default -> null;
        };
    }

    /** What a future wraps. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
