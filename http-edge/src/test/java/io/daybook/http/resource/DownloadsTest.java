package io.daybook.http.resource;

import static io.daybook.http.resource.Samples.HELLO;
import static io.daybook.http.resource.Samples.WEIGHTS;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.resource.Content;
import io.daybook.api.resource.ResourceQuery.FindResource;
import io.daybook.api.resource.ResourceView;
import io.daybook.http.EdgeServer;
import io.daybook.http.request.Sha256;
import io.daybook.testkit.http.Covers;
import io.daybook.testkit.http.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadsTest {

    private static final String ETAG = "\"" + HELLO + "\"";

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void all_is_well() {
        edge.world.query(FindResource.class, ResourceView.class, find -> WEIGHTS);
        edge.cellar.kept.put(HELLO, "hello".getBytes(UTF_8));
    }

    private static Request download() {
        return edge.http().get("/resource/3/data");
    }

    @Covers("GET /resource/{id}/data")
    @Test
    void bytes_come_as_they_are() {
        download()
                .answers(200, "hello")
                .hasHeader("Content-Type", "application/octet-stream")
                .hasHeader("Content-Length", "5")
                .hasHeader("ETag", ETAG)
                .hasHeader("Accept-Ranges", "bytes")
                .hasHeader("Content-Disposition", null)
                .hasHeader("Daybook-Position", edge.world.position());
    }

    @Test
    void no_bytes_are_bytes_too() {
        Content empty = new Content(Sha256.hex(new byte[0]), 0, "filesystem", "");
        edge.cellar.kept.put(empty.hash(), new byte[0]);
        edge.world.query(
                FindResource.class, ResourceView.class, find -> new ResourceView(3, 4, "x", "", "", null, empty));

        download().answers(200, "").hasHeader("Content-Length", "0");
        download().header("Range", "bytes=0-").answers(416).hasHeader("Content-Range", "bytes */0");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, h, 0-0",
        "bytes=1-3, ell, 1-3",
        "bytes=2-, llo, 2-4",
        "bytes=4-99, o, 4-4",
        "bytes=-2, lo, 3-4"
    })
    void a_part_is_sent_alone(String range, String part, String sent) {
        download()
                .header("Range", range)
                .answers(206, part)
                .hasHeader("Content-Range", "bytes " + sent + "/5")
                .hasHeader("Content-Length", Integer.toString(part.length()))
                .hasHeader("Content-Type", "application/octet-stream")
                .hasHeader("ETag", ETAG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=0-4", "bytes=-9", "bytes=3-1", "bytes=-", "bytes=1-2,4-4", "chars=1-2", "bytes=x-y", ""})
    void all_is_sent_for_all_several_and_unintelligible_parts(String range) {
        download().header("Range", range).answers(200, "hello").hasHeader("Content-Range", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-", "bytes=99-100", "bytes=-0"})
    void a_part_beyond_the_end_cannot_be_sent(String range) {
        download()
                .header("Range", range)
                .answers(416)
                .isEnvelope("RANGE_NOT_SATISFIABLE")
                .hasHeader("Content-Range", "bytes */5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "W/{}", "\"x\", {}", "*"})
    void whoever_has_the_bytes_is_told_so(String tags) {
        download()
                .header("If-None-Match", tags.replace("{}", ETAG))
                .answers(304, "")
                .hasHeader("ETag", ETAG);
    }

    @Test
    void other_bytes_are_sent_whole() {
        download().header("If-None-Match", "\"x\"").answers(200, "hello");
        download().header("Range", "bytes=1-").header("If-Range", "\"x\"").answers(200, "hello");
        download().header("Range", "bytes=1-").header("If-Range", ETAG).answers(206, "ello");
    }

    @Test
    void a_store_out_of_reach_is_told_and_passes() {
        edge.cellar.lost = true;

        download().answers(503).isEnvelope("STORE_UNAVAILABLE").hasHeader("Retry-After", "1");
    }

    @Test
    void bytes_that_are_lost_are_the_servers_fault() {
        edge.cellar.kept.clear();

        download().answers(500).isEnvelope("SERVER_ERROR").hasHeader("ETag", null);
    }
}
