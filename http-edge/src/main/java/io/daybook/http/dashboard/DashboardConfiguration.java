package io.daybook.http.dashboard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves what the dashboard's jar holds, under {@code /ui}. */
@Configuration(proxyBeanMethods = false)
public class DashboardConfiguration {

    @Bean
    DashboardController dashboardController() {
        return new DashboardController();
    }

    @Bean
    WebMvcConfigurer dashboardFiles() {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/ui/**").addResourceLocations("classpath:/dashboard/");
            }
        };
    }
}
