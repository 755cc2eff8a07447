package io.daybook.api.request;

/**
 * What a command carries when its request had an idempotency key (as one metadata value).
 *
 * @param request the aggregate id, see {@link RequestEvent.RequestAnswered}
 * @param bodyHash SHA-256 of the request's body, lower-case hex
 * @param status the status of the answer when the command succeeds
 * @param answer the answer's text, in which {@code {result}} stands for the command's result
 */
public record Keyed(String request, String bodyHash, int status, String answer) {}
