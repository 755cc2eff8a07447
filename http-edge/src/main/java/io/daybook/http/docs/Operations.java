package io.daybook.http.docs;

import io.daybook.http.access.Permit;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Says of each operation what its route's annotations say: from its signature nothing can be read but the path. */
final class Operations implements GlobalOperationComponentsCustomizer {

    private static final String ID = "{\"type\":\"integer\",\"format\":\"int64\"}";
    private static final String NAME = "{\"type\":\"string\",\"minLength\":1}";
    private static final String BYTES = "{\"type\":\"string\",\"format\":\"binary\"}";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        throw new UnsupportedOperationException("without components there is nothing to refer to");
    }

    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod method) {
        Route route = Route.of(method.getMethod());
        operation
                .summary(route.speaks().value())
                .description(rights(route))
                .operationId(name(route))
                .tags(List.of(topic(route)))
                .parameters(parameters(route))
                .responses(new Answers(components).of(route))
                .security(security(route));
        operation.setRequestBody(route.hasBody() ? body(route, new Shapes(components)) : null);
        return operation;
    }

    private static String rights(Route route) {
        if (route.isPublic()) return "Open to everybody.";
        String permits = route.permits().stream()
                .map(permit -> permit.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
        boolean inProject = route.permits().stream()
                .noneMatch(List.of(Permit.SIGNED, Permit.ADMIN, Permit.SELF, Permit.AUDIT)::contains);
        String right = inProject ? permits + " in the project" : permits;
        return "Asks for, when authentication is on: " + right + ".";
    }

    private static String name(Route route) {
        String controller = route.method().getDeclaringClass().getSimpleName().replaceFirst("Controller$", "");
        String method = route.method().getName();
        return controller.substring(0, 1).toLowerCase(Locale.ROOT)
                + controller.substring(1)
                + method.substring(0, 1).toUpperCase(Locale.ROOT)
                + method.substring(1);
    }

    private static String topic(Route route) {
        return route.isCrayon() ? "crayon" : route.segments().getFirst();
    }

    private static List<Parameter> parameters(Route route) {
        List<Parameter> all = new ArrayList<>();
        for (String variable : route.variables()) {
            all.add(new Parameter()
                    .in("path")
                    .name(variable)
                    .required(true)
                    .description((Route.isName(variable) ? "Name" : "Id") + " of the " + route.thing(variable) + ".")
                    .schema(Shapes.parse(route.isText(variable) ? NAME : ID)));
        }
        inputs(route).forEach(input -> all.add(input.parameter()));
        return all;
    }

    private static List<Input> inputs(Route route) {
        List<Input> inputs = new ArrayList<>(List.of(route.speaks().asks()));
        if (route.speaks().pages() != void.class) inputs.addAll(List.of(Input.LIMIT, Input.OFFSET));
        if (route.reads()) inputs.addAll(List.of(Input.CONSISTENCY, Input.POSITION));
        if (route.hasPast()) inputs.add(Input.AS_OF);
        if (route.writes()) inputs.add(Input.KEY);
        inputs.add(Input.REQUEST_ID);
        return inputs;
    }

    private static RequestBody body(Route route, Shapes shapes) {
        Schema<?> schema = shapes.body(route.speaks().body());
        Content content = new Content();
        for (String media : route.speaks().takes()) {
            boolean bytes = media.equals("application/zip");
            content.addMediaType(media, new MediaType().schema(bytes ? Shapes.parse(BYTES) : schema));
        }
        return new RequestBody().required(true).content(content);
    }

    private static List<SecurityRequirement> security(Route route) {
        if (route.isPublic()) return List.of();
        SecurityRequirement token = new SecurityRequirement().addList(Document.TOKEN);
        return route.isCrayon() ? List.of(new SecurityRequirement().addList(Document.PASSWORD), token) : List.of(token);
    }
}
