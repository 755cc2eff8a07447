package io.daybook.api.request;

public sealed interface RequestEvent {

    /**
     * A request with an idempotency key was answered, in the same unit of work as what it wrote.
     *
     * @param request the aggregate's id, {@code request:<user>:<method>:<path and query>:<key>}
     * @param bodyHash SHA-256 of the body, lower-case hex
     * @param status the HTTP status of the answer
     * @param answer the body of the answer
     */
    record RequestAnswered(String request, String bodyHash, int status, String answer) implements RequestEvent {}
}
