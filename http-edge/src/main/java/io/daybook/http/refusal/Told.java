package io.daybook.http.refusal;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;

/** The status and the code that a refusal has in the envelope. */
public record Told(int status, String code) {

    public static Told of(Refusal refusal) {
        Problem problem = Translator.refusal(new RefusalDetails(refusal, ""));
        return new Told(problem.status(), problem.code());
    }
}
