package io.daybook.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.access.Place;
import io.daybook.api.access.Required;
import io.daybook.api.access.Right;
import io.daybook.api.backup.BackupCommand;
import io.daybook.api.backup.BackupCommand.RestoreBackup;
import io.daybook.api.crayon.CrayonCommand;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.experiment.ExperimentCommand;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.IterationCommand;
import io.daybook.api.iteration.IterationCommand.DeleteMetric;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.model.ModelCommand;
import io.daybook.api.project.ProjectCommand;
import io.daybook.api.resource.ResourceCommand;
import io.daybook.api.sequence.SequenceCommand;
import io.daybook.api.sequence.SequenceCommand.LeaseIds;
import io.daybook.api.sequence.SequenceName;
import io.daybook.api.tag.Bearer;
import io.daybook.api.tag.TagCommand;
import io.daybook.api.tag.TagCommand.DetachTag;
import io.daybook.api.tag.TagId;
import io.daybook.api.user.UserCommand;
import io.daybook.api.user.UserCommand.ChangeUser;
import io.daybook.api.user.UserCommand.SeedDefaultUser;
import io.daybook.api.user.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CommandRightsTest {

    private static final List<Class<?>> COMMANDS = List.of(
            UserCommand.class,
            ProjectCommand.class,
            ExperimentCommand.class,
            IterationCommand.class,
            ResourceCommand.class,
            TagCommand.class,
            ModelCommand.class,
            CrayonCommand.class,
            BackupCommand.class,
            SequenceCommand.class);

    @Test
    void every_command_has_a_row() {
        List<Class<?>> commands =
                COMMANDS.stream().flatMap(CommandRightsTest::permits).toList();
        assertThat(commands).hasSizeGreaterThan(40).contains(SeedDefaultUser.class, LeaseIds.class);
        assertThat(commands).allSatisfy(command -> assertThat(CommandRights.row(command))
                .as(command.getName())
                .isNotNull());
    }

    @Test
    void what_nobody_thought_of_is_not_let_through() {
        assertThatThrownBy(() -> CommandRights.of("a text")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void seeding_and_leasing_are_open() {
        assertThat(CommandRights.of(new SeedDefaultUser(UserId.DEFAULT, "hash", "date", "UTC")))
                .isEmpty();
        assertThat(CommandRights.of(new LeaseIds(SequenceName.USER, 1))).isEmpty();
    }

    @Test
    @Tag("I-5")
    void rank_is_for_admins_to_give_and_the_rest_for_the_user_too() {
        Required self = new Required.Self(new UserId(2));
        assertThat(CommandRights.of(new ChangeUser(new UserId(2), "x", null, null, null)))
                .containsExactly(self);
        assertThat(CommandRights.of(new ChangeUser(new UserId(2), "x", null, null, false)))
                .containsExactly(self, new Required.Admin());
    }

    @Test
    void parts_of_a_thing_lie_where_it_does() {
        Place place = Place.of(new IterationId(7));
        assertThat(CommandRights.of(new DeleteMetric(MetricId.of(7, 3))))
                .containsExactly(new Required.InProject(Right.DELETE, place));
        assertThat(CommandRights.of(new DetachTag(new TagId(1), Bearer.of(new IterationId(7)))))
                .containsExactly(new Required.InProject(Right.DELETE, place));
    }

    @Test
    void a_restoration_may_replace_something() {
        var restore =
                new RestoreBackup(new CrayonName("foo"), new ExperimentId(1), "", ExperimentStatus.IN_PROGRESS, null);
        assertThat(CommandRights.of(restore))
                .containsExactly(
                        new Required.InProject(Right.CREATE, Place.CRAYON),
                        new Required.InProject(Right.DELETE, Place.CRAYON));
    }

    private static Stream<Class<?>> permits(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CommandRightsTest::permits)
                : Stream.of(type);
    }
}
