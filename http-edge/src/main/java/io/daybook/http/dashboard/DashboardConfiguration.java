package io.daybook.http.dashboard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves what the dashboard's jar holds, under {@code /ui}. */
@Configuration(proxyBeanMethods = false)
public class DashboardConfiguration {

    @Bean
    WebMvcConfigurer dashboard() {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/ui/**").addResourceLocations("classpath:/dashboard/");
            }

            @Override
            public void addViewControllers(ViewControllerRegistry registry) {
                registry.addViewController("/ui").setViewName("forward:/ui/index.html");
            }
        };
    }
}
