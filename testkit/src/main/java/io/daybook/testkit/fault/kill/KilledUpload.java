package io.daybook.testkit.fault.kill;

import io.daybook.testkit.fault.scene.Account;
import io.daybook.testkit.fault.scene.Made;
import io.daybook.testkit.fault.scene.Scene;
import io.daybook.testkit.fault.scene.Waiting;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.Json;
import io.daybook.testkit.server.ServerProcess;
import io.daybook.testkit.server.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Files are being uploaded when the server is killed. */
public final class KilledUpload extends KilledAmid {

    private static final int PAGE = 100;

    private final Uploads uploads = new Uploads();
    private long experiment;
    private int landed;

    @Override
    public String name() {
        return "`kill -9` while files were uploaded (counted are files)";
    }

    /** Where no file was ever named, nothing is swept. */
    @Override
    void prepare(HttpCaller http) throws IOException {
        experiment = Made.experiment(http, "files");
        uploads.one(http, experiment);
    }

    @Override
    boolean killed(ServerProcess server, HttpCaller http) throws Exception {
        return uploads.cutOff(http, experiment, () -> {
            pause();
            server.kill();
        });
    }

    /** What was acknowledged since is whole. */
    @Override
    void check(HttpCaller http) throws IOException {
        uploads.check(http);
    }

    /** What is left of uploads that came to no end is swept soon. */
    @Override
    Site last(Scene scene) {
        return scene.site().with("--daybook.artifacts.sweep-after=1s");
    }

    @Override
    String finish(Scene scene, HttpCaller http) throws Exception {
        Set<String> named = named(http);
        int before = files(scene.home().resolve("artifacts")).size();
        Waiting.until(
                "nothing is left but what events name",
                () -> files(scene.home().resolve("artifacts")).equals(named));
        if (!files(scene.home().resolve("tmp")).isEmpty()) throw new AssertionError("half an upload is left in tmp");
        uploads.checkAll(http);
        return "those acknowledged are whole; of the others nothing was left in `tmp` after the start, and nothing in"
                + " `artifacts` after the sweep (" + (before - named.size()) + " files swept)";
    }

    /** The hashes of all that is there, also of what nobody was told of. */
    private Set<String> named(HttpCaller http) throws IOException {
        Set<String> named = new HashSet<>();
        landed = 0;
        for (int offset = 0; ; offset += PAGE) {
            JsonNode page = Json.read(http.get(
                            "/resource/experiment/" + experiment,
                            "limit",
                            Integer.toString(PAGE),
                            "offset",
                            Integer.toString(offset))
                    .send()
                    .hasStatus(200)
                    .bytes());
            for (JsonNode resource : page.get("data"))
                named.add(resource.get("content_hash").asString());
            landed += page.get("data").size();
            if (page.get("data").isEmpty()) return named;
        }
    }

    private static Set<String> files(Path folder) throws IOException {
        Set<String> names = new HashSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(file -> names.add(String.valueOf(file.getFileName())));
        }
        return names;
    }

    @Override
    Account account(Account points) {
        return new Account(uploads.acknowledged(), 0, uploads.unanswered(), landed);
    }
}
