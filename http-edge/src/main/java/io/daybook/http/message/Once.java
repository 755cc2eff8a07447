package io.daybook.http.message;

import io.daybook.api.message.Door;
import io.daybook.api.request.Answer;
import io.daybook.api.request.Keyed;
import io.daybook.api.request.RequestQuery.FindAnswer;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.request.Caller;
import io.daybook.http.request.QueryString;
import io.daybook.http.request.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Carries out a request that writes; one that was sent with an idempotency key is carried out once. */
public final class Once {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[ -~]{1,128}");

    private final Queries queries;

    public Once(Queries queries) {
        this.queries = queries;
    }

    /**
     * @param bodyHash asked for only when there is a key
     * @param template the answer when {@code work} succeeds, {@code {result}} standing for its result
     */
    public Answered<Answer> answer(
            HttpServletRequest request,
            Door door,
            Supplier<String> bodyHash,
            Answer template,
            Function<Call, Done> work) {
        if (QueryString.of(request).has("asOf")) throw new BadRequest("asOf: what was before cannot be written to");
        Call call = new Call(Caller.of(request), door, RequestId.of(request), null, null);
        String key = request.getHeader(HEADER);
        if (key == null) return run(call, template, work);
        Call keyed = keyed(request, call, key, bodyHash.get(), template);
        Answered<Answer> before = answeredBefore(keyed);
        return before.value().equals(Answer.NONE) ? run(keyed, template, work) : before;
    }

    private static Call keyed(HttpServletRequest request, Call call, String key, String bodyHash, Answer template) {
        if (!KEY.matcher(key).matches()) {
            throw new BadRequest("the header " + HEADER + " is not 1 to 128 printable ASCII characters");
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String name = String.join(
                ":",
                "request",
                Long.toString(call.caller().user().value()),
                request.getMethod(),
                request.getRequestURI() + query,
                key);
        Keyed kept = new Keyed(name, bodyHash, template.status(), template.body());
        return new Call(call.caller(), call.door(), call.requestId(), key, kept);
    }

    private Answered<Answer> answeredBefore(Call call) {
        Keyed keyed = call.keyed();
        if (keyed == null) return new Answered<>(Answer.NONE, -1);
        return queries.decide(new FindAnswer(keyed.request(), keyed.bodyHash()), Answer.class);
    }

    private static Answered<Answer> run(Call call, Answer template, Function<Call, Done> work) {
        Done done = work.apply(call);
        return new Answered<>(done.answer(template), done.position());
    }
}
