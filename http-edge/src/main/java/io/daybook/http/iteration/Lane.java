package io.daybook.http.iteration;

import io.daybook.api.iteration.IterationId;
import io.daybook.api.message.Door;
import io.daybook.http.message.Call;
import io.daybook.http.request.Caller;

/** Only what shares all of these may become one command, and so one event. */
record Lane(IterationId iteration, Caller caller, Door door) {

    static Lane of(Call call, IterationId iteration) {
        return new Lane(iteration, call.caller(), call.door());
    }
}
