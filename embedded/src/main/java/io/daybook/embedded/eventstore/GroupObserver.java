package io.daybook.embedded.eventstore;

/** Is told what the log's writer has done, in the writer's turn: it must not take long. */
public interface GroupObserver {

    /** For a log that nobody watches. */
    GroupObserver NOBODY = new GroupObserver() {
        @Override
        public void written(Group group) {}

        @Override
        public void failed(int appends) {}
    };

    /**
     * What went to disk together.
     *
     * @param bytes of the events' payloads
     * @param nanos from the first insert until it was durable
     */
    record Group(int appends, int events, long bytes, long nanos) {}

    void written(Group group);

    /** So many appends could not be made durable. */
    void failed(int appends);
}
