package io.daybook.command.access;

import io.daybook.api.access.Right;
import io.daybook.api.message.StoredType;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.api.project.ProjectEvent.RightsChanged;
import io.daybook.api.project.ProjectEvent.RightsGranted;
import io.daybook.api.project.ProjectEvent.RightsRevoked;
import io.daybook.api.project.Rights;
import io.daybook.api.user.UserEvent.UserDeleted;
import io.daybook.command.bus.Folded;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The permission rows in force: those of a deleted user or project are none. */
public final class RightsTable implements Folded {

    /** By project, then by user. */
    private final Map<Long, Map<Long, Rights>> rows = new ConcurrentHashMap<>();

    boolean allow(long projectId, long userId, Right right) {
        Rights rights = rows.getOrDefault(projectId, Map.of()).get(userId);
        return rights != null && right.in(rights);
    }

    @Override
    public Set<StoredType> folds() {
        return Set.of(
                StoredType.RightsGranted,
                StoredType.RightsChanged,
                StoredType.RightsRevoked,
                StoredType.ProjectDeleted,
                StoredType.UserDeleted);
    }

    @Override
    public void fold(Object event) {
        switch (event) {
            case RightsGranted(var id, var project, var user, var create, var read, var update, var delete) ->
                put(project, user, new Rights(create, read, update, delete));
            case RightsChanged(var id, var project, var user, var create, var read, var update, var delete) ->
                put(project, user, new Rights(create, read, update, delete));
            case RightsRevoked revoked -> remove(revoked.projectId(), revoked.userId());
            case ProjectDeleted deleted -> rows.remove(deleted.projectId());
            case UserDeleted deleted -> rows.keySet().forEach(project -> remove(project, deleted.userId()));
            default -> {}
        }
    }

    private void put(long project, long user, Rights rights) {
        rows.computeIfAbsent(project, any -> new ConcurrentHashMap<>()).put(user, rights);
    }

    private void remove(long project, long user) {
        rows.getOrDefault(project, Map.of()).remove(user);
    }
}
