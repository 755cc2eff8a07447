package io.daybook.http.resource;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.resource.Content;
import io.daybook.api.resource.ResourceCommand.ChangeResource;
import io.daybook.api.resource.ResourceCommand.CreateResource;
import io.daybook.api.resource.ResourceId;
import io.daybook.api.resource.ResourceQuery.FindResourceThere;
import io.daybook.api.resource.ResourceQuery.FindUploadWelcome;
import io.daybook.api.sequence.SequenceName;
import io.daybook.http.message.Call;
import io.daybook.http.message.Commands;
import io.daybook.http.message.Done;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.request.LocalDates;
import io.daybook.http.sequence.IdLeases;
import io.daybook.http.tracking.Asked;
import io.daybook.http.upload.Form;
import io.daybook.http.upload.Spooled;
import org.jspecify.annotations.Nullable;

/** Makes commands of forms: bytes first, then the event that names them. */
final class Changes {

    static final String NAME = "name";
    static final String DESCRIPTION = "description";
    static final String FILE = "data";

    private final Commands commands;
    private final IdLeases ids;
    private final LocalDates dates;
    private final Keeping keeping;

    Changes(Commands commands, IdLeases ids, LocalDates dates, Keeping keeping) {
        this.commands = commands;
        this.ids = ids;
        this.dates = dates;
        this.keeping = keeping;
    }

    Done create(Call call, ExperimentId experiment, Form form) {
        String name = form.texts().get(NAME);
        Spooled bytes = form.spooled();
        if (name == null || bytes == null) throw new BadRequest("the form needs the parts name and data");
        Asked.nonEmpty(NAME, name);
        Content content = keeping.keep(new FindUploadWelcome(experiment), bytes);
        long fresh = ids.next(call, SequenceName.RESOURCE);
        return commands.create(
                call, fresh, new CreateResource(new ResourceId(fresh), experiment, name, content, dates.now()));
    }

    Done change(Call call, ResourceId resource, Form form) {
        String name = Asked.nonEmptyIfAny(NAME, form.texts().get(NAME));
        Spooled bytes = form.spooled();
        @Nullable Content content = bytes == null ? null : keeping.keep(new FindResourceThere(resource), bytes);
        return commands.send(
                call, new ChangeResource(resource, name, form.texts().get(DESCRIPTION), content, dates.now()));
    }
}
