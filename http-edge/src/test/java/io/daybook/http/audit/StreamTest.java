package io.daybook.http.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.access.AccessQuery.FindAccess;
import io.daybook.api.access.CallerView;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventFilter.Origin;
import io.daybook.api.user.UserId;
import io.daybook.http.EdgeServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams that end, since they are told at which position. */
class StreamTest {

    private static final Pattern EVENT = Pattern.compile("id: (\\d+)\ndata: \\{\"position\":\\1,.*\\}\n\n");

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void four_events() {
        edge.world.query(FindAccess.class, CallerView.class, asked -> new CallerView(UserId.DEFAULT, "default", true));
        for (int i = 0; i < 4; i++) edge.log.add("ProjectChanged", "{}", Map.of("project", "3"));
    }

    private static List<String> ids(String query, String last) {
        String stream = edge.http()
                .get("/audit/stream?to=4" + query)
                .header("Last-Event-ID", last)
                .answers(200)
                .hasHeader("Content-Type", "text/event-stream;charset=utf-8")
                .text();
        assertThat(EVENT.matcher(stream).replaceAll("")).isEmpty();
        return EVENT.matcher(stream).results().map(event -> event.group(1)).toList();
    }

    @ParameterizedTest
    @Tag("ops-4.stream.resumes")
    @CsvSource({"'', 0, 1 2 3 4", "&after=1, 0, 2 3 4", "'', 2, 3 4", "&after=1, 3, 4", "&after=3, 1, 4", "'', 4, ''"})
    void begins_behind_the_position_that_it_is_told(String after, String last, String ids) {
        assertThat(String.join(" ", ids(after, last))).isEqualTo(ids);
    }

    @Test
    @Tag("ops-4.stream.filters")
    void takes_the_filters_that_lists_take() {
        ids("&project=3&aggregate=thing-2&actor=1&type=A&type=B&via=crayon&from=2", "0");

        assertThat(edge.log.filters)
                .contains(new EventFilter(1, 4, "thing-2", Set.of("A", "B"), new Origin("3", "1", "crayon")));
    }
}
