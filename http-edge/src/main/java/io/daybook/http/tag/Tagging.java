package io.daybook.http.tag;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.sequence.SequenceName;
import io.daybook.api.tag.Bearer;
import io.daybook.api.tag.TagCommand.AttachTag;
import io.daybook.api.tag.TagCommand.DetachTag;
import io.daybook.api.tag.TagId;
import io.daybook.api.tag.TagQuery.FindTags;
import io.daybook.api.tag.TagValue;
import io.daybook.api.tag.TagView;
import io.daybook.http.message.Commands;
import io.daybook.http.request.PathId;
import io.daybook.http.sequence.IdLeases;
import io.daybook.http.tag.TagRequests.NewTag;
import io.daybook.http.tracking.Asked;
import io.daybook.http.tracking.TrackingReads;
import io.daybook.http.tracking.TrackingWrites;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What is done with the tags of something, whatever it is. */
final class Tagging {

    private final Commands commands;
    private final IdLeases ids;
    private final TrackingReads reads;
    private final TrackingWrites writes;

    Tagging(Commands commands, IdLeases ids, TrackingReads reads, TrackingWrites writes) {
        this.commands = commands;
        this.ids = ids;
        this.reads = reads;
        this.writes = writes;
    }

    void list(HttpServletRequest request, HttpServletResponse response, Bearer bearer) throws IOException {
        reads.list(request, response, new FindTags(bearer), TagView.class, TagBody::of);
    }

    void attach(HttpServletRequest request, HttpServletResponse response, Bearer bearer) throws IOException {
        writes.write(request, response, NewTag.class, TrackingWrites.created("association_id"), (call, body) -> {
            TagValue value = Asked.valid(body.value(), TagValue::new);
            TagId fresh = new TagId(ids.next(call, SequenceName.TAG));
            long association = ids.next(call, SequenceName.ASSOCIATION);
            return commands.create(call, association, new AttachTag(value, fresh, association, bearer));
        });
    }

    void detach(HttpServletRequest request, HttpServletResponse response, Bearer bearer, String id) throws IOException {
        TagId tag = PathId.of(id, Refusal.UNKNOWN_TAG, TagId::new);
        writes.delete(request, response, call -> commands.send(call, new DetachTag(tag, bearer)));
    }
}
