package io.daybook.command.access;

import static io.daybook.api.access.Right.CREATE;
import static io.daybook.api.access.Right.DELETE;
import static io.daybook.api.access.Right.UPDATE;

import io.daybook.api.access.Place;
import io.daybook.api.access.Required;
import io.daybook.api.access.Right;
import io.daybook.api.backup.BackupCommand.BeginRestore;
import io.daybook.api.backup.BackupCommand.RestoreBackup;
import io.daybook.api.crayon.CrayonCommand.CreateCrayonExperiment;
import io.daybook.api.crayon.CrayonCommand.DeleteCrayonExperiment;
import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentCommand.CreateExperiment;
import io.daybook.api.experiment.ExperimentCommand.DeleteExperiment;
import io.daybook.api.iteration.IterationCommand.ChangeIteration;
import io.daybook.api.iteration.IterationCommand.ChangeMetric;
import io.daybook.api.iteration.IterationCommand.ChangeParameter;
import io.daybook.api.iteration.IterationCommand.CreateIteration;
import io.daybook.api.iteration.IterationCommand.DeleteIteration;
import io.daybook.api.iteration.IterationCommand.DeleteMetric;
import io.daybook.api.iteration.IterationCommand.DeleteParameter;
import io.daybook.api.iteration.IterationCommand.FinaliseIteration;
import io.daybook.api.iteration.IterationCommand.LogHistogram;
import io.daybook.api.iteration.IterationCommand.LogParameter;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationCommand.RecordEnvironment;
import io.daybook.api.model.ModelCommand.ChangeModel;
import io.daybook.api.model.ModelCommand.ChangeModelVersion;
import io.daybook.api.model.ModelCommand.CreateModel;
import io.daybook.api.model.ModelCommand.CreateModelVersion;
import io.daybook.api.model.ModelCommand.DeleteModel;
import io.daybook.api.model.ModelCommand.DeleteModelVersion;
import io.daybook.api.project.ProjectCommand.ChangeProject;
import io.daybook.api.project.ProjectCommand.ChangeRights;
import io.daybook.api.project.ProjectCommand.CreateProject;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectCommand.GrantRights;
import io.daybook.api.project.ProjectCommand.RevokeRights;
import io.daybook.api.resource.ResourceCommand.ChangeResource;
import io.daybook.api.resource.ResourceCommand.CreateResource;
import io.daybook.api.resource.ResourceCommand.DeleteResource;
import io.daybook.api.sequence.SequenceCommand.LeaseIds;
import io.daybook.api.tag.Bearer;
import io.daybook.api.tag.TagCommand.AttachTag;
import io.daybook.api.tag.TagCommand.DeleteTag;
import io.daybook.api.tag.TagCommand.DetachTag;
import io.daybook.api.user.UserCommand.ChangeUser;
import io.daybook.api.user.UserCommand.CreateUser;
import io.daybook.api.user.UserCommand.DeleteUser;
import io.daybook.api.user.UserCommand.SeedDefaultUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each command takes, row by row. What has no row is refused. */
final class CommandRights {

    private static final Required ADMIN = new Required.Admin();
    private static final Map<Class<?>, Function<Object, List<Required>>> ROWS = new HashMap<>();

    static {
        server();
        usersAndProjects();
        experiments();
        iterations();
        resourcesAndModels();
        tags();
        crayon();
    }

    private CommandRights() {}

    static List<Required> of(Object command) {
        Function<Object, List<Required>> row = row(command.getClass());
        if (row == null) throw new IllegalStateException("nobody said who may send " + command.getClass());
        return row.apply(command);
    }

    static @Nullable Function<Object, List<Required>> row(Class<?> command) {
        return ROWS.get(command);
    }

    private static void server() {
        open(SeedDefaultUser.class);
        open(LeaseIds.class);
    }

    private static void usersAndProjects() {
        takes(CreateUser.class, command -> ADMIN);
        takesAll(ChangeUser.class, CommandRights::change);
        takes(DeleteUser.class, command -> new Required.Self(command.id()));
        takes(CreateProject.class, command -> ADMIN);
        takes(ChangeProject.class, command -> ADMIN);
        takes(DeleteProject.class, command -> ADMIN);
        takes(GrantRights.class, command -> ADMIN);
        takes(ChangeRights.class, command -> ADMIN);
        takes(RevokeRights.class, command -> ADMIN);
    }

    private static void experiments() {
        takes(CreateExperiment.class, command -> in(CREATE, Place.of(command.projectId())));
        takes(ChangeExperiment.class, command -> in(UPDATE, Place.of(command.id())));
        takes(DeleteExperiment.class, command -> in(DELETE, Place.of(command.id())));
    }

    private static void iterations() {
        takes(CreateIteration.class, command -> in(CREATE, Place.of(command.experimentId())));
        takes(ChangeIteration.class, command -> in(UPDATE, Place.of(command.id())));
        takes(FinaliseIteration.class, command -> in(UPDATE, Place.of(command.id())));
        takes(RecordEnvironment.class, command -> in(UPDATE, Place.of(command.id())));
        takes(DeleteIteration.class, command -> in(DELETE, Place.of(command.id())));
        takes(LogParameter.class, command -> in(CREATE, Place.of(command.id())));
        takes(ChangeParameter.class, command -> in(UPDATE, Place.of(command.id())));
        takes(DeleteParameter.class, command -> in(DELETE, Place.of(command.id())));
        takes(LogScalar.class, command -> in(CREATE, Place.of(command.id())));
        takes(LogHistogram.class, command -> in(CREATE, Place.of(command.id())));
        takes(ChangeMetric.class, command -> in(UPDATE, Place.of(command.id())));
        takes(DeleteMetric.class, command -> in(DELETE, Place.of(command.id())));
    }

    private static void resourcesAndModels() {
        takes(CreateResource.class, command -> in(CREATE, Place.of(command.experimentId())));
        takes(ChangeResource.class, command -> in(UPDATE, Place.of(command.id())));
        takes(DeleteResource.class, command -> in(DELETE, Place.of(command.id())));
        takes(CreateModel.class, command -> in(CREATE, Place.of(command.projectId())));
        takes(ChangeModel.class, command -> in(UPDATE, Place.of(command.id())));
        takes(DeleteModel.class, command -> in(DELETE, Place.of(command.id())));
        takes(CreateModelVersion.class, command -> in(CREATE, Place.of(command.model())));
        takes(ChangeModelVersion.class, command -> in(UPDATE, Place.of(command.model())));
        takes(DeleteModelVersion.class, command -> in(DELETE, Place.of(command.model())));
    }

    private static void tags() {
        takes(AttachTag.class, command -> in(CREATE, placeOf(command.bearer())));
        takes(DetachTag.class, command -> in(DELETE, placeOf(command.bearer())));
        takes(DeleteTag.class, command -> ADMIN);
    }

    private static void crayon() {
        takes(CreateCrayonExperiment.class, command -> in(CREATE, Place.CRAYON));
        takes(DeleteCrayonExperiment.class, command -> in(DELETE, Place.CRAYON));
        takes(BeginRestore.class, command -> in(CREATE, Place.CRAYON));
        takesAll(RestoreBackup.class, command -> List.of(in(CREATE, Place.CRAYON), in(DELETE, Place.CRAYON)));
    }

    private static List<Required> change(ChangeUser command) {
        Required self = new Required.Self(command.id());
        return command.admin() == null ? List.of(self) : List.of(self, ADMIN);
    }

    private static Place placeOf(Bearer bearer) {
        return switch (bearer.kind()) {
            case PROJECT -> new Place(Place.Kind.PROJECT, bearer.id());
            case EXPERIMENT -> new Place(Place.Kind.EXPERIMENT, bearer.id());
            case ITERATION -> new Place(Place.Kind.ITERATION, bearer.id());
        };
    }

    private static Required in(Right right, Place place) {
        return new Required.InProject(right, place);
    }

    /** Anybody may send it, and it is sent before there are users. */
    private static void open(Class<?> command) {
        ROWS.put(command, any -> List.of());
    }

    private static <C> void takes(Class<C> command, Function<C, Required> required) {
        takesAll(command, sent -> List.of(required.apply(sent)));
    }

    private static <C> void takesAll(Class<C> command, Function<C, List<Required>> required) {
        ROWS.put(command, sent -> required.apply(command.cast(sent)));
    }
}
