package io.daybook.http.request;

import io.daybook.http.EdgeSettings;
import io.daybook.http.refusal.Problems;
import io.daybook.http.refusal.Routes;
import java.time.InstantSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
public class RequestConfiguration {

    /** Bodies take an eighth of the memory, since what is made of them takes some times as much. */
    private static final int BODIES = 8;

    @Bean
    FilterRegistrationBean<RequestFilter> requestFilter(Problems problems, Routes routes, EdgeSettings settings) {
        CrossOrigin crossOrigin = new CrossOrigin(settings.access().origins());
        FilterRegistrationBean<RequestFilter> outermost =
                new FilterRegistrationBean<>(new RequestFilter(problems, routes, crossOrigin));
        outermost.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return outermost;
    }

    @Bean
    WebMvcRegistrations routeLookup() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new RouteLookup();
            }
        };
    }

    @Bean
    Listeners listeners(Routes routes) {
        return new Listeners(routes);
    }

    @Bean
    MainPort mainPort() {
        return new MainPort();
    }

    @Bean
    Bodies bodies(EdgeSettings settings) {
        long room = Math.max(settings.limits().body(), Runtime.getRuntime().maxMemory() / BODIES);
        return new Bodies(
                settings.limits().body(), new Room(room, settings.limits().deadline()));
    }

    @Bean
    LocalDates localDates(EdgeSettings settings) {
        return new LocalDates(InstantSource.system(), settings.zone());
    }
}
