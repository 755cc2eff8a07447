package io.daybook.server.dashboard;

import io.daybook.server.running.Deadline;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.HttpCaller;
import java.time.Instant;

/**
 * A project in which everything that a page shows has changed after a moment: what was there is called Then, what has come
 * or been changed is called Now.
 *
 * @param other an iteration that is gone now
 * @param position the last one of then
 * @param instant the same moment by the clock
 */
record Changed(long project, long experiment, long iteration, long other, long model, long position, String instant) {

    static Changed in(HttpCaller http) throws Exception {
        TrackingClient client = new TrackingClient(http);
        client.create("/user/", user("then-user"));
        long project = client.create("/project/", "{\"name\":\"Then project\"}");
        long experiment =
                client.create("/experiment/project/" + project, "{\"status_id\":1,\"name\":\"Then experiment\"}");
        long iteration = client.iteration(experiment);
        client.create("/parameter/iteration/" + iteration, "{\"key\":\"lr\",\"value\":\"then-rate\"}");
        long loss = client.metric(iteration, "{\"key\":\"loss\",\"value\":3}");
        client.patch("/iteration/" + iteration, "{\"notes\":\"then-notes\"}");
        client.create("/tag/iteration/" + iteration, "{\"value\":\"then-tag\"}");
        long other = client.iteration(experiment);
        client.metric(other, "{\"key\":\"loss\",\"value\":7}");
        Uploads.upload(http, experiment, "then.txt", "then");
        long model = client.create("/model/project/" + project, "{\"name\":\"Then model\"}");
        long version = client.create("/modelversion/model/" + model, "{\"iteration_id\":" + iteration + "}");
        client.patch("/modelversion/" + version, "{\"stage_id\":3}");
        long position = client.head();
        String instant =
                client.get("/audit/events/" + position).get("timestamp").asString();
        Deadline.until("the clock has gone on", () -> Instant.now()
                .isAfter(Instant.parse(instant).plusMillis(2)));
        Changed changed = new Changed(project, experiment, iteration, other, model, position, instant);
        changed.change(http, loss);
        return changed;
    }

    private void change(HttpCaller http, long loss) {
        TrackingClient client = new TrackingClient(http);
        client.create("/user/", user("now-user"));
        client.patch("/project/" + project, "{\"name\":\"Now project\"}");
        client.create("/experiment/project/" + project, "{\"status_id\":1,\"name\":\"Now beside\"}");
        client.patch("/experiment/" + experiment, "{\"name\":\"Now experiment\"}");
        client.patch("/metric/" + loss, "{\"value\":2.5}");
        client.create("/parameter/iteration/" + iteration, "{\"key\":\"batch\",\"value\":\"now-batch\"}");
        client.create("/tag/iteration/" + iteration, "{\"value\":\"now-tag\"}");
        client.patch("/iteration/" + iteration, "{\"notes\":\"now-notes\"}");
        client.patch("/iteration/" + iteration, "{\"status_id\":2,\"end_date\":\"2026-06-23T13:07:27\"}");
        client.delete("/iteration/" + other);
        Uploads.upload(http, experiment, "now.txt", "now");
        client.patch("/model/" + model, "{\"name\":\"Now model\"}");
        long version = client.create("/modelversion/model/" + model, "{\"iteration_id\":" + iteration + "}");
        client.patch("/modelversion/" + version, "{\"stage_id\":3}");
    }

    private static String user(String name) {
        return "{\"first_name\":\"\",\"last_name\":\"\",\"username\":\"" + name + "\",\"password\":\"password\"}";
    }

    String path(String pattern) {
        return pattern.replace("%project", "" + project)
                .replace("%experiment", "" + experiment)
                .replace("%iteration", "" + iteration)
                .replace("%other", "" + other)
                .replace("%model", "" + model);
    }
}
