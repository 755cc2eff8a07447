package io.daybook.testkit.cluster.load;

import io.daybook.testkit.http.Response;

/** @param node whose answer it is */
record Taken(int node, Response answer) {}
