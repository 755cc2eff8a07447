package io.daybook.command.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.project.ProjectCommand.ChangeProject;
import io.daybook.api.project.ProjectCommand.CreateProject;
import io.daybook.api.project.ProjectId;
import io.daybook.api.request.Answer;
import io.daybook.api.request.Keyed;
import io.daybook.api.request.RequestEvent.RequestAnswered;
import io.daybook.api.request.RequestQuery.FindAnswer;
import io.daybook.api.sequence.Lease;
import io.daybook.api.sequence.SequenceCommand.LeaseIds;
import io.daybook.api.sequence.SequenceName;
import io.daybook.api.user.UserId;
import io.daybook.command.Deciding;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AnswerOnceTest {

    private static final LeaseIds COMMAND = new LeaseIds(SequenceName.ITERATION, 8);
    private static final Keyed KEYED = new Keyed("request:1:POST:/x:k", "abc", 201, "got {result}");
    private static final Keyed OTHER_BODY = new Keyed("request:1:POST:/x:k", "def", 201, "got {result}");

    private final Clock clock = GenericEventMessage.clock;
    private final Deciding deciding = new Deciding();

    @AfterEach
    void close() {
        GenericEventMessage.clock = clock;
        deciding.close();
    }

    @Test
    @Tag("ops-2.key.event")
    void the_first_answer_is_kept_with_what_it_wrote() {
        Lease lease = deciding.when(COMMAND, KEYED);
        assertThat(lease).isEqualTo(new Lease(1, 8));
        assertThat(deciding.payloads())
                .hasSize(2)
                .last()
                .isEqualTo(new RequestAnswered(KEYED.request(), "abc", 201, "got " + lease));
    }

    @Test
    void a_repeat_writes_nothing_and_gets_the_first_answer() {
        deciding.when(COMMAND, KEYED);
        Answer again = deciding.when(COMMAND, KEYED);
        assertThat(again).isEqualTo(new Answer(201, "got " + new Lease(1, 8)));
        assertThat(deciding.events()).hasSize(2);
        assertThat(deciding.ask(new FindAnswer(KEYED.request(), "abc"), Answer.class))
                .isEqualTo(again);
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        deciding.when(COMMAND, KEYED);
        assertThatThrownBy(() -> deciding.when(COMMAND, OTHER_BODY)).isInstanceOf(CommandExecutionException.class);
        assertThat(deciding.events()).hasSize(2);
    }

    @Test
    @Tag("ops-2.key.again")
    void after_24_hours_the_key_is_as_new() {
        deciding.when(COMMAND, KEYED);
        GenericEventMessage.clock = Clock.offset(clock, Duration.ofHours(25));
        Lease lease = deciding.when(COMMAND, OTHER_BODY);
        assertThat(lease).isEqualTo(new Lease(9, 16));
    }

    @Test
    @Tag("ops-2.key.refused")
    void what_writes_nothing_is_done_and_keeps_no_answer() {
        deciding.when(new CreateProject(new ProjectId(1), "x", "2026-06-23T13:07:27.104", UserId.DEFAULT));
        int before = deciding.events().size();
        var nothing = new ChangeProject(new ProjectId(1), null, null);

        deciding.when(nothing, KEYED);
        deciding.when(nothing, OTHER_BODY);

        assertThat(deciding.events()).hasSize(before);
    }

    @Test
    @Tag("ops-2.key.refused")
    void a_refusal_is_decided_again() {
        var unknown = new ChangeExperiment(new ExperimentId(1), null, null, "text", null);
        assertThatThrownBy(() -> deciding.when(unknown, KEYED)).isInstanceOf(CommandExecutionException.class);
        assertThat(deciding.events()).isEmpty();
        assertThat(deciding.ask(new FindAnswer(KEYED.request(), "abc"), Answer.class))
                .isEqualTo(Answer.NONE);
    }
}
