package io.daybook.query.backup.whole;

/** Is told how far a long work has come. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (work, done, all) -> {};

    void at(String work, long done, long all);
}
