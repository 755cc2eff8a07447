package io.daybook.http.refusal;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;

/** A refusal on its way to the caller. */
public final class Refused extends RuntimeException {

    private final transient RefusalDetails details;

    public Refused(RefusalDetails details) {
        super(details.message(), null, false, false);
        this.details = details;
    }

    public Refused(Refusal refusal, String message) {
        this(new RefusalDetails(refusal, message));
    }

    /** Whether something that was named is not there. */
    boolean isOfUnknown() {
        return details.refusal().name().startsWith("UNKNOWN_");
    }

    public RefusalDetails details() {
        return details;
    }
}
