package io.daybook.http.message;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.Door;
import io.daybook.api.request.Answer;
import io.daybook.api.request.Keyed;
import io.daybook.api.request.RequestQuery.FindAnswer;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.request.Caller;
import io.daybook.http.request.QueryString;
import io.daybook.http.request.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries out a request that writes; one that was sent with an idempotency key is carried out once. */
public final class Once {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[ -~]{1,128}");

    private final Queries queries;
    private final EventLog log;

    public Once(Queries queries, EventLog log) {
        this.queries = queries;
        this.log = log;
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
        if (key == null) return placed(run(call, template, work), null);
        Call keyed = keyed(request, call, key, bodyHash.get(), template);
        Answered<Answer> before = answeredBefore(keyed);
        return placed(before.value().equals(Answer.NONE) ? run(keyed, template, work) : before, keyed.keyed());
    }

    /** A kept answer cannot name the position of the event that keeps it. */
    private Answered<Answer> placed(Answered<Answer> done, @Nullable Keyed keyed) {
        String body = done.value().body();
        if (!body.contains(Answered.POSITION)) return done;
        long position = keyed == null ? done.position() : keptAt(keyed);
        String named = body.replace(Answered.POSITION, Long.toString(position));
        return new Answered<>(new Answer(done.value().status(), named), position);
    }

    private long keptAt(Keyed keyed) {
        try (Stream<LoggedEvent> answers = log.read(new EventFilter(0, Long.MAX_VALUE, keyed.request(), Set.of()))) {
            return answers.mapToLong(LoggedEvent::position).max().orElseThrow();
        }
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
