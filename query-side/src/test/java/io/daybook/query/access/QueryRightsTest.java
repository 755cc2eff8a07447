package io.daybook.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.crayon.CrayonQuery;
import io.daybook.api.crayon.CrayonQuery.FindCrayonProject;
import io.daybook.api.crayon.CrayonQuery.FindCrayonTarget;
import io.daybook.api.experiment.ExperimentQuery;
import io.daybook.api.iteration.IterationQuery;
import io.daybook.api.model.ModelQuery;
import io.daybook.api.project.ProjectQuery;
import io.daybook.api.resource.ResourceQuery;
import io.daybook.api.resource.ResourceQuery.FindResourceThere;
import io.daybook.api.resource.ResourceQuery.FindUploadWelcome;
import io.daybook.api.series.SeriesQuery;
import io.daybook.api.tag.TagQuery;
import io.daybook.api.user.UserQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryRightsTest {

    private static final List<Class<?>> ANSWERED_HERE = List.of(
            UserQuery.class,
            ProjectQuery.class,
            ExperimentQuery.class,
            IterationQuery.class,
            ResourceQuery.class,
            TagQuery.class,
            ModelQuery.class,
            SeriesQuery.class,
            CrayonQuery.class);

    private static final Set<Class<?>> ANSWERED_BY_THE_COMMAND_SIDE =
            Set.of(FindCrayonTarget.class, FindCrayonProject.class, FindUploadWelcome.class, FindResourceThere.class);

    @Test
    void every_query_that_is_answered_here_has_a_row() {
        Set<Class<?>> queries = new HashSet<>();
        for (Class<?> concept : ANSWERED_HERE) queries.addAll(List.of(concept.getPermittedSubclasses()));
        queries.removeAll(ANSWERED_BY_THE_COMMAND_SIDE);

        assertThat(QueryRights.queries()).isEqualTo(queries);
    }
}
