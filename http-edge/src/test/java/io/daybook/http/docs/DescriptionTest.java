package io.daybook.http.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Response;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what {@code /docs/schema} tells with what is served. */
class DescriptionTest {

    /** Routes that change something and disregard a body. */
    private static final Set<String> BODILESS = Set.of(
            "POST /iteration/experiment/{id}",
            "POST /auth/refresh",
            "POST /audit/checkpoints",
            "POST /ops/views/{name}/rebuild",
            "POST /ops/views/{name}/rollback");

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    private static JsonNode document() throws IOException {
        return JsonMapper.shared()
                .readTree(edge.http().get("/docs/schema").send().hasStatus(200).bytes());
    }

    private static JsonNode schema(String name) throws IOException {
        return document().at("/components/schemas/" + name);
    }

    private static Map<String, HandlerMethod> served() {
        Map<String, HandlerMethod> routes = new TreeMap<>();
        edge.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(verb ->
                                mapping.getPatternValues().forEach(path -> routes.put(verb + " " + path, method))));
        return routes;
    }

    private static JsonNode operation(JsonNode document, String route) {
        String[] parts = route.split(" ", 2);
        return document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    }

    private static JsonNode success(JsonNode operation) {
        JsonNode responses = operation.path("responses");
        for (String status : List.of("201", "202")) {
            if (responses.has(status)) return responses.path(status);
        }
        return responses.path("200");
    }

    @Test
    void both_forms_of_the_address_answer_json() throws IOException {
        Response bare = edge.http().get("/docs/schema").send();
        Response slashed = edge.http().get("/docs/schema/").send();

        bare.hasStatus(200).hasHeader("Content-Type", "application/json;charset=utf-8");
        assertThat(slashed.bytes()).isEqualTo(bare.bytes());
    }

    @Test
    void it_is_well_formed_openapi() throws IOException {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);

        SwaggerParseResult read = new OpenAPIV3Parser()
                .readContents(edge.http().get("/docs/schema").send().text(), null, options);

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getOpenapi()).startsWith("3.1.");
        assertThat(read.getOpenAPI().getPaths()).hasSizeGreaterThan(40);
    }

    @Test
    void every_route_that_is_served_is_described_with_its_answers() throws IOException {
        JsonNode document = document();

        assertThat(served()).hasSizeGreaterThan(70).allSatisfy((route, method) -> {
            JsonNode operation = operation(document, route);
            assertThat(operation.path("summary").asString("")).as(route).isNotEmpty();
            assertThat(success(operation).path("content").size()).as(route).isEqualTo(1);
            assertThat(operation.path("responses").has("500")).as(route).isTrue();
            if (route.contains("{"))
                assertThat(operation.path("responses").propertyNames()).contains("400");
        });
    }

    @Test
    void every_route_that_takes_a_body_says_which() throws IOException {
        JsonNode document = document();

        assertThat(served().keySet())
                .filteredOn(route -> route.startsWith("POST") || route.startsWith("PATCH"))
                .filteredOn(route -> !BODILESS.contains(route))
                .allSatisfy(route -> assertThat(operation(document, route)
                                .at("/requestBody/content")
                                .size())
                        .as(route)
                        .isPositive());
    }

    @Test
    void nothing_else_is_described() throws IOException {
        List<String> described = new ArrayList<>();
        document().path("paths").forEachEntry((path, verbs) -> verbs.propertyNames()
                .forEach(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(described).containsExactlyInAnyOrderElementsOf(served().keySet());
    }

    @Test
    void names_of_operations_are_unique() throws IOException {
        List<String> names = document().findValuesAsString("operationId");

        assertThat(names).hasSameSizeAs(served().keySet()).doesNotHaveDuplicates();
    }

    @Test
    void all_references_lead_somewhere() throws IOException {
        JsonNode document = document();

        assertThat(document.findValuesAsString("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void what_is_asked_of_callers_is_told() throws IOException {
        JsonNode document = document();

        JsonNode project = operation(document, "DELETE /project/{id}");
        assertThat(project.path("security").toString()).isEqualTo("[{\"token\":[]}]");
        assertThat(project.path("responses").propertyNames())
                .containsExactlyInAnyOrder("200", "400", "401", "403", "404", "422", "500", "503");
        assertThat(operation(document, "GET /data").path("security").toString())
                .isEqualTo("[{\"password\":[]},{\"token\":[]}]");
        assertThat(operation(document, "POST /auth").path("security").toString())
                .isEqualTo("[]");
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void codes_of_errors_are_told_by_status() throws IOException {
        JsonNode document = document();

        JsonNode conflict = operation(document, "POST /user").at("/responses/409/$ref");
        JsonNode gone = operation(document, "GET /user/{id}").at("/responses/404/$ref");

        assertThat(codes(document, conflict)).isEqualTo("[\"CONFLICT\"]");
        assertThat(codes(document, gone)).isEqualTo("[\"NOT_FOUND\",\"USER_NOT_FOUND\"]");
    }

    private static String codes(JsonNode document, JsonNode reference) {
        return document.at(reference.asString().substring(1))
                .at("/content/application~1json/schema/properties/code/enum")
                .toString();
    }

    @Test
    void a_body_needs_what_its_record_needs() throws IOException {
        JsonNode metric = schema("NewMetric");

        assertThat(metric.path("required").toString()).isEqualTo("[\"key\",\"value\"]");
        assertThat(metric.at("/properties/key").toString()).isEqualTo("{\"type\":\"string\",\"minLength\":1}");
        assertThat(metric.at("/properties/step/type").toString()).isEqualTo("[\"integer\",\"null\"]");
        assertThat(metric.at("/properties/value/anyOf/1/enum").toString())
                .isEqualTo("[\"NaN\",\"Infinity\",\"-Infinity\"]");
    }

    @Test
    void an_answer_has_all_of_its_fields() throws IOException {
        JsonNode experiment = schema("ExperimentBody");

        assertThat(experiment.path("required").toString())
                .isEqualTo(
                        "[\"created_date\",\"description\",\"end_date\",\"id\",\"name\",\"project_id\",\"status_id\"]");
        assertThat(experiment.at("/properties/end_date/type").toString()).isEqualTo("[\"string\",\"null\"]");
        assertThat(experiment.at("/properties/status_id").toString())
                .isEqualTo("{\"type\":\"integer\",\"format\":\"int32\",\"maximum\":3,\"minimum\":1}");
    }

    @Test
    void crayons_shapes_are_told_as_they_are() throws IOException {
        assertThat(schema("Scalar").path("prefixItems").size()).isEqualTo(3);
        assertThat(operation(document(), "POST /backup")
                        .at("/requestBody/content")
                        .propertyNames())
                .containsExactly("multipart/form-data", "application/zip");
    }
}
