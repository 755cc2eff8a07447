package io.daybook.query.view;

import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The views there are. To be opened once the log has its first event, and before the first event is handled. */
public final class Views {

    private static final Logger logger = LoggerFactory.getLogger(Views.class);

    private final Documents documents;
    private final EventLog log;
    private final List<View> all;

    public Views(Documents documents, EventLog log, List<View> all) {
        this.documents = documents;
        this.log = log;
        this.all = List.copyOf(all);
    }

    public List<View> all() {
        return all;
    }

    public List<String> names() {
        return all.stream().map(View::name).toList();
    }

    public void open() {
        all.forEach(this::open);
    }

    /** Throws away what they hold, so that they are filled anew. */
    public void empty() {
        for (View view : all) {
            documents.open(view, fingerprint(log) + " emptied");
            open(view);
        }
    }

    /** Where the view stands after that: at 0 when it was filled from another log, by other code, or not at all. */
    long open(View view) {
        String fingerprint = fingerprint(log);
        documents.open(view, fingerprint);
        if (documents.position(view) > log.head()) {
            logger.warn(
                    "the view {} knows events up to {}, and the log ends at {}: an older copy was put in place, or its end is lost",
                    view.name(),
                    documents.position(view),
                    log.head());
            // opened as another one, it begins anew
            documents.open(view, fingerprint + " ahead of the log");
            documents.open(view, fingerprint);
        }
        return documents.position(view);
    }

    EventLog log() {
        return log;
    }

    long head() {
        return log.head();
    }

    /** Which log a view was filled from; the store itself adds the version of the code. */
    static String fingerprint(EventLog log) {
        return "log " + log.at(1).map(LoggedEvent::id).orElse("that is empty");
    }
}
