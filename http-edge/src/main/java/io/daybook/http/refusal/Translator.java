package io.daybook.http.refusal;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import io.daybook.api.refusal.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one place that knows which status a failure has. It never guesses: what it does not know is a 500. */
final class Translator {

    private static final Logger logger = LoggerFactory.getLogger(Translator.class);
    private static final String INVALID = "INVALID_PAYLOAD";

    Problem problem(Throwable failure) {
        return switch (failure) {
            case Refused refused -> refusal(refused.details());
            case Unauthorised unknown -> Problem.of(401, unknown.code().name(), sentence(unknown));
            case TooManyAttempts attempts ->
                Problem.of(429, "TOO_MANY_ATTEMPTS", sentence(attempts)).after(attempts.seconds());
            case BadRequest bad -> Problem.fault(422, INVALID, sentence(bad));
            case TooLarge large -> Problem.of(413, "PAYLOAD_TOO_LARGE", sentence(large));
            case BeyondTheEnd beyond ->
                Problem.of(416, "RANGE_NOT_SATISFIABLE", sentence(beyond)).within(beyond.size());
            case UnknownPath unknown -> Problem.of(404, "NOT_FOUND", sentence(unknown));
            case NoHandlerFoundException unknown -> problem(new UnknownPath());
            case NoResourceFoundException unknown -> problem(new UnknownPath());
            case HttpRequestMethodNotSupportedException wrong -> method(wrong);
            case Unavailable away -> unavailable(failure);
            default -> unexpected(failure);
        };
    }

    /** For an answer without an exception, as the container gives it: a request line that is none, say. */
    Problem problem(int status) {
        return switch (status) {
            case 404 -> problem(new UnknownPath());
            case 405 -> Problem.of(405, "METHOD_NOT_ALLOWED", "the method is not known here");
            case 408 -> Problem.of(408, INVALID, "the request did not arrive in time");
            case 413 -> Problem.of(413, "PAYLOAD_TOO_LARGE", "the body is too long");
            case 414, 431 -> Problem.of(status, INVALID, "the request's address or headers are too long");
            default ->
                status < 500
                        ? Problem.of(status, INVALID, "the request is not well-formed HTTP, or broke off")
                        : Problem.of(status, "SERVER_ERROR", "the server failed");
        };
    }

    static Problem refusal(RefusalDetails details) {
        String message = details.message();
        return switch (details.refusal()) {
            case UNKNOWN_USER -> Problem.fault(404, "USER_NOT_FOUND", message);
            case UNKNOWN_PERMISSION,
                    UNKNOWN_PROJECT,
                    UNKNOWN_EXPERIMENT,
                    UNKNOWN_SERIES,
                    UNKNOWN_ITERATION,
                    UNKNOWN_PARAMETER,
                    UNKNOWN_METRIC,
                    UNKNOWN_RESOURCE,
                    UNKNOWN_TAG,
                    UNKNOWN_MODEL,
                    UNKNOWN_MODEL_VERSION,
                    UNKNOWN_VIEW,
                    UNKNOWN_REBUILD,
                    OWNER_NOT_FOUND -> Problem.fault(404, "NOT_FOUND", message);
            case CALLER_GONE -> Problem.of(401, "USER_NOT_FOUND", message);
            case ADMIN_REQUIRED, SAME_USER_REQUIRED, PROJECT_PERMISSION_REQUIRED ->
                Problem.of(403, details.refusal().name(), message);
            case USERNAME_TAKEN,
                    RIGHTS_ALREADY_GRANTED,
                    EXPERIMENT_NAME_TAKEN,
                    TAG_ALREADY_ATTACHED,
                    MODEL_NAME_TAKEN,
                    REFERENCED_BY_MODEL_VERSION,
                    REBUILD_RUNNING,
                    REBUILD_ENDED,
                    NO_SWITCH_BEFORE,
                    BACKUP_DOES_NOT_FIT -> Problem.fault(409, "CONFLICT", message);
            case NAME_NOT_USABLE,
                    DEFAULT_USER_STAYS,
                    EXPERIMENT_NOT_IN_PROGRESS,
                    PARENT_OF_OTHER_EXPERIMENT,
                    ITERATION_ALREADY_FINALISED,
                    ITERATION_FULL,
                    NO_NEXT_STEP,
                    IN_OTHER_PROJECT,
                    MOMENT_AHEAD,
                    NUMBERS_USED_UP -> Problem.fault(422, INVALID, message);
            case IDEMPOTENCY_KEY_REUSED -> Problem.fault(422, details.refusal().name(), message);
            case PROJECTION_BEHIND, OVERLOADED, STORE_UNAVAILABLE ->
                Problem.passing(details.refusal().name(), message);
        };
    }

    private static Problem method(HttpRequestMethodNotSupportedException wrong) {
        String[] supported = wrong.getSupportedMethods();
        return Problem.of(405, "METHOD_NOT_ALLOWED", "the method is not known at this path")
                .allowing(supported == null ? "" : String.join(", ", supported));
    }

    private static Problem unavailable(Throwable failure) {
        logger.warn("a request failed: {}", failure.toString());
        return refusal(new RefusalDetails(Refusal.STORE_UNAVAILABLE, "what is stored cannot be read now; try again"));
    }

    private static Problem unexpected(Throwable failure) {
        logger.error("a request failed", failure);
        return Problem.of(500, "SERVER_ERROR", "the server failed; its log says why");
    }

    private static String sentence(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
