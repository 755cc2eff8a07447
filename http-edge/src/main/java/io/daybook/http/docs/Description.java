package io.daybook.http.docs;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The API in OpenAPI, made when somebody asks for it first. springdoc lives only so long, in a context of its own: most
 * servers never show their description, and none is to start later for it.
 */
final class Description {

    private static final Map<String, Object> PROPERTIES =
            Map.of("springdoc.api-docs.enabled", "true", "springdoc.api-docs.path", "/docs/schema");

    private final String version;
    private byte @Nullable [] json;

    Description(String version) {
        this.version = version;
    }

    synchronized byte[] json(HttpServletRequest request, RequestMappingHandlerMapping served) throws IOException {
        byte[] made = json;
        if (made == null) {
            made = make(request, served);
            json = made;
        }
        return made;
    }

    private byte[] make(HttpServletRequest request, RequestMappingHandlerMapping served) throws IOException {
        SpringDocUtils.getConfig()
                .addRestControllers(served.getHandlerMethods().values().stream()
                        .map(HandlerMethod::getBeanType)
                        .toArray(Class<?>[]::new));
        try (AnnotationConfigWebApplicationContext springdoc = new AnnotationConfigWebApplicationContext()) {
            springdoc.getEnvironment().getPropertySources().addFirst(new MapPropertySource("docs", PROPERTIES));
            springdoc.addBeanFactoryPostProcessor(beans -> {
                beans.registerSingleton("served", served);
                beans.registerSingleton("mvcConversionService", new DefaultFormattingConversionService());
                beans.registerSingleton("operations", new Operations());
                beans.registerSingleton("document", new Document(version));
            });
            springdoc.register(Springdoc.class);
            springdoc.refresh();
            return springdoc.getBean(OpenApiWebMvcResource.class).openapiJson(request, "/docs/schema", Locale.ENGLISH);
        }
    }

    /** Of its parts those that are needed here. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties
    @Import({SpringDocConfiguration.class, SpringDocConfigProperties.class, SpringDocWebMvcConfiguration.class})
    static class Springdoc {}
}
