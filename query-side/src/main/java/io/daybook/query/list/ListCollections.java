package io.daybook.query.list;

/** Where the lists of one view are kept. */
public record ListCollections(String block, String directory) {

    /** @param view whose lists they are */
    public static ListCollections of(String view) {
        return new ListCollections(view + "_list_block", view + "_list_directory");
    }
}
