package io.daybook.http.docs;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that a route may answer. Failures that many routes share are told once. */
final class Answers {

    private static final String JSON = "application/json";
    private static final String DEGRADED =
            "What the answer lacks something of, since events of theirs could not be applied:"
                    + " ids such as `iteration-7`, separated by commas, 32 at most. Absent as long as nothing is lacking.";
    private static final String ID = "{\"type\":\"integer\",\"format\":\"int64\",\"minimum\":1}";

    private final Components components;
    private final Shapes shapes;

    Answers(Components components) {
        this.components = components;
        this.shapes = new Shapes(components);
    }

    ApiResponses of(Route route) {
        ApiResponses all = new ApiResponses();
        boolean created = !route.speaks().creates().isEmpty();
        all.addApiResponse(created ? "201" : Integer.toString(route.speaks().status()), success(route));
        for (int status : route.speaks().likewise()) {
            all.addApiResponse(Integer.toString(status), success(route).description("Not well."));
        }
        for (int status : route.speaks().also()) {
            all.addApiResponse(Integer.toString(status), new ApiResponse().description("Elsewhere."));
        }
        Failures failures = new Failures(route);
        for (int status : failures.statuses()) {
            all.addApiResponse(Integer.toString(status), shared(status, failure(route, failures, status)));
        }
        return all;
    }

    private ApiResponse success(Route route) {
        ApiResponse response = new ApiResponse()
                .description("Done.")
                .content(content(route.speaks().media(), schema(route)));
        if (route.reads() || route.writes()) {
            response.addHeaderObject(
                    "Daybook-Position",
                    new Header()
                            .description("The position of the log that this is true for.")
                            .schema(Shapes.parse("{\"type\":\"integer\",\"format\":\"int64\"}")));
        }
        if (route.hasPast()) response.addHeaderObject("Daybook-Degraded", header(DEGRADED));
        return response;
    }

    private Schema<?> schema(Route route) {
        Speaks speaks = route.speaks();
        if (!speaks.creates().isEmpty()) return created(speaks.creates());
        if (speaks.pages() != void.class) return page(speaks.pages());
        if (speaks.answers() != void.class) return shapes.answer(speaks.answers());
        if (!speaks.media().equals(JSON)) return Shapes.parse("{\"type\":\"string\"}");
        String message = route.verb().equals("DELETE") ? "OK" : "UPDATED";
        return Shapes.parse("{\"type\":\"object\",\"required\":[\"message\"],\"properties\":{\"message\":{\"enum\":[\""
                + message + "\"]}}}");
    }

    private static Schema<?> created(String key) {
        String id = key.endsWith("_ids") ? "{\"type\":\"array\",\"items\":" + ID + "}" : ID;
        return Shapes.parse(
                "{\"type\":\"object\",\"required\":[\"" + key + "\"],\"properties\":{\"" + key + "\":" + id + "}}");
    }

    private Schema<?> page(Class<?> item) {
        Schema<?> page = Shapes.parse("""
                {"type":"object","required":["data","total","limit","offset"],"properties":{
                 "total":{"type":"integer","format":"int64","minimum":0},
                 "limit":{"type":"integer","minimum":0,"maximum":200},
                 "offset":{"type":"integer","format":"int64","minimum":0}}}""");
        page.addProperty("data", shapes.answer(item.arrayType()));
        return page;
    }

    private ApiResponse failure(Route route, Failures failures, int status) {
        String schema = route.isCrayon() ? "{\"type\":\"string\"}" : envelope(failures.codes(status));
        ApiResponse response = new ApiResponse()
                .description(failures.description(status))
                .content(content(route.isCrayon() ? "text/plain" : JSON, Shapes.parse(schema)));
        if (route.isCrayon() && status == 400) {
            // what cannot be read up to its path is refused before anybody knows that it is Crayon's
            response.getContent()
                    .addMediaType(JSON, new MediaType().schema(Shapes.parse(envelope(Set.of("INVALID_PAYLOAD")))));
        }
        if (status == 401) response.addHeaderObject("WWW-Authenticate", header("How a caller may say who they are."));
        if (status == 429 || status == 503) response.addHeaderObject("Retry-After", header("Seconds."));
        return response;
    }

    private static String envelope(Set<String> all) {
        String codes = all.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
        return "{\"type\":\"object\",\"required\":[\"code\",\"message\"],\"properties\":{\"code\":{\"type\":\"string\",\"enum\":"
                + codes + "},\"message\":{\"type\":\"string\",\"minLength\":1}}}";
    }

    private static Header header(String description) {
        return new Header().description(description).schema(Shapes.parse("{\"type\":\"string\"}"));
    }

    private static Content content(String media, Schema<?> schema) {
        return new Content().addMediaType(media, new MediaType().schema(schema));
    }

    private ApiResponse shared(int status, ApiResponse response) {
        Map<String, ApiResponse> known = Objects.requireNonNullElse(components.getResponses(), Map.of());
        int like = 0;
        for (Map.Entry<String, ApiResponse> entry : known.entrySet()) {
            if (entry.getValue().equals(response)) return reference(entry.getKey());
            if (entry.getKey().startsWith(status + "_")) like++;
        }
        String name = status + "_" + (like + 1);
        components.addResponses(name, response);
        return reference(name);
    }

    private static ApiResponse reference(String name) {
        return new ApiResponse().$ref("#/components/responses/" + name);
    }
}
