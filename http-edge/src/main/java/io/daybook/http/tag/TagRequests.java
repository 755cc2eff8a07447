package io.daybook.http.tag;

import io.daybook.api.claim.ClaimedName;
import io.swagger.v3.oas.annotations.media.Schema;

/** Bodies of the routes of tags. */
interface TagRequests {

    record NewTag(
            @Schema(minLength = 1, maxLength = ClaimedName.LONGEST)
            String value) {}
}
