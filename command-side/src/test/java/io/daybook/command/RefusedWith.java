package io.daybook.command;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** The details of a refused command name the fact that stood against it. */
public final class RefusedWith extends TypeSafeMatcher<RefusalDetails> {

    private final Refusal refusal;

    private RefusedWith(Refusal refusal) {
        this.refusal = refusal;
    }

    public static Matcher<RefusalDetails> refusal(Refusal refusal) {
        return new RefusedWith(refusal);
    }

    @Override
    protected boolean matchesSafely(RefusalDetails details) {
        return details.refusal() == refusal && !details.message().isBlank();
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("refused with " + refusal);
    }
}
