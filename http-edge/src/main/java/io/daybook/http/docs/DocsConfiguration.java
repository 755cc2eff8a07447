package io.daybook.http.docs;

import io.daybook.http.EdgeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the description and its page, whose script and style come from a jar and not from elsewhere. */
@Configuration(proxyBeanMethods = false)
@Import(DocsController.class)
public class DocsConfiguration {

    @Bean
    Description description(EdgeSettings settings) {
        return new Description(settings.version());
    }

    @Bean
    WebMvcConfigurer docsFiles() {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/docs/page/*").addResourceLocations("classpath:/docs/");
                registry.addResourceHandler("/docs/files/**")
                        .addResourceLocations("classpath:/META-INF/resources/webjars/")
                        .resourceChain(true);
            }

            /** Spring would make one of its own at every start since springdoc brings the classes; nothing asks it. */
            @Override
            public Validator getValidator() {
                return new NoValidator();
            }
        };
    }

    private static final class NoValidator implements Validator {

        @Override
        public boolean supports(Class<?> type) {
            return false;
        }

        @Override
        public void validate(Object target, Errors errors) {}
    }
}
