package io.daybook.http.tag;

/** Bodies of the routes of tags. */
interface TagRequests {

    record NewTag(String value) {}
}
