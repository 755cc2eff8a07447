package io.daybook.command.crayon;

import io.daybook.api.crayon.CrayonQuery.FindCrayonProject;
import io.daybook.api.crayon.CrayonQuery.FindCrayonTarget;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.bus.Refuse;
import org.axonframework.queryhandling.QueryHandler;

/** What writes need to know before they become commands. */
public final class CrayonQueries {

    private final CrayonDirectory directory;

    public CrayonQueries(CrayonDirectory directory) {
        this.directory = directory;
    }

    @QueryHandler
    CrayonTarget handle(FindCrayonTarget query) {
        return directory
                .find(query.name())
                .orElseThrow(() ->
                        Refuse.query(Refusal.UNKNOWN_EXPERIMENT, "no experiment is called '" + query.name() + "'"));
    }

    @QueryHandler
    Boolean handle(FindCrayonProject query) {
        return directory.project().isPresent();
    }
}
