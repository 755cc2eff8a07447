package io.daybook.benchmarks.mlflow;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Rounds;
import io.daybook.benchmarks.client.Traffic.Feed;
import java.io.IOException;
import java.util.List;

/** A server that keeps runs and their metrics, spoken to over its own REST interface. */
interface Tracker {

    int BATCH = 1_000;
    int SERIES = 100_000;
    int PAGE = 100;

    int port() throws Exception;

    /** One metric a request, to a run of its own. */
    Feed points() throws Exception;

    /** {@link #BATCH} metrics a request, to a run of its own. */
    Feed batches() throws Exception;

    Feed newRuns() throws Exception;

    Feed aRun() throws Exception;

    /** The newest {@link #PAGE} of more runs than that. */
    Feed pages() throws Exception;

    /** A run with a series of {@link #SERIES} points. */
    String series() throws Exception;

    /** All points of the series, in as many answers as it takes. */
    void readAll(Connection connection, String run) throws IOException;

    /** The series made short, as a chart wants it: a thousand points at most. */
    Feed chart(String run);

    /** Writes that connections send all the time, one feed each. */
    Rounds.Subject writing(List<Feed> feeds, int each) throws Exception;
}
