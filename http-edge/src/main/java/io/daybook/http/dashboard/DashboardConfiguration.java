package io.daybook.http.dashboard;

import io.daybook.http.EdgeSettings;
import io.daybook.http.message.Queries;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves what the dashboard's jar holds, under {@code /ui}. */
@Configuration(proxyBeanMethods = false)
@Import({DashboardController.class, RowsController.class})
public class DashboardConfiguration {

    @Bean
    PageFiles pageFiles(EdgeSettings settings) {
        return new PageFiles(settings.access().on());
    }

    @Bean
    Rows rows(Queries queries) {
        return new Rows(queries);
    }

    @Bean
    WebMvcConfigurer dashboardFiles(PageFiles files) {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/ui/files/**")
                        .addResourceLocations("classpath:/" + PageFiles.FOLDER)
                        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .resourceChain(false)
                        .addResolver(new CurrentVersion(files));
            }
        };
    }
}
