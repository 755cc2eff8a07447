package io.daybook.command.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.claim.ClaimEvent.NameClaimed;
import io.daybook.api.claim.ClaimEvent.NameReleased;
import io.daybook.api.experiment.ExperimentCommand.CreateExperiment;
import io.daybook.api.experiment.ExperimentCommand.DeleteExperiment;
import io.daybook.api.experiment.ExperimentEvent.ExperimentTagged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentUntagged;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationCommand.CreateIteration;
import io.daybook.api.iteration.IterationCommand.FinaliseIteration;
import io.daybook.api.iteration.IterationEvent.IterationTagged;
import io.daybook.api.iteration.IterationEvent.IterationUntagged;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.message.Meta;
import io.daybook.api.project.ProjectCommand.CreateProject;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectEvent.ProjectTagged;
import io.daybook.api.project.ProjectEvent.ProjectUntagged;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.tag.Bearer;
import io.daybook.api.tag.TagCommand;
import io.daybook.api.tag.TagCommand.AttachTag;
import io.daybook.api.tag.TagCommand.DeleteTag;
import io.daybook.api.tag.TagCommand.DetachTag;
import io.daybook.api.tag.TagEvent.TagCreated;
import io.daybook.api.tag.TagEvent.TagDeleted;
import io.daybook.api.tag.TagId;
import io.daybook.api.tag.TagValue;
import io.daybook.api.user.UserId;
import io.daybook.command.Deciding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TagCommandsTest {

    private static final String DATE = "2026-02-11T09:15:00.004";
    private static final Bearer PROJECT = Bearer.of(new ProjectId(1));
    private static final Bearer EXPERIMENT = Bearer.of(new ExperimentId(5));
    private static final Bearer ITERATION = Bearer.of(new IterationId(7));

    private final Deciding deciding = new Deciding();

    @BeforeEach
    void one_bearer_of_each_kind() {
        deciding.when(new CreateProject(new ProjectId(1), "p", DATE, UserId.DEFAULT));
        deciding.when(new CreateExperiment(new ExperimentId(5), new ProjectId(1), "e", DATE));
        deciding.when(new CreateIteration(new IterationId(7), new ExperimentId(5), null, DATE));
    }

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    @Tag("I-28")
    void the_first_use_makes_the_tag_and_others_find_it() {
        assertThat(deciding.<Long>when(attach("best", 3, 11, PROJECT))).isEqualTo(11);
        assertThat(deciding.<Long>when(attach("best", 4, 12, EXPERIMENT))).isEqualTo(12);
        assertThat(deciding.<Long>when(attach("best", 5, 13, ITERATION))).isEqualTo(13);
        assertThat(appended())
                .containsExactlyInAnyOrder(
                        new TagCreated(3, "best"),
                        new NameClaimed("tag:best", "tag-3", null),
                        new ProjectTagged(1, 3, 11),
                        new ExperimentTagged(5, 3, 12),
                        new IterationTagged(7, 3, 13));
    }

    @Test
    void a_tag_belongs_to_no_project_and_being_attached_does() {
        deciding.when(attach("best", 3, 11, PROJECT));
        assertThat(deciding.events()).allSatisfy(event -> {
            boolean global = event.getPayload() instanceof TagCreated || event.getPayload() instanceof NameClaimed;
            assertThat(event.getMetaData().containsKey(Meta.PROJECT)).isEqualTo(!global);
        });
    }

    @Test
    @Tag("I-28")
    void letter_case_matters() {
        deciding.when(attach("best", 3, 11, PROJECT));
        deciding.when(attach("Best", 4, 12, PROJECT));
        assertThat(deciding.payloads()).contains(new ProjectTagged(1, 4, 12));
    }

    @Test
    @Tag("I-28")
    void of_many_first_uses_one_makes_the_tag() throws Exception {
        var first = IntStream.range(0, 16)
                .mapToObj(i -> attach(
                        "best",
                        20 + i,
                        40 + i,
                        List.of(PROJECT, EXPERIMENT, ITERATION).get(i % 3)))
                .toList();
        assertThat(deciding.successesOf(first)).isEqualTo(3);
        assertThat(deciding.payloads()).filteredOn(TagCreated.class::isInstance).hasSize(1);
    }

    @Test
    @Tag("I-29")
    void nothing_bears_a_tag_twice() {
        for (Bearer bearer : List.of(PROJECT, EXPERIMENT, ITERATION)) {
            deciding.when(attach("best", 3, 11, bearer));
            assertThat(deciding.refusalOf(attach("best", 4, 12, bearer))).isEqualTo(Refusal.TAG_ALREADY_ATTACHED);
        }
    }

    @Test
    @Tag("I-20")
    void an_iteration_that_ended_takes_no_tag_and_none_is_made() {
        deciding.when(new FinaliseIteration(new IterationId(7), null, DATE, null, null));
        int before = deciding.events().size();
        assertThat(deciding.refusalOf(attach("best", 3, 11, ITERATION))).isEqualTo(Refusal.ITERATION_ALREADY_FINALISED);
        assertThat(deciding.events()).hasSize(before);
    }

    @Test
    void whatever_is_not_there_bears_nothing() {
        assertThat(deciding.refusalOf(attach("best", 3, 11, Bearer.of(new ProjectId(9)))))
                .isEqualTo(Refusal.UNKNOWN_PROJECT);
        assertThat(deciding.refusalOf(attach("best", 3, 11, Bearer.of(new ExperimentId(9)))))
                .isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
        assertThat(deciding.refusalOf(attach("best", 3, 11, Bearer.of(new IterationId(9)))))
                .isEqualTo(Refusal.UNKNOWN_ITERATION);
        assertThat(appended()).isEmpty();
    }

    @Test
    void what_is_gone_with_its_container_bears_nothing() {
        deciding.when(attach("best", 3, 11, ITERATION));
        deciding.when(new DeleteExperiment(new ExperimentId(5)));
        assertThat(deciding.refusalOf(attach("good", 4, 12, ITERATION))).isEqualTo(Refusal.UNKNOWN_ITERATION);
        assertThat(deciding.refusalOf(attach("good", 4, 12, EXPERIMENT))).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
        deciding.when(new DeleteProject(new ProjectId(1)));
        assertThat(deciding.refusalOf(attach("good", 4, 12, PROJECT))).isEqualTo(Refusal.UNKNOWN_PROJECT);
    }

    @Test
    void a_detached_tag_can_be_attached_again() {
        deciding.when(attach("best", 3, 11, PROJECT));
        deciding.when(attach("best", 3, 12, EXPERIMENT));
        deciding.when(attach("best", 3, 13, ITERATION));
        for (Bearer bearer : List.of(PROJECT, EXPERIMENT, ITERATION)) {
            deciding.when(new DetachTag(new TagId(3), bearer));
            assertThat(deciding.refusalOf(new DetachTag(new TagId(3), bearer))).isEqualTo(Refusal.UNKNOWN_TAG);
        }
        assertThat(deciding.payloads())
                .contains(
                        new ProjectUntagged(1, 3, 11),
                        new ExperimentUntagged(5, 3, 12),
                        new IterationUntagged(7, 3, 13));
        deciding.when(attach("best", 4, 14, PROJECT));
        assertThat(deciding.payloads()).last().isEqualTo(new ProjectTagged(1, 3, 14));
    }

    @Test
    void an_ended_iteration_lets_go_of_its_tags() {
        deciding.when(attach("best", 3, 11, ITERATION));
        deciding.when(new FinaliseIteration(new IterationId(7), null, DATE, null, null));
        deciding.when(new DetachTag(new TagId(3), ITERATION));
        assertThat(deciding.payloads()).last().isEqualTo(new IterationUntagged(7, 3, 11));
    }

    @Test
    @Tag("I-30")
    @Tag("I-46")
    void a_deleted_tag_is_borne_by_nothing() {
        deciding.when(attach("best", 3, 11, PROJECT));
        deciding.when(new DeleteTag(new TagId(3)));
        assertThat(deciding.payloads()).contains(new TagDeleted(3, "best"), new NameReleased("tag:best", "tag-3"));
        assertThat(deciding.refusalOf(new DetachTag(new TagId(3), PROJECT))).isEqualTo(Refusal.UNKNOWN_TAG);
        assertThat(deciding.refusalOf(new DeleteTag(new TagId(3)))).isEqualTo(Refusal.UNKNOWN_TAG);
        assertThat(deciding.refusalOf(new DeleteTag(new TagId(9)))).isEqualTo(Refusal.UNKNOWN_TAG);
    }

    @Test
    @Tag("I-46")
    void the_value_of_a_deleted_tag_is_free_for_another_tag() {
        deciding.when(attach("best", 3, 11, PROJECT));
        deciding.when(new DeleteTag(new TagId(3)));
        deciding.when(attach("best", 4, 12, PROJECT));
        assertThat(deciding.payloads()).contains(new TagCreated(4, "best"), new ProjectTagged(1, 4, 12));
        assertThat(deciding.refusalOf(new DeleteTag(new TagId(3)))).isEqualTo(Refusal.UNKNOWN_TAG);
        deciding.when(new DeleteTag(new TagId(4)));
    }

    @Test
    @Tag("I-46")
    void nothing_is_tagged_with_what_is_being_deleted() throws Exception {
        deciding.when(attach("best", 3, 11, PROJECT));
        var race = IntStream.range(0, 16)
                .<TagCommand>mapToObj(i -> i % 4 == 0
                        ? new DeleteTag(new TagId(3))
                        : attach(
                                "best",
                                20 + i,
                                40 + i,
                                List.of(PROJECT, EXPERIMENT, ITERATION).get(i % 3)))
                .toList();
        deciding.successesOf(race);
        Set<Long> there = new HashSet<>();
        for (Object event : deciding.payloads()) {
            switch (event) {
                case TagCreated created -> there.add(created.tagId());
                case TagDeleted deleted -> there.remove(deleted.tagId());
                case ProjectTagged tagged -> assertThat(there).containsExactly(tagged.tagId());
                case ExperimentTagged tagged -> assertThat(there).containsExactly(tagged.tagId());
                case IterationTagged tagged -> assertThat(there).containsExactly(tagged.tagId());
                default -> {}
            }
        }
        assertThat(there).hasSizeLessThanOrEqualTo(1).doesNotContain(3L);
    }

    @Test
    @Tag("I-28")
    void a_value_is_never_empty() {
        assertThatThrownBy(() -> new TagValue("")).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Object> appended() {
        return deciding.payloads().subList(4, deciding.payloads().size());
    }

    private static AttachTag attach(String value, long fresh, long association, Bearer bearer) {
        return new AttachTag(new TagValue(value), new TagId(fresh), association, bearer);
    }
}
