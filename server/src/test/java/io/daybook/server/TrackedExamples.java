package io.daybook.server;

import io.daybook.api.experiment.ExperimentEvent;
import io.daybook.api.iteration.Environment;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.iteration.IterationStatus;
import io.daybook.api.iteration.LoggedPoint;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.model.ModelEvent;
import io.daybook.api.model.Stage;
import io.daybook.api.project.ProjectEvent;
import io.daybook.api.resource.Content;
import io.daybook.api.resource.ResourceEvent;
import io.daybook.api.tag.TagEvent;
import io.daybook.api.user.UserEvent;
import java.util.Map;
import java.util.TreeMap;

/** Examples of the events that came with the tracking API, by the name of their approved file. */
final class TrackedExamples {

    private static final String BORN = "2026-02-11T09:14:03.250";
    private static final String LATER = "2026-02-12T00:00:00.000";
    private static final Content CONTENT = new Content(
            "74f81fe167d99b4cb41d6d0ccda82278caee9f3e2f25d5e5a3936ff3dcec60d0",
            5,
            "filesystem",
            "file:///artifacts/74/74f81fe167d99b4cb41d6d0ccda82278caee9f3e2f25d5e5a3936ff3dcec60d0");

    private TrackedExamples() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new TreeMap<>();
        all.putAll(users());
        all.putAll(projects());
        all.putAll(experiments());
        all.putAll(iterations());
        all.putAll(corrections());
        all.putAll(resources());
        all.putAll(models());
        all.put("TagCreated.1", new TagEvent.TagCreated(3, "baseline"));
        all.put("TagDeleted.1", new TagEvent.TagDeleted(3, "baseline"));
        return all;
    }

    private static Map<String, Object> users() {
        return Map.of(
                "UserCreated.1",
                new UserEvent.UserCreated(2, "alice", "Alice", "Liddell", "$2a$10$hash", BORN),
                "UserChanged.1",
                new UserEvent.UserChanged(2, "Alicia", "", "$2a$10$other", true),
                "UserChanged.1.required",
                new UserEvent.UserChanged(2, null, null, null, null),
                "UserDeleted.1",
                new UserEvent.UserDeleted(2, "alice"));
    }

    private static Map<String, Object> projects() {
        return Map.of(
                "ProjectChanged.1",
                new ProjectEvent.ProjectChanged(2, "vision", "text"),
                "ProjectChanged.1.required",
                new ProjectEvent.ProjectChanged(2, null, null),
                "ProjectDeleted.1",
                new ProjectEvent.ProjectDeleted(2),
                "RightsChanged.1",
                new ProjectEvent.RightsChanged(2097153, 2, 1, true, true, true, false),
                "RightsRevoked.1",
                new ProjectEvent.RightsRevoked(2097153, 2, 1),
                "ProjectTagged.1",
                new ProjectEvent.ProjectTagged(2, 3, 9),
                "ProjectUntagged.1",
                new ProjectEvent.ProjectUntagged(2, 3, 9));
    }

    private static Map<String, Object> experiments() {
        return Map.of(
                "ExperimentTagged.1",
                new ExperimentEvent.ExperimentTagged(5, 3, 10),
                "ExperimentUntagged.1",
                new ExperimentEvent.ExperimentUntagged(5, 3, 10),
                "IterationPinned.1",
                new ExperimentEvent.IterationPinned(5, 7, 1048577),
                "IterationUnpinned.1",
                new ExperimentEvent.IterationUnpinned(5, 7, 1048577),
                "ResourcePinned.1",
                new ExperimentEvent.ResourcePinned(5, 4, 1048577),
                "ResourceUnpinned.1",
                new ExperimentEvent.ResourceUnpinned(5, 4, 1048577));
    }

    private static Map<String, Object> iterations() {
        Map<String, Object> all = new TreeMap<>();
        all.put("IterationChanged.1", new IterationEvent.IterationChanged(7, IterationStatus.KILLED, "late", "notes"));
        all.put("IterationChanged.1.required", new IterationEvent.IterationChanged(7, null, null, null));
        Environment environment = new Environment("1.11.5", "5f0c2d9e", true, "fit.jl", "[deps]\n", "manifest = 2\n");
        all.put("EnvironmentRecorded.1", new IterationEvent.EnvironmentRecorded(7, environment));
        all.put("IterationDeleted.1", new IterationEvent.IterationDeleted(7, 5));
        all.put("IterationTagged.1", new IterationEvent.IterationTagged(7, 3, 11));
        all.put("IterationUntagged.1", new IterationEvent.IterationUntagged(7, 3, 11));
        all.put("ParameterLogged.1", new IterationEvent.ParameterLogged(7, 939524096, "lr", "0.1"));
        all.put("ParameterChanged.1", new IterationEvent.ParameterChanged(7, 939524096, "rate", "0.2"));
        all.put("ParameterChanged.1.required", new IterationEvent.ParameterChanged(7, 939524096, null, null));
        all.put("ParameterDeleted.1", new IterationEvent.ParameterDeleted(7, 939524096));
        return all;
    }

    private static Map<String, Object> corrections() {
        LoggedPoint before = new LoggedPoint(12, 6, new ScalarPoint("loss", 4, 1771.5, Double.NaN));
        LoggedPoint after = new LoggedPoint(12, 0, new ScalarPoint("val_loss", 9, 1771.5, 0.25));
        return Map.of(
                "PointChanged.1",
                new IterationEvent.PointChanged(7, before, after, 3L, 9),
                "PointChanged.1.required",
                new IterationEvent.PointChanged(7, before, after, null, 9),
                "PointDeleted.1",
                new IterationEvent.PointDeleted(7, before, 3L),
                "PointDeleted.1.required",
                new IterationEvent.PointDeleted(7, before, null));
    }

    private static Map<String, Object> resources() {
        return Map.of(
                "ResourceCreated.1",
                new ResourceEvent.ResourceCreated(4, 5, 2, "weights.bin", CONTENT, BORN),
                "ResourceChanged.1",
                new ResourceEvent.ResourceChanged(4, "w.bin", "text", CONTENT, LATER),
                "ResourceChanged.1.required",
                new ResourceEvent.ResourceChanged(4, null, null, null, LATER),
                "ResourceDeleted.1",
                new ResourceEvent.ResourceDeleted(4, 5));
    }

    private static Map<String, Object> models() {
        return Map.of(
                "ModelCreated.1",
                new ModelEvent.ModelCreated(1, 2, "resnet", "text", BORN),
                "ModelChanged.1",
                new ModelEvent.ModelChanged(1, "resnet-50", "more", LATER),
                "ModelChanged.1.required",
                new ModelEvent.ModelChanged(1, null, null, LATER),
                "ModelDeleted.1",
                new ModelEvent.ModelDeleted(1, 2),
                "ModelVersionCreated.1",
                new ModelEvent.ModelVersionCreated(1, 1048577, 1, 7, 4L, "first", BORN),
                "ModelVersionCreated.1.required",
                new ModelEvent.ModelVersionCreated(1, 1048577, 1, 7, null, "", BORN),
                "ModelVersionChanged.1",
                new ModelEvent.ModelVersionChanged(1, 1048578, Stage.PRODUCTION, "best", 4L, LATER, 1048577L),
                "ModelVersionChanged.1.required",
                new ModelEvent.ModelVersionChanged(1, 1048578, null, null, null, LATER, null),
                "ModelVersionDeleted.1",
                new ModelEvent.ModelVersionDeleted(1, 1048578));
    }
}
