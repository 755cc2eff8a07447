package io.daybook.http.tag;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.tag.TagCommand.DeleteTag;
import io.daybook.api.tag.TagId;
import io.daybook.api.tag.TagQuery.FindTag;
import io.daybook.api.tag.TagView;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.docs.Speaks;
import io.daybook.http.message.Commands;
import io.daybook.http.request.PathId;
import io.daybook.http.tracking.TrackingReads;
import io.daybook.http.tracking.TrackingWrites;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Tags by themselves; they belong to no project, so they are for admins. */
@Controller
final class TagController {

    private final Commands commands;
    private final TrackingReads reads;
    private final TrackingWrites writes;

    TagController(Commands commands, TrackingReads reads, TrackingWrites writes) {
        this.commands = commands;
        this.reads = reads;
        this.writes = writes;
    }

    @GetMapping("/tag/{id}")
    @Requires(Permit.ADMIN)
    @Speaks(value = "Shows a tag", answers = TagBody.class)
    void get(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        reads.one(request, response, new FindTag(tag(id)), TagView.class, TagBody::of);
    }

    @DeleteMapping("/tag/{id}")
    @Requires(Permit.ADMIN)
    @Speaks("Deletes a tag, whatever carries it")
    void delete(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        TagId tag = tag(id);
        writes.delete(request, response, call -> commands.send(call, new DeleteTag(tag)));
    }

    private static TagId tag(String id) {
        return PathId.of(id, Refusal.UNKNOWN_TAG, TagId::new);
    }
}
