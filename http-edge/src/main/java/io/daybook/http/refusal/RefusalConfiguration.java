package io.daybook.http.refusal;

import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
public class RefusalConfiguration {

    @Bean
    Problems problems(Routes routes) {
        return new Problems(routes);
    }

    /** Takes the place of Spring's own resolvers, which answer in words of their own. */
    @Bean
    WebMvcConfigurer problemResolver(Problems problems) {
        return new WebMvcConfigurer() {
            @Override
            public void configureHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.add(new ProblemResolver(problems));
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve(Problems problems) {
        TomcatContextCustomizer customizer = context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.getPipeline().addValve(new ProblemValve(problems));
                // the host adds one of this class by itself unless it finds one
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        };
        return factory -> factory.addContextCustomizers(customizer);
    }
}
