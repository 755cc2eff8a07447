package io.daybook.api.tag;

import io.daybook.api.claim.ClaimedName;

/** The word on a tag: unique, case-sensitive. */
public record TagValue(String value) {

    public TagValue {
        ClaimedName.require("value", value);
    }

    /** Id of the claim that keeps it unique. */
    public String claim() {
        return "tag:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
