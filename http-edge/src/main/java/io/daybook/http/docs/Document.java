package io.daybook.http.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** What the description says of the API as a whole. */
final class Document implements OpenApiCustomizer {

    static final String TOKEN = "token";
    static final String PASSWORD = "password";

    private static final String ABOUT = """
            The tracking API, and the routes for Crayon's clients. Errors of the tracking API are `{"code", "message"}`; \
            those of Crayon's routes are one sentence of plain text. Bodies are read as what a route takes, whatever their \
            type claims to be. A path may end in a slash or not. Any path may be asked with a wrong method (405); a request \
            may be too slow (408), or its address or headers too long (414, 431).""";

    private final String version;

    Document(String version) {
        this.version = version;
    }

    @Override
    public void customise(OpenAPI document) {
        document.setInfo(new Info()
                .title("Daybook")
                .version(version)
                .description(ABOUT)
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        document.setServers(List.of(new Server().url("/")));
        document.setTags(null);
        document.getComponents()
                .addSecuritySchemes(
                        TOKEN, scheme("bearer", "From `POST /auth`.").bearerFormat("JWT"));
        document.getComponents()
                .addSecuritySchemes(PASSWORD, scheme("basic", "Name and password of a user, for Crayon's clients."));
        Paths sorted = new Paths();
        new TreeMap<>(document.getPaths()).forEach(sorted::addPathItem);
        document.setPaths(sorted);
    }

    private static SecurityScheme scheme(String kind, String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(kind)
                .description(description + " Asked for when authentication is on.");
    }
}
