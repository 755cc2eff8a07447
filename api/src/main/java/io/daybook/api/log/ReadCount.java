package io.daybook.api.log;

/** How much of the log is read by those who read it as it is stored. */
public interface ReadCount {

    /** Events that were taken from the disk since the start, whether or not a filter let them through. */
    long eventsRead();
}
