package io.daybook.http.audit;

import io.daybook.api.experiment.ExperimentView;
import io.daybook.api.iteration.IterationView;
import io.daybook.api.iteration.MetricView;
import io.daybook.api.iteration.ParameterView;
import io.daybook.api.log.Difference.Shown;
import io.daybook.api.model.ModelVersionView;
import io.daybook.api.model.ModelView;
import io.daybook.api.project.ProjectView;
import io.daybook.api.resource.ResourceView;
import io.daybook.api.tag.TagView;
import io.daybook.api.user.PermissionView;
import io.daybook.api.user.UserView;
import io.daybook.http.experiment.ExperimentBody;
import io.daybook.http.iteration.IterationBody;
import io.daybook.http.iteration.MetricBody;
import io.daybook.http.iteration.ParameterBody;
import io.daybook.http.json.JsonReply;
import io.daybook.http.model.ModelBody;
import io.daybook.http.model.ModelVersionBody;
import io.daybook.http.project.ProjectBody;
import io.daybook.http.request.LocalDates;
import io.daybook.http.resource.ResourceBody;
import io.daybook.http.tag.TagBody;
import io.daybook.http.user.PermissionBody;
import io.daybook.http.user.UserBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a view is called in an address, and the JSON that is served of it there. */
final class Things {

    private static final String TAGS = "tags";

    private final LocalDates dates;

    Things(LocalDates dates) {
        this.dates = dates;
    }

    /** @param nameField of the fields, the one that people call it by; null when there is none */
    record Thing(String type, @Nullable String nameField, ObjectNode fields) {

        private Thing(String type, @Nullable String nameField, Object body) {
            this(type, nameField, (ObjectNode) JsonReply.tree(body));
        }

        long id() {
            return fields.get("id").asLong();
        }

        @Nullable String name() {
            return nameField == null ? null : fields.get(nameField).asString();
        }
    }

    Thing of(Shown shown) {
        Thing thing = of(shown.view());
        if (shown.tags() != null) thing.fields().set(TAGS, JsonReply.tree(shown.tags()));
        return thing;
    }

    private Thing of(Object view) {
        return switch (view) {
            case UserView user -> new Thing("user", "username", UserBody.of(user));
            case PermissionView row -> new Thing("userpermission", null, PermissionBody.of(row));
            case ProjectView project -> new Thing("project", "name", ProjectBody.of(project));
            case ExperimentView experiment -> new Thing("experiment", "name", ExperimentBody.of(experiment));
            case IterationView iteration -> new Thing("iteration", null, IterationBody.of(iteration));
            case ParameterView parameter -> new Thing("parameter", "key", ParameterBody.of(parameter));
            case MetricView metric -> new Thing("metric", "key", MetricBody.of(metric, dates));
            case ResourceView resource -> new Thing("resource", "name", ResourceBody.of(resource));
            case TagView tag -> new Thing("tag", "value", TagBody.of(tag));
            case ModelView model -> new Thing("model", "name", ModelBody.of(model));
            case ModelVersionView version -> new Thing("modelversion", null, ModelVersionBody.of(version));
            default -> throw new IllegalArgumentException("no thing that has an address: " + view.getClass());
        };
    }
}
